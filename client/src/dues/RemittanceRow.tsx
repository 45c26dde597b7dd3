// One remittance: who sent what to whom, how it stands, and what the reader may do about it.
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import {
  ConfirmRemittanceDocument,
  DisputeRemittanceDocument,
  WithdrawRemittanceDocument,
  type RemittanceRowFragment,
} from '../generated/dues/remittances';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome } from '../ui/Refused';
import { When } from '../ui/When';
import { localToday } from './localToday';
import { Sum } from './Sum';

interface Props {
  remittance: RemittanceRowFragment;
  changed: () => void;
  incoming?: boolean;
}

function Confirm({ remittance, changed }: Props) {
  const t = useT();
  const [receivedOn, setReceivedOn] = useState(localToday);
  const deed = useDeed(ConfirmRemittanceDocument, `confirmRemittance:${remittance.id}`, 'idempotencyKey');
  const send = async () => {
    if (await deed.run({ remittanceId: remittance.id, receivedOn })) changed();
  };
  return (
    <Form onSend={() => void send()}>
      <Field
        label={t('dues.receivedOn')}
        type="date"
        required
        max={localToday()}
        value={receivedOn}
        onChange={(event) => setReceivedOn(event.target.value)}
      />
      <Outcome deed={deed} />
      <p>
        <Button type="submit" kind="primary" busy={deed.busy}>
          {t('books.confirm')}
        </Button>
      </p>
    </Form>
  );
}

function WithReason({ remittance, changed, dispute }: Props & { dispute: boolean }) {
  const t = useT();
  const [reason, setReason] = useState('');
  const disputing = useDeed(DisputeRemittanceDocument, `disputeRemittance:${remittance.id}`, 'idempotencyKey');
  const withdrawing = useDeed(WithdrawRemittanceDocument, `withdrawRemittance:${remittance.id}`, 'idempotencyKey');
  const deed = dispute ? disputing : withdrawing;
  const send = async () => {
    if (await deed.run({ remittanceId: remittance.id, reason: reason.trim() })) changed();
  };
  return (
    <details>
      <summary>{t(dispute ? 'books.dispute' : 'books.withdrawRemittance')}</summary>
      <Form onSend={() => void send()}>
        <Field label={t('books.reason')} required value={reason} onChange={(event) => setReason(event.target.value)} />
        <Outcome deed={deed} />
        <p>
          <Button type="submit" busy={deed.busy}>
            {t(dispute ? 'books.disputeGo' : 'books.withdrawGo')}
          </Button>
        </p>
      </Form>
    </details>
  );
}

export function RemittanceRow({ remittance, changed, incoming = false }: Props) {
  const t = useT();
  const { state, amount, body, toBody, sentOn, method, reference, events, viewerCan } = remittance;
  const reason = events.findLast((event) => event.reason !== '')?.reason;
  const props = { remittance, changed };
  return (
    <li>
      <div className="row">
        <span className="row-title">{incoming ? body.name : toBody.name}</span>
        <span className="row-end">
          <Sum of={amount} />
        </span>
        <span className="row-note">
          <strong>{t(`remittanceState.${state}`)}</strong> · {t('books.sentOn')} <When at={sentOn} />
          {method !== '' && ` · ${t(`dues.method${method}` as 'dues.methodCASH')}`}
          {reference && ` · ${reference}`}
          {reason && ` · “${reason}”`}
        </span>
      </div>
      {viewerCan.includes('confirmRemittance') && <Confirm {...props} />}
      {viewerCan.includes('disputeRemittance') && <WithReason {...props} dispute />}
      {viewerCan.includes('withdrawRemittance') && <WithReason {...props} dispute={false} />}
    </li>
  );
}

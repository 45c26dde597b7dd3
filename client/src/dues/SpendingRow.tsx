// One spending: what for, to whom, how it stands; approved by somebody else than whoever proposed it.
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import {
  ApproveSpendingDocument,
  RefuseSpendingDocument,
  WithdrawSpendingDocument,
  type SpendingRowFragment,
} from '../generated/dues/spending';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome } from '../ui/Refused';
import { When } from '../ui/When';
import { Sum } from './Sum';

interface Props {
  spending: SpendingRowFragment;
  changed: () => void;
}

function RefuseIt({ spending, changed }: Props) {
  const t = useT();
  const [reason, setReason] = useState('');
  const deed = useDeed(RefuseSpendingDocument, `refuseSpending:${spending.id}`, 'idempotencyKey');
  const send = async () => {
    if (await deed.run({ spendingId: spending.id, reason: reason.trim() })) changed();
  };
  return (
    <details>
      <summary>{t('books.refuse')}</summary>
      <Form onSend={() => void send()}>
        <Field label={t('books.reason')} required value={reason} onChange={(event) => setReason(event.target.value)} />
        <Outcome deed={deed} />
        <p>
          <Button type="submit" busy={deed.busy}>
            {t('books.refuseGo')}
          </Button>
        </p>
      </Form>
    </details>
  );
}

export function SpendingRow({ spending, changed }: Props) {
  const t = useT();
  const approve = useDeed(ApproveSpendingDocument, `approveSpending:${spending.id}`, 'idempotencyKey');
  const withdraw = useDeed(WithdrawSpendingDocument, `withdrawSpending:${spending.id}`, 'idempotencyKey');
  const can = (deed: string) => spending.viewerCan.includes(deed);
  const run = async (deed: typeof approve | typeof withdraw) => {
    if (await deed.run({ spendingId: spending.id })) changed();
  };
  return (
    <li>
      <div className="row">
        <span className="row-title">{spending.words ?? spending.authority?.purpose ?? spending.fund}</span>
        <span className="row-end">
          <Sum of={spending.amount} />
        </span>
        <span className="row-note">
          <strong>{t(`spendingState.${spending.state}`)}</strong> · <When at={spending.paidOn ?? spending.proposedAt} />
          {spending.payee && ` · ${spending.payee}`}
          {spending.authorName && ` · ${t('books.proposedBy', { name: spending.authorName })}`}
          {spending.reason && ` · “${spending.reason}”`}
        </span>
      </div>
      {can('approveSpending') && (
        <p>
          <Button kind="primary" busy={approve.busy} onPress={() => void run(approve)}>
            {t('books.approve')}
          </Button>
        </p>
      )}
      <Outcome deed={approve} />
      {can('refuseSpending') && <RefuseIt spending={spending} changed={changed} />}
      {can('withdrawSpending') && (
        <p>
          <Button busy={withdraw.busy} onPress={() => void run(withdraw)}>
            {t('books.withdrawGo')}
          </Button>
        </p>
      )}
      <Outcome deed={withdraw} />
    </li>
  );
}

// The body's receipts, the newest first. One that was a mistake is taken back, with its reason, and stays in sight.
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { ReceiptsDocument, ReversePaymentDocument, type ReceiptRowFragment } from '../generated/dues/treasurer';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Loaded } from '../ui/Loaded';
import { More } from '../ui/More';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';
import { When } from '../ui/When';
import { Parts } from './PaymentRows';
import { Sum } from './Sum';

function TakeBack({ payment, changed }: { payment: ReceiptRowFragment; changed: () => void }) {
  const t = useT();
  const [reason, setReason] = useState('');
  const deed = useDeed(ReversePaymentDocument, `reversePayment:${payment.id}`, 'idempotencyKey');
  const send = async () => {
    if (await deed.run({ paymentId: payment.id, reason: reason.trim() })) changed();
  };
  return (
    <Form onSend={() => void send()}>
      <Field
        label={t('books.reverseWhy')}
        hint={t('books.reverseHint')}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Outcome deed={deed} />
      <p>
        <Button type="submit" busy={deed.busy}>
          {t('books.reverse')}
        </Button>
      </p>
    </Form>
  );
}

export function ReceiptList({ slug, changed }: { slug: string; changed: () => void }) {
  const t = useT();
  const read = useQuery(ReceiptsDocument, { variables: { slug, first: 10 }, fetchPolicy: 'cache-and-network' });
  return (
    <Section title={t('books.receipts')} id="receipts">
      <Loaded part read={read} pick={({ ledger }) => ledger?.payments}>
        {({ edges, pageInfo }) =>
          edges.length === 0 ? (
            <Empty>{t('books.noReceipts')}</Empty>
          ) : (
            <>
              <ul className="rows">
                {edges.map(({ node }) => (
                  <li key={node.id}>
                    <div className="row">
                      <span className="row-title">
                        {node.number} · <bdi>{node.payerName ?? t('body.nameKept')}</bdi>
                      </span>
                      <span className="row-end">
                        <Sum of={node.amount} />
                      </span>
                      <span className="row-note">
                        <When at={node.receivedOn} /> · {t(`dues.method${node.method}`)}
                        {node.reference && ` · ${node.reference}`}
                        {node.reversed && ` · ${t('dues.reversed')}`}
                      </span>
                    </div>
                    {!node.reversed && (
                      <details>
                        <summary>{t('dues.whereItWent')}</summary>
                        <Parts payment={node} />
                        {node.viewerCan.includes('reversePayment') && <TakeBack payment={node} changed={changed} />}
                      </details>
                    )}
                  </li>
                ))}
              </ul>
              <More page={pageInfo} fetch={(after) => read.fetchMore({ variables: { after } })} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

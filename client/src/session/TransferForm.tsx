// Asking to move to another Local Group. One stays a member here, with one's vote, until the other group admits.
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { GroupsToChooseDocument, TransferMembershipDocument } from '../generated/session/account';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field, SelectField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Loaded } from '../ui/Loaded';
import { More } from '../ui/More';
import { Outcome } from '../ui/Refused';

function Asking({ from }: { from: string }) {
  const t = useT();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const read = useQuery(GroupsToChooseDocument, { variables: { first: 100 } });
  const deed = useDeed(TransferMembershipDocument, `transferMembership:${from}`, 'idempotencyKey');
  return (
    <Loaded part read={read} pick={({ bodies }) => bodies}>
      {(bodies) => (
        <Form onSend={() => void deed.run({ toBodyId: to, reason: reason.trim() || null })}>
          <p>{t('transfer.text')}</p>
          <SelectField label={t('transfer.to')} required value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">–</option>
            {bodies.edges
              .filter(({ node }) => node.id !== from && (node.state === 'AFFILIATED' || node.state === 'IN_FORMATION'))
              .map(({ node }) => (
                <option key={node.id} value={node.id}>
                  {node.name}
                </option>
              ))}
          </SelectField>
          <More page={bodies.pageInfo} fetch={(after) => read.fetchMore({ variables: { after } })} />
          <Field
            label={t('transfer.reason')}
            hint={t('form.optional')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Outcome deed={deed} />
          <p>
            <Button type="submit" busy={deed.busy}>
              {t('transfer.ask')}
            </Button>
          </p>
        </Form>
      )}
    </Loaded>
  );
}

export function TransferForm({ from }: { from: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('transfer.title')}</summary>
      {open && <Asking from={from} />}
    </details>
  );
}

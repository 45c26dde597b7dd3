/** An officer opens the poll once the debate has run its time; the closing time may be stated, else the rule's holds. */
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { OpenPollDocument } from '../generated/proposals/deeds';
import { ProposalByNumberDocument, type ProposalHereFragment } from '../generated/proposals/proposal';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Outcome } from '../ui/Refused';

export function OpenPollForm({ motion }: { motion: ProposalHereFragment }) {
  const t = useT();
  const client = useApolloClient();
  const [closesAt, setClosesAt] = useState('');
  const open = useDeed(OpenPollDocument, `openPoll:${motion.id}`, 'idempotencyKey');
  const send = async () => {
    // The field speaks the reader's own time; what is sent is the instant.
    const until = closesAt ? new Date(closesAt).toISOString() : null;
    const done = await open.run({ proposalId: motion.id, closesAt: until });
    if (done) await client.refetchQueries({ include: [ProposalByNumberDocument] });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field
        label={t('proposals.closesAt')}
        hint={t('proposals.closesAtHint')}
        type="datetime-local"
        value={closesAt}
        wrong={open.refusal?.field === 'closesAt' ? open.refusal.message : null}
        onChange={(event) => setClosesAt(event.target.value)}
      />
      <p>
        <Button type="submit" busy={open.busy}>
          {t('proposals.openPoll')}
        </Button>
      </p>
      <Outcome deed={open} beside={['closesAt']} />
    </form>
  );
}

/** Saying that somebody is wrongly on the roll, or wrongly left off it. Names never leave the Local Group. */
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { ChallengeRollDocument, RollNamesDocument } from '../generated/polls/poll';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { SelectField, TextField } from '../ui/Field';
import { Outcome } from '../ui/Refused';
import type { PollWhole } from './PollPage';

export function ChallengeForm({ poll }: { poll: PollWhole }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [about, setAbout] = useState('');
  const [claim, setClaim] = useState('BELONGS_ON');
  const [reason, setReason] = useState('');
  const names = useQuery(RollNamesDocument, { variables: { slug: poll.body.slug, first: 100 }, skip: !open });
  const challenge = useDeed(ChallengeRollDocument, `challengeRoll:${poll.id}`, 'id');
  const members = names.data?.body?.memberships?.edges.map(({ node }) => node) ?? [];
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    const done = await challenge.run({ pollId: poll.id, aboutMembershipId: about, claim, reason });
    if (!done) return;
    setReason('');
    setOpen(false);
  };
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('polls.challengeRoll')}</summary>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <SelectField
          label={t('polls.challengeAbout')}
          value={about}
          required
          onChange={(event) => setAbout(event.target.value)}
        >
          <option value="">{t('polls.choosePerson')}</option>
          {members.map((member) => (
            <option key={member.id} value={member.id}>
              {member.displayName ?? t('polls.someone')}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('polls.challengeClaim')} value={claim} onChange={(event) => setClaim(event.target.value)}>
          <option value="BELONGS_ON">{t('polls.claimAdd')}</option>
          <option value="DOES_NOT_BELONG">{t('polls.claimRemove')}</option>
        </SelectField>
        <TextField
          label={t('polls.challengeReason')}
          value={reason}
          required
          onChange={(event) => setReason(event.target.value)}
        />
        <p>
          <Button type="submit" busy={challenge.busy}>
            {t('polls.challengeSend')}
          </Button>
        </p>
        <Outcome deed={challenge} />
      </form>
    </details>
  );
}

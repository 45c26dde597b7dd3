/** Nominating another member of one's own Local Group, whose names one may know; the answer is theirs. */
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { NominableDocument, NominateDocument } from '../generated/elections/election';
import { useT } from '../i18n/useT';
import { useViewer } from '../session/useViewer';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/Field';
import { Form } from '../ui/Form';
import { More } from '../ui/More';
import { Outcome } from '../ui/Refused';
import type { ElectionWhole } from './ElectionPage';

export function NominateOther({ election }: { election: ElectionWhole }) {
  const t = useT();
  const { viewer } = useViewer();
  const slug = viewer?.membership?.body.slug ?? '';
  const [open, setOpen] = useState(false);
  const [who, setWho] = useState('');
  const read = useQuery(NominableDocument, { variables: { slug, first: 100 }, skip: !open || slug === '' });
  const deed = useDeed(NominateDocument, `nominate:${election.id}:${who}`, 'id');
  const page = read.data?.body?.memberships;
  const members = page?.edges.map(({ node }) => node) ?? [];
  const name = members.find(({ id }) => id === who)?.displayName;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('election.nominateOther')}</summary>
      <Form onSend={() => void (who !== '' && deed.run({ electionId: election.id, membershipId: who }))}>
        <SelectField
          label={t('election.whom')}
          hint={t('election.whomHint')}
          required
          value={who}
          onChange={(event) => {
            setWho(event.target.value);
            deed.clear();
          }}
        >
          <option value="">{t('polls.choosePerson')}</option>
          {members.map((member) => (
            <option key={member.id} value={member.id}>
              {member.displayName ?? t('polls.someone')}
            </option>
          ))}
        </SelectField>
        {page && <More page={page.pageInfo} fetch={(after) => read.fetchMore({ variables: { after } })} />}
        <p>
          <Button type="submit" busy={deed.busy}>
            {t('election.nominate')}
          </Button>
        </p>
        <div role="status">{deed.done && <p className="told">{t('election.nominated', { name })}</p>}</div>
        <Outcome deed={deed} />
      </Form>
    </details>
  );
}

/** Who votes on paper: a member who takes one does not vote here, unless they give it back unmarked. */
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { NominableDocument } from '../generated/elections/election';
import { HandPaperDocument, TakeBackPaperDocument, type PapersHereFragment } from '../generated/elections/papers';
import { useT } from '../i18n/useT';
import { useViewer } from '../session/useViewer';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/Field';
import { Form } from '../ui/Form';
import { More } from '../ui/More';
import { Outcome } from '../ui/Refused';

export function PapersHanded({ election }: { election: PapersHereFragment }) {
  const t = useT();
  const may = election.viewerCan.includes('handPaper');
  if (!may && election.paperHolders.length === 0) return null;
  return (
    <section>
      <h2>
        <span>{t('papers.handed')}</span> <span className="count">{election.papersHanded}</span>
      </h2>
      <p className="standfirst-line">{t('papers.handedWords')}</p>
      {may && <Hand election={election} />}
      <ul className="rows">
        {election.paperHolders.map((holder) => (
          <Holder key={holder.membershipId} {...{ holder, election }} />
        ))}
      </ul>
    </section>
  );
}

function Hand({ election }: { election: PapersHereFragment }) {
  const t = useT();
  const { viewer } = useViewer();
  const slug = viewer?.membership?.body.slug ?? '';
  const [who, setWho] = useState('');
  const read = useQuery(NominableDocument, { variables: { slug, first: 100 }, skip: slug === '' });
  const hand = useDeed(HandPaperDocument, `handPaper:${election.id}:${who}`, 'idempotencyKey');
  const page = read.data?.body?.memberships;
  const held = new Set(election.paperHolders.map(({ membershipId }) => membershipId));
  const free = page?.edges.map(({ node }) => node).filter(({ id }) => !held.has(id)) ?? [];
  const send = async () => {
    if (who !== '' && (await hand.run({ electionId: election.id, membershipId: who }))) setWho('');
  };
  return (
    <Form onSend={() => void send()}>
      <SelectField label={t('papers.whoTakes')} required value={who} onChange={(event) => setWho(event.target.value)}>
        <option value="">{t('polls.choosePerson')}</option>
        {free.map((member) => (
          <option key={member.id} value={member.id}>
            {member.displayName ?? t('polls.someone')}
          </option>
        ))}
      </SelectField>
      {page && <More page={page.pageInfo} fetch={(after) => read.fetchMore({ variables: { after } })} />}
      <p>
        <Button type="submit" busy={hand.busy}>
          {t('papers.hand')}
        </Button>
      </p>
      <Outcome deed={hand} />
    </Form>
  );
}

interface HolderProps {
  holder: PapersHereFragment['paperHolders'][number];
  election: PapersHereFragment;
}

function Holder({ holder, election }: HolderProps) {
  const t = useT();
  const back = useDeed(TakeBackPaperDocument, `takeBackPaper:${election.id}:${holder.membershipId}`, 'idempotencyKey');
  return (
    <li className="row">
      <bdi className="row-title">{holder.name}</bdi>
      {election.viewerCan.includes('takeBackPaper') && (
        <Button
          kind="plain"
          busy={back.busy}
          onPress={() => void back.run({ electionId: election.id, membershipId: holder.membershipId })}
        >
          {t('papers.takeBack')}
        </Button>
      )}
      <Outcome deed={back} />
    </li>
  );
}

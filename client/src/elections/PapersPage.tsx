/** Papers: tellers hand them out and read them in, batch by batch, each alone; what two have read alike is counted. */
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { PapersDocument, type PapersHereFragment } from '../generated/elections/papers';
import { useT } from '../i18n/useT';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { BatchDifference } from './BatchDifference';
import { BatchForm } from './BatchForm';
import { BatchRows } from './BatchRows';
import { ElectionKicker } from './ElectionKicker';
import { useElectionTitle } from './electionWords';
import { PapersHanded } from './PapersHanded';
import { usePaper } from './usePaper';
import '../polls/polls.css';
import './elections.css';

export default function PapersPage() {
  const { id = '' } = useParams();
  const read = useQuery(PapersDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded read={read} pick={({ election }) => election}>
      {(election) => <Papers key={election.id} election={election} />}
    </Loaded>
  );
}

export type Batch = PapersHereFragment['batches'][number];
export const ownReading = (batch: Batch | undefined) => batch?.readings.find(({ mine }) => mine);

function Papers({ election }: { election: PapersHereFragment }) {
  const t = useT();
  const title = useElectionTitle();
  const paper = usePaper(election.candidates);
  const { batches } = election;
  const next = (batches.at(-1)?.number ?? 0) + 1;
  // What waits for this teller comes first: a batch unread by them, then one that was read differently.
  const unread =
    batches.find((batch) => !ownReading(batch)) ??
    batches.find(({ agreed, readings }) => !agreed && readings.length > 1);
  const [number, setNumber] = useState(unread?.number ?? next);
  const batch = batches.find((each) => each.number === number);
  const may = election.viewerCan.includes('recordPapers');
  const onPaper = (
    <ol className="plain paper-key">
      {paper.map((candidate) => (
        <li key={candidate.number}>
          <strong className="num">{candidate.number}</strong> {candidate.name}
        </li>
      ))}
    </ol>
  );
  return (
    <Page
      title={t('papers.title')}
      standfirst={title(election)}
      kicker={<ElectionKicker election={election} />}
      facts={
        <>
          <h2 className="plain-head">{t('papers.onThePaper')}</h2>
          {onPaper}
        </>
      }
    >
      <p className="standfirst-line">{t('papers.words')}</p>
      {!may && (
        <p className="told">
          {t('papers.notTeller')} <Link to={`/election/${election.id}`}>{t('election.toElection')}</Link>
        </p>
      )}
      {may && (
        <>
          <p className="told">
            {t('papers.progress', { agreed: election.papersAgreed, handed: election.papersHanded })}
          </p>
          <section>
            <h2>{t('papers.batch', { number })}</h2>
            <BatchForm
              key={`${number} ${ownReading(batch)?.at ?? ''}`}
              election={election}
              paper={paper}
              number={number}
              batch={batch}
            />
            {batch && !batch.agreed && ownReading(batch) && <BatchDifference batch={batch} />}
          </section>
          {batches.length > 0 && (
            <section>
              <h2>{t('papers.batches')}</h2>
              <BatchRows {...{ batches, number, next }} onChoose={setNumber} />
            </section>
          )}
        </>
      )}
      <PapersHanded election={election} />
    </Page>
  );
}

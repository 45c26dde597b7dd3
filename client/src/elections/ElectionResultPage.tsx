/** What an election came to: who is elected, how the count got there stage by stage, and how to check it. */
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import type { Count } from '../../../server/counting/elections/election';
import { ElectionResultDocument, type ElectionResultQuery } from '../generated/elections/result';
import { QuorumMeter } from '../graphics/QuorumMeter';
import { useT } from '../i18n/useT';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { CountPictures } from './CountPictures';
import { Downloads } from './Downloads';
import { Elected } from './Elected';
import { ElectionKicker } from './ElectionKicker';
import { ElectionResultFacts } from './ElectionResultFacts';
import { useElectionTitle } from './electionWords';
import { Recount } from './Recount';
import { Ties } from './Ties';
import { usePaper } from './usePaper';
import { WhatIf } from './WhatIf';
import '../polls/polls.css';
import './elections.css';

export type ElectionWithResult = NonNullable<ElectionResultQuery['election']>;
/** How an election can end. */
export type Ending = 'ELECTED' | 'UNOPPOSED' | 'REOPENED' | 'UNFILLED' | 'INQUORATE';
export type ElectionOutcome = NonNullable<ElectionWithResult['result']>;

export default function ElectionResultPage() {
  const { id = '' } = useParams();
  const read = useQuery(ElectionResultDocument, { variables: { id } });
  return (
    <Loaded read={read} pick={({ election }) => (election?.result ? { election, result: election.result } : null)}>
      {({ election, result }) => <ResultShown key={election.id} election={election} result={result} />}
    </Loaded>
  );
}

function ResultShown({ election, result }: { election: ElectionWithResult; result: ElectionOutcome }) {
  const t = useT();
  const title = useElectionTitle();
  const paper = usePaper(election.candidates);
  const names = useMemo(() => paper.map(({ name }) => name), [paper]);
  const count = useMemo(() => (result.count === null ? null : (JSON.parse(result.count) as Count)), [result.count]);
  return (
    <Page
      title={title(election)}
      kicker={<ElectionKicker election={election} />}
      facts={<ElectionResultFacts election={election} result={result} />}
    >
      <Elected election={election} result={result} count={count} />
      {election.poll && (
        <section>
          <h2>{t('result.quorum')}</h2>
          <QuorumMeter
            what="electors"
            tookPart={result.papers}
            of={election.rollCount}
            needed={election.poll.quorumNeeded}
          />
        </section>
      )}
      {result.withheld && <p className="told">{t('election.withheld')}</p>}
      {count && <CountPictures count={count} names={names} />}
      {count && count.ties.length > 0 && <Ties count={count} names={names} seed={result.lotSeed} />}
      <section>
        <h2>{t('result.check')}</h2>
        {result.withheld ? (
          <p>{t('election.notRecountable')}</p>
        ) : (
          <Recount electionId={election.id} result={result} count={count} />
        )}
        <Downloads election={election} result={result} />
      </section>
      {count && !result.withheld && <WhatIf election={election} result={result} paper={paper} names={names} />}
    </Page>
  );
}

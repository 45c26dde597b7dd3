/** One ballot of an election: who stands, marked in the way its method asks for, cast, and changed until the close. */
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { ElectionBallotDocument, type ElectionBallotQuery } from '../generated/elections/electionBallot';
import { useT } from '../i18n/useT';
import { CannotVote } from '../polls/CannotVote';
import { Casting } from '../polls/Casting';
import { Countdown } from '../polls/Countdown';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { PrimaryLink } from '../ui/PrimaryLink';
import { ElectionFacts } from './ElectionFacts';
import { ElectionKicker } from './ElectionKicker';
import { ElectionMarks } from './ElectionMarks';
import { useElectionTitle } from './electionWords';
import { SaidBallot } from './SaidBallot';
import { usePaper } from './usePaper';
import '../polls/polls.css';

type Whole = NonNullable<ElectionBallotQuery['election']>;

export default function ElectionBallotPage() {
  const { id = '' } = useParams();
  const read = useQuery(ElectionBallotDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded read={read} pick={({ election }) => election}>
      {(election) => <Ballot key={election.id} election={election} again={() => void read.refetch()} />}
    </Loaded>
  );
}

function Ballot({ election, again }: { election: Whole; again: () => void }) {
  const t = useT();
  const title = useElectionTitle();
  const { poll } = election;
  const paper = usePaper(election.candidates);
  const mine = poll?.viewer != null && poll.viewer.onRoll && poll.viewer.cannot === null;
  return (
    <Page
      title={title(election)}
      kicker={<ElectionKicker election={election} />}
      facts={<ElectionFacts election={election} />}
    >
      <p className="standfirst-line">
        {t('election.placesToFill', { seats: election.seats })}{' '}
        <Link to={`/election/${election.id}`}>{t('election.readStatements')}</Link>
      </p>
      {poll?.state === 'OPEN' && mine && (
        <Casting
          poll={poll}
          onOver={again}
          recordedAs={(marks) => <SaidBallot method={election.method} marks={marks} candidates={paper} />}
          unmarked={t('marking.nothingYet')}
        >
          {(choice, choose) => (
            <ElectionMarks method={election.method} candidates={paper} choice={choice} onChoose={choose} />
          )}
        </Casting>
      )}
      {poll?.state === 'OPEN' && !mine && (
        <>
          <CannotVote poll={poll} />
          <p>
            <Countdown closesAt={poll.closesAt} now={poll.now} onOver={again} />
          </p>
        </>
      )}
      {poll?.state !== 'OPEN' && (
        <>
          <p className="told">{t(`election.now.${election.state}`)}</p>
          {poll?.viewer?.ballot && <p>{t('polls.youTookPart')}</p>}
          {election.state === 'CERTIFIED' && (
            <PrimaryLink to={`/election/${election.id}/result`}>{t('polls.seeResult')}</PrimaryLink>
          )}
        </>
      )}
    </Page>
  );
}

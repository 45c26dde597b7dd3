/** An election: what is being elected and when, who stands and what they say, and what the reader can do with it now. */
import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { ElectionDocument, type ElectionQuery } from '../generated/elections/election';
import { YearLine } from '../graphics/YearLine';
import { useT } from '../i18n/useT';
import { Countdown } from '../polls/Countdown';
import { Deadline } from '../ui/Deadline';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { PrimaryLink } from '../ui/PrimaryLink';
import { Section } from '../ui/Section';
import { Candidates } from './Candidates';
import { ElectionFacts } from './ElectionFacts';
import { ElectionKicker } from './ElectionKicker';
import { ElectionOfficers } from './ElectionOfficers';
import { useElectionTitle } from './electionWords';
import { Nominations } from './Nominations';
import { useElectionTimes } from './useElectionTimes';
import { Vacancies } from './Vacancies';
import '../polls/polls.css';
import './elections.css';

export type ElectionWhole = NonNullable<ElectionQuery['election']>;

export default function ElectionPage() {
  const { id = '' } = useParams();
  const read = useQuery(ElectionDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded read={read} pick={({ election }) => election}>
      {(election) => <ElectionShown key={election.id} election={election} again={() => void read.refetch()} />}
    </Loaded>
  );
}

function ElectionShown({ election, again }: { election: ElectionWhole; again: () => void }) {
  const t = useT();
  const title = useElectionTitle();
  const times = useElectionTimes(election);
  // While they are open they are what the page is for; later, who declined is only of some interest.
  const nominating = election.kind === 'PERSONS' && election.state === 'NOMINATIONS';
  return (
    <Page
      title={title(election)}
      kicker={<ElectionKicker election={election} />}
      facts={<ElectionFacts election={election} />}
    >
      <WhereItIs election={election} again={again} />
      {nominating && <Nominations election={election} />}
      <section>
        <h2>{t('election.times')}</h2>
        <YearLine points={times} now={new Date(election.now)} />
      </section>
      <Section
        title={t(election.kind === 'PERSONS' ? 'election.candidates' : 'election.options')}
        count={standing(election)}
      >
        <Candidates election={election} />
      </Section>
      {election.kind === 'PERSONS' && !nominating && <Nominations election={election} />}
      <Vacancies election={election} />
      <ElectionOfficers election={election} />
    </Page>
  );
}

const standing = ({ candidates }: ElectionWhole) =>
  candidates.filter(({ kind, state }) => kind !== 'REOPEN' && state === 'STANDING').length;

/** The one sentence that says where it is, and the one thing to do about it. */
function WhereItIs({ election, again }: { election: ElectionWhole; again: () => void }) {
  const t = useT();
  const { state, poll, now, closesAt } = election;
  const voting = state === 'VOTING' && closesAt !== null && Date.parse(closesAt) > Date.parse(now);
  const voted = Boolean(poll?.viewer?.ballot);
  const mine = poll?.viewer?.onRoll === true;
  const ballotWords =
    mine && poll?.viewer?.cannot === null ? (voted ? 'election.changeBallot' : 'polls.toBallot') : 'polls.whyNot';
  return (
    <>
      <p className="told">
        <strong>{t(`election.now.${state}`)}</strong>{' '}
        {state === 'NOMINATIONS' && (
          <>
            {t('election.nominationsUntil')} <Deadline at={election.nominationsUntil} now={now} />.
          </>
        )}
        {state === 'VOTING' && closesAt !== null && <Countdown closesAt={closesAt} now={now} onOver={again} />}
        {voting && `. ${t(mine ? (voted ? 'election.youVoted' : 'election.youMayVote') : 'election.notOnRoll')}`}
      </p>
      {voting && <PrimaryLink to={`/election/${election.id}/ballot`}>{t(ballotWords)}</PrimaryLink>}
      {state === 'CERTIFIED' && (
        <PrimaryLink to={`/election/${election.id}/result`}>{t('polls.seeResult')}</PrimaryLink>
      )}
    </>
  );
}

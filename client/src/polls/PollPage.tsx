/** The facts of a poll: the frozen roll by body, how many have answered, challenges, and what its officers may do. */
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { PollFactsDocument, type PollFactsQuery } from '../generated/polls/poll';
import { QuorumMeter } from '../graphics/QuorumMeter';
import { useT } from '../i18n/useT';
import { Deadline } from '../ui/Deadline';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Row, Rows } from '../ui/Rows';
import { PollKicker } from './PollKicker';
import { Challenges } from './Challenges';
import { Countdown } from './Countdown';
import { PollFacts } from './PollFacts';
import { PollOfficers } from './PollOfficers';
import './polls.css';

export type PollWhole = NonNullable<PollFactsQuery['poll']>;

export default function PollPage() {
  const { id = '' } = useParams();
  const read = useQuery(PollFactsDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded read={read} pick={({ poll }) => poll}>
      {(poll) => <PollShown key={poll.id} poll={poll} again={() => void read.refetch()} />}
    </Loaded>
  );
}

const resultOf = ({ id, election }: PollWhole) => (election ? `/election/${election.id}` : `/poll/${id}`);

function PollShown({ poll, again }: { poll: PollWhole; again: () => void }) {
  const t = useT();
  return (
    <Page title={poll.title} kicker={<PollKicker poll={poll} />} facts={<PollFacts poll={poll} />}>
      <p className="told">
        {poll.state === 'OPEN' && <Countdown closesAt={poll.closesAt} now={poll.now} onOver={again} />}
        {poll.state === 'CLOSED' && t('polls.isClosed')}
        {poll.state === 'CERTIFIED' && <Link to={`${resultOf(poll)}/result`}>{t('polls.seeResult')}</Link>}
      </p>
      {poll.state === 'OPEN' && (
        <p className="after-told">
          <Link className="button" to={`/poll/${poll.id}`}>
            {t('polls.toBallot')}
          </Link>
        </p>
      )}
      <section>
        <h2>{t(poll.state === 'OPEN' ? 'polls.turnout' : 'result.quorum')}</h2>
        <QuorumMeter what="electors" tookPart={poll.ballotCount} of={poll.rollCount} needed={poll.quorumNeeded} />
        {poll.state === 'OPEN' && <p className="small quiet">{t('polls.neverByOption')}</p>}
      </section>
      {poll.children.length > 0 && (
        <section>
          <h2>{t('polls.below')}</h2>
          <Rows>
            {poll.children.map((child) => (
              <Row
                key={child.id}
                to={`/poll/${child.id}/facts`}
                title={child.body.name}
                end={t('polls.tookOf', { ballots: child.ballotCount, roll: child.rollCount })}
                note={child.weight === null ? undefined : t('polls.weightOf', { weight: child.weight })}
              />
            ))}
          </Rows>
        </section>
      )}
      {poll.children.length === 0 && (
        <section>
          <h2>
            {t('polls.roll')} <span className="count">{poll.rollCount}</span>
          </h2>
          <p>{t('polls.rollFrozen')}</p>
          <Rows>
            {poll.rollByBody.map(({ body, entitled }) => (
              <Row key={body.id} to={`/b/${body.slug}`} title={body.name} end={String(entitled)} />
            ))}
          </Rows>
          <p className="small quiet">
            {t('polls.challengeUntil')} <Deadline at={poll.challengeUntil} now={poll.now} />
          </p>
        </section>
      )}
      <Challenges poll={poll} />
      {poll.election ? (
        <p>
          <Link to={`/election/${poll.election.id}`}>{t('election.toElection')}</Link>
        </p>
      ) : (
        <PollOfficers poll={poll} />
      )}
    </Page>
  );
}

/** One ballot: the question, the text, the choices, and whether this reader may answer. That of an election has its own page. */
import { useQuery } from '@apollo/client/react';
import { Link, Navigate, useParams } from 'react-router';
import { BallotDocument, type PollHereFragment } from '../generated/polls/ballot';
import { useT } from '../i18n/useT';
import { Loaded } from '../ui/Loaded';
import { Markdown } from '../ui/Markdown';
import { Page } from '../ui/Page';
import { PrimaryLink } from '../ui/PrimaryLink';
import { BallotForm } from './BallotForm';
import { CannotVote } from './CannotVote';
import { Countdown } from './Countdown';
import { PollKicker } from './PollKicker';
import { PollFacts } from './PollFacts';
import './polls.css';

export default function BallotPage() {
  const { id = '' } = useParams();
  const read = useQuery(BallotDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded read={read} pick={({ poll }) => poll}>
      {(poll) =>
        poll.election ? (
          <Navigate replace to={`/election/${poll.election.id}/ballot`} />
        ) : (
          <Ballot key={poll.id} poll={poll} again={() => void read.refetch()} />
        )
      }
    </Loaded>
  );
}

function Ballot({ poll, again }: { poll: PollHereFragment; again: () => void }) {
  const t = useT();
  const open = poll.state === 'OPEN';
  const mine = poll.viewer !== null && poll.viewer.onRoll && poll.viewer.cannot === null;
  const motion = poll.proposal;
  return (
    <Page title={poll.title} kicker={<PollKicker poll={poll} />} facts={<PollFacts poll={poll} />}>
      {motion && (
        <div className="ballot-text">
          <Markdown text={firstLines(motion.text)} />
          <p>
            <Link className="why" to={`/m/${motion.body.slug}/${motion.number ?? ''}`}>
              {t('polls.wholeText')}
            </Link>
          </p>
        </div>
      )}
      {open && mine && <BallotForm poll={poll} onOver={again} />}
      {open && !mine && (
        <>
          <CannotVote poll={poll} />
          <p>
            <Countdown closesAt={poll.closesAt} now={poll.now} onOver={again} />
          </p>
        </>
      )}
      {!open && (
        <>
          <p className="told">{t(poll.state === 'CERTIFIED' ? 'polls.isCertified' : 'polls.isClosed')}</p>
          {poll.viewer?.ballot && <p>{t('polls.youTookPart')}</p>}
          {poll.state === 'CERTIFIED' && (
            <PrimaryLink to={`/poll/${poll.id}/result`}>{t('polls.seeResult')}</PrimaryLink>
          )}
        </>
      )}
    </Page>
  );
}

/** Enough of the text to know what is asked, cut between paragraphs; the whole is one tap away. */
function firstLines(text: string): string {
  const paragraphs = text.split(/\n\s*\n/);
  let shown = paragraphs[0] ?? '';
  for (const paragraph of paragraphs.slice(1)) {
    // A heading stands for what follows it, so it is not shown alone.
    if (paragraph.startsWith('#') || shown.length + paragraph.length > 320) break;
    shown += `\n\n${paragraph}`;
  }
  return shown;
}

/** Why this reader can not vote here now: the rule and the cure, or where their own ballot is. Never silence. */
import { Link } from 'react-router';
import type { PollHereFragment } from '../generated/polls/ballot';
import { useT } from '../i18n/useT';
import { useViewer } from '../session/useViewer';
import { PrimaryLink } from '../ui/PrimaryLink';
import { useRefusalSentence } from '../ui/Refused';
import { Why } from '../ui/Why';

export function CannotVote({ poll }: { poll: PollHereFragment }) {
  const t = useT();
  const { viewer, known } = useViewer();
  const say = useRefusalSentence();
  const elsewhere = poll.viewerPoll && poll.viewerPoll.id !== poll.id ? poll.viewerPoll : null;
  const refusal = poll.viewer?.cannot ?? null;
  if (elsewhere)
    return (
      <>
        <p className="told">{t('polls.voteElsewhere', { body: elsewhere.body.name })}</p>
        <PrimaryLink to={`/poll/${elsewhere.id}`}>{t('polls.toOwnBallot', { body: elsewhere.body.name })}</PrimaryLink>
      </>
    );
  return (
    <div className="told stack-tight">
      <h2 className="plain-head">{t('polls.whyNot')}</h2>
      {refusal ? (
        <p>{say(refusal)}</p>
      ) : (
        known && <p>{viewer ? t('polls.notOnRoll') : <Link to="/sign-in">{t('polls.signInToVote')}</Link>}</p>
      )}
      <Why
        bodySlug={poll.ruleBookBody.slug}
        bodyName={poll.ruleBookBody.name}
        version={poll.ruleBookVersion}
        section="roll"
      />
      {viewer && !refusal?.code.startsWith('POLL') && (
        <p className="small">
          <Link to={`/poll/${poll.id}/facts`}>{t('polls.challengeHint')}</Link>
        </p>
      )}
    </div>
  );
}

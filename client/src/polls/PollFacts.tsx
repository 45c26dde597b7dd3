/** The margin of a poll: whose it is, who may answer, how many have, and the rule in sentences. */
import { Link } from 'react-router';
import type { PollHereFragment } from '../generated/polls/ballot';
import { useT } from '../i18n/useT';
import { Facts } from '../ui/Facts';
import { Sentences } from '../ui/Sentence';
import { When } from '../ui/When';
import { Why } from '../ui/Why';

export function PollFacts({ poll }: { poll: PollHereFragment }) {
  const t = useT();
  const above = poll.parent;
  return (
    <Facts
      facts={[
        [t('polls.decides'), <Link to={`/b/${poll.body.slug}`}>{poll.body.name}</Link>],
        above && [t('polls.castUpTo'), <Link to={`/poll/${above.id}/facts`}>{above.body.name}</Link>],
        [t('polls.took'), t('polls.tookOf', { ballots: poll.ballotCount, roll: poll.rollCount })],
        poll.quorumNeeded !== null && [t('polls.quorum'), t('polls.quorumNeeded', { needed: poll.quorumNeeded })],
        poll.weight !== null && [t('polls.weight'), t('polls.weightOf', { weight: poll.weight })],
        [t('polls.opened'), <When at={poll.openedAt} withTime />],
        [
          t('polls.ruleHead'),
          <>
            <Sentences of={poll.rule} />
            <Why
              bodySlug={poll.ruleBookBody.slug}
              bodyName={poll.ruleBookBody.name}
              version={poll.ruleBookVersion}
              section={poll.ruleSection}
            />
          </>,
        ],
        [t('polls.more'), <Link to={`/poll/${poll.id}/facts`}>{t('polls.rollAndTurnout')}</Link>],
      ]}
    />
  );
}

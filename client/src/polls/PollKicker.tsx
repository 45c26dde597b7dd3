// Where a poll belongs: the body whose members vote, and the motion.
import { Link } from 'react-router';
import { useT } from '../i18n/useT';

interface WhosePoll {
  body: { slug: string; name: string };
  proposal: { number: number | null; body: { slug: string; name: string } } | null;
}

export function PollKicker({ poll }: { poll: WhosePoll }) {
  const t = useT();
  const motion = poll.proposal;
  return (
    <>
      <Link to={`/b/${poll.body.slug}`}>{poll.body.name}</Link>
      {motion?.number != null && (
        <>
          {' · '}
          <Link to={`/m/${motion.body.slug}/${motion.number}`}>
            {motion.body.slug === poll.body.slug
              ? t('motion.number', { number: motion.number })
              : t('polls.motionOf', { body: motion.body.name, number: motion.number })}
          </Link>
        </>
      )}
    </>
  );
}

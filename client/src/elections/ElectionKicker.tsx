// Where an election belongs: the body that elects, and the motion that called it.
import { Link } from 'react-router';
import { useT } from '../i18n/useT';

interface Whose {
  body: { slug: string; name: string };
  proposal?: { number: number | null; body: { slug: string } } | null;
}

export function ElectionKicker({ election: { body, proposal } }: { election: Whose }) {
  const t = useT();
  return (
    <>
      <Link to={`/b/${body.slug}`}>{body.name}</Link>
      {' · '}
      <Link to={`/b/${body.slug}/elections`}>{t('election.list')}</Link>
      {proposal?.number != null && (
        <>
          {' · '}
          <Link to={`/m/${proposal.body.slug}/${proposal.number}`}>
            {t('motion.number', { number: proposal.number })}
          </Link>
        </>
      )}
    </>
  );
}

// The versions of a body's own rule book, each with the motion that carried it.
import { Link } from 'react-router';
import { useT } from '../i18n/useT';
import { Facts } from '../ui/Facts';
import { When } from '../ui/When';
import type { Body } from './RuleBookPage';

export function RuleBookFacts({ body }: { body: Body }) {
  const t = useT();
  const { versions } = body.ruleBook;
  if (versions.length === 0) return <p className="quiet">{t('rules.noOwn', { body: body.name })}</p>;
  return (
    <Facts
      facts={versions.map(({ version, inForceFrom, proposal }) => [
        <>
          {t('rules.version', { version })}, {t('rules.from')} <When at={inForceFrom} />
        </>,
        proposal ? (
          <Link to={`/m/${proposal.body.slug}/${proposal.number}`}>{proposal.title}</Link>
        ) : (
          t('rules.founding')
        ),
      ])}
    />
  );
}

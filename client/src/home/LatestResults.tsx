// The last motions that were decided: what came out, and by how many, each leading to its result.
import type { FrontQuery } from '../generated/home/home';
import { useT } from '../i18n/useT';
import { Row, Rows } from '../ui/Rows';
import { Section } from '../ui/Section';
import { useCode } from '../ui/useCode';

type Motion = NonNullable<FrontQuery['federation']>['latest']['edges'][number]['node'];

export function LatestResults({ motions, slug }: { motions: readonly Motion[]; slug: string }) {
  const t = useT();
  const code = useCode();
  if (motions.length === 0) return null;
  return (
    <Section title={t('front.results')}>
      <Rows>
        {motions.map(({ id, number, title, state, result }) => (
          <Row
            key={id}
            to={result ? `/poll/${result.poll.id}/result` : `/m/${slug}/${number ?? ''}`}
            title={title}
            end={<strong>{code('proposalState', state)}</strong>}
            note={
              count(result, 'FOR') !== null
                ? t('front.count', { number, yes: count(result, 'FOR') ?? 0, no: count(result, 'AGAINST') ?? 0 })
                : t('motion.number', { number })
            }
          />
        ))}
      </Rows>
    </Section>
  );
}

/** By the count that binds. */
function count(result: Motion['result'], option: string): number | null {
  const binding = result?.lenses.find(({ binds }) => binds);
  return binding?.totals.find((each) => each.option === option)?.count ?? null;
}

// The platform in force, to be read where one says yes to it.
import type { ApplyPageQuery } from '../generated/membership/join';
import { useT } from '../i18n/useT';
import { Section } from '../ui/Section';

type Platform = NonNullable<ApplyPageQuery['platform']>;

export function ReadPlatform({ platform }: { platform: Platform }) {
  const t = useT();
  const clauses = platform.clauses.filter(({ kind }) => kind !== 'DECLARATION');
  return (
    <Section title={t('platform.title', { version: platform.number })}>
      <ol className="plain stack">
        {clauses.map((clause, index) => (
          <li key={clause.key}>
            <h3>
              {index + 1} {clause.heading}
            </h3>
            <p className="plain-text">{clause.text}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

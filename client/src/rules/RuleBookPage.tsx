// The rules in force in a body, in sentences: each section says whose rule it is, its own or one from above.
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { RuleBookPageDocument, type RuleBookPageQuery } from '../generated/rules/ruleBook';
import { useT } from '../i18n/useT';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { useCode } from '../ui/useCode';
import { useHashTarget } from '../ui/useHashTarget';
import { RuleGroups } from './RuleGroups';
import { ruleGroups } from './ruleGroups';
import { RuleBookFacts } from './RuleBookFacts';

export type Body = NonNullable<RuleBookPageQuery['body']>;

function RuleSection({ section, slug }: { section: Body['ruleBook']['sections'][number]; slug: string }) {
  const t = useT();
  const code = useCode();
  const own = section.fromBody.slug === slug;
  return (
    <Section id={section.key} title={`§ ${code('ruleSection', section.key)}`}>
      <div className="stack-tight">
        <RuleGroups groups={ruleGroups(section.sentences)} />
        <p className="small quiet">
          {own ? (
            t('rules.own', { version: section.fromVersion })
          ) : (
            <Link to={`/b/${section.fromBody.slug}/rules#${section.key}`}>
              {t('rules.inherited', { body: section.fromBody.name, version: section.fromVersion })}
            </Link>
          )}
        </p>
        <details>
          <summary>{t('rules.data')}</summary>
          <pre>{JSON.stringify(section.rules, null, 2)}</pre>
        </details>
      </div>
    </Section>
  );
}

function RuleBookSheet({ body }: { body: Body }) {
  const t = useT();
  const { version, sections } = body.ruleBook;
  useHashTarget(true);
  return (
    <Page
      title={version === null ? t('rules.titleInherited') : t('rules.title', { version })}
      kicker={<Link to={`/b/${body.slug}`}>{body.name}</Link>}
      standfirst={t('rules.text')}
      facts={<RuleBookFacts body={body} />}
    >
      {sections.map((section) => (
        <RuleSection key={section.key} section={section} slug={body.slug} />
      ))}
    </Page>
  );
}

export default function RuleBookPage() {
  const { slug = '' } = useParams();
  const read = useQuery(RuleBookPageDocument, { variables: { slug } });
  return (
    <Loaded read={read} pick={({ body }) => body}>
      {(body) => <RuleBookSheet body={body} />}
    </Loaded>
  );
}

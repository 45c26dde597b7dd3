// The rules in force in plain sentences, the ones a member meets most; the whole book is one tap away.
import { Link } from 'react-router';
import { useT } from '../i18n/useT';
import { RuleGroups } from '../rules/RuleGroups';
import { ruleGroups } from '../rules/ruleGroups';
import { Section } from '../ui/Section';
import { useCode } from '../ui/useCode';
import type { Body } from './BodyPage';

/** Of the decisions only the first kind, which is any motion that has no rule of its own. */
const shown = ['decisions', 'motions'];

export function BodyRules({ body }: { body: Body }) {
  const t = useT();
  const code = useCode();
  const sections = shown.flatMap((key) => body.ruleBook.sections.filter((section) => section.key === key));
  return (
    <Section title={t('body.rules')}>
      <div className="stack">
        {sections.map((section) => (
          <div key={section.key} className="stack-tight">
            <h3>{code('ruleSection', section.key)}</h3>
            <RuleGroups groups={ruleGroups(section.sentences).slice(0, 1)} />
          </div>
        ))}
        <ul className="links">
          <li>
            <Link to={`/b/${body.slug}/rules`}>{t('rules.whole')}</Link>
          </li>
        </ul>
      </div>
    </Section>
  );
}

// Where a Refusal or a reason names the rule it rests on: the way to that section, in the rules that hold for the reader.
import { useViewer } from '../session/useViewer';
import { useT } from '../i18n/useT';
import { Why } from './Why';

/** "Portland, rule book 2, §standing", or the key of a section alone. */
const cited = /^(?:(?<body>.+), rule book (?<version>\d+), )?§?(?<section>[a-z]\w*)(?:\.\w+)*$/;

/** @param bodySlug whose rules; without it, those of the reader's own Local Group, where everything inherited stands too */
export function RuleLink({ rule, bodySlug }: { rule: string; bodySlug?: string | undefined }) {
  const t = useT();
  const { viewer } = useViewer();
  const slug = bodySlug ?? viewer?.membership?.body.slug;
  const place = cited.exec(rule)?.groups;
  if (!slug || !place?.['section']) return <span className="small quiet">{t('refused.rule', { rule })}</span>;
  const { body, version, section } = place;
  return (
    <Why
      bodySlug={slug}
      version={version ? Number(version) : null}
      section={section}
      {...(body ? { bodyName: body } : {})}
    />
  );
}

// The one tap from where a rule bites to the rule itself: "Rule book 3, §decisions".
import { Link } from 'react-router';
import { useT } from '../i18n/useT';

export interface WhyProps {
  bodySlug: string;
  version: number | null;
  /** The section's key, or a place within it such as `decisions.ORDINARY`. */
  section: string;
  /** The name of the body, where it is not plain from the page whose rules these are. */
  bodyName?: string;
}

export const sectionKey = (section: string) => section.replace(/^§/, '').split('.')[0]!;

export function Why({ bodySlug, version, section, bodyName }: WhyProps) {
  const t = useT();
  const key = sectionKey(section);
  const words = version === null ? t('why.section', { section: key }) : t('why.rule', { version, section: key });
  return (
    <Link className="why" to={`/b/${bodySlug}/rules#${key}`}>
      {bodyName ? t('why.of', { body: bodyName, rule: words }) : words}
    </Link>
  );
}

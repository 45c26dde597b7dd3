// Each reason why somebody may not vote now, with its cure beside it: "why can't I vote?" is always answered.
import { useIntl } from 'react-intl';
import type { ReasonFragment } from '../generated/membership/fragments';
import { wordCode } from '../i18n/word';
import { useT } from '../i18n/useT';
import { RuleLink } from '../ui/RuleLink';
import { When } from '../ui/When';

export function StandingReasons({ reasons, bodySlug }: { reasons: readonly ReasonFragment[]; bodySlug: string }) {
  const t = useT();
  const intl = useIntl();
  return (
    <ul className="plain stack-tight">
      {reasons.map((reason) => (
        <li key={reason.code}>
          <strong>{wordCode(intl, `standing.${reason.code}`, {}, reason.message)}</strong>{' '}
          {wordCode(intl, `cure.${reason.code}`, {}, reason.cure)}{' '}
          {reason.until && (
            <span className="quiet">
              {t('standing.until')} <When at={reason.until} />.{' '}
            </span>
          )}
          {reason.rule && <RuleLink rule={reason.rule} bodySlug={bodySlug} />}
        </li>
      ))}
    </ul>
  );
}

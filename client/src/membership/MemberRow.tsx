// One member as the others of the group see them; standing and dues only where the reader holds the office for it.
import type { MemberRowFragment } from '../generated/membership/members';
import { useT } from '../i18n/useT';
import { useCode } from '../ui/useCode';
import { When } from '../ui/When';
import { StandingReasons } from './StandingReasons';

export function MemberRow({ member }: { member: MemberRowFragment }) {
  const t = useT();
  const code = useCode();
  const { standing } = member;
  return (
    <li className="member">
      <div className="row">
        <span className="row-title">
          <bdi>{member.displayName ?? t('body.nameKept')}</bdi>
        </span>
        <span className="row-end">
          {member.kind === 'SUPPORTER' ? t('apply.supporterShort') : code('membershipState', member.state)}
        </span>
        <span className="row-note">
          {member.joinedOn && (
            <>
              {t('members.since')} <When at={member.joinedOn} />.{' '}
            </>
          )}
          {member.duesPaidUntil && (
            <>
              {t('membership.duesUntil')} <When at={member.duesPaidUntil} />.{' '}
            </>
          )}
          {!member.acceptedPlatform && `${t('members.notAccepted')} `}
        </span>
      </div>
      {standing && !standing.inGoodStanding && standing.reasons.length > 0 && (
        <details>
          <summary>{t('standing.notShort')}</summary>
          <StandingReasons reasons={standing.reasons} bodySlug={member.body.slug} />
        </details>
      )}
    </li>
  );
}

// One's membership: where, since when, in what standing, in which offices; and the two ways out of it.
import { Link } from 'react-router';
import type { AccountQuery } from '../generated/session/account';
import { useT } from '../i18n/useT';
import { MembershipEvents } from '../membership/MembershipEvents';
import { StandingReasons } from '../membership/StandingReasons';
import { Empty } from '../ui/Empty';
import { Section } from '../ui/Section';
import { useCode } from '../ui/useCode';
import { When } from '../ui/When';
import { ResignForm } from './ResignForm';
import { TransferForm } from './TransferForm';

type Viewer = NonNullable<AccountQuery['viewer']>;

export function MembershipSection({ viewer }: { viewer: Viewer }) {
  const t = useT();
  const code = useCode();
  const { membership, standing, offices } = viewer;
  if (!membership) {
    return (
      <Section title={t('membership.title')}>
        <Empty
          step={
            <Link className="button" to="/join">
              {t('nav.join')}
            </Link>
          }
        >
          {t('membership.none')}
        </Empty>
      </Section>
    );
  }
  return (
    <Section title={t('membership.title')}>
      <div className="stack">
        <p>
          <Link to={`/b/${membership.body.slug}`}>{membership.body.name}</Link> ·{' '}
          {code('membershipState', membership.state)}
          {membership.joinedOn && (
            <>
              {' '}
              · {t('membership.since')} <When at={membership.joinedOn} />
            </>
          )}
        </p>
        {membership.duesPaidUntil && (
          <p>
            {t('membership.duesUntil')} <When at={membership.duesPaidUntil} />
          </p>
        )}
        {standing &&
          (standing.inGoodStanding ? (
            <p>{t('standing.good')}</p>
          ) : (
            <StandingReasons reasons={standing.reasons} bodySlug={membership.body.slug} />
          ))}
        {offices.map((term) => (
          <p key={term.id}>
            {code('office', term.office)}, <Link to={`/b/${term.body.slug}`}>{term.body.name}</Link>,{' '}
            {t('office.until')} <When at={term.untilDate} />
          </p>
        ))}
        <MembershipEvents events={membership.events} />
        {membership.transferTo && <p className="told">{t('transfer.waiting', { body: membership.transferTo.name })}</p>}
        {membership.viewerCan.includes('transferMembership') && !membership.transferTo && (
          <TransferForm from={membership.body.id} />
        )}
        {membership.viewerCan.includes('resignMembership') && <ResignForm />}
      </div>
    </Section>
  );
}

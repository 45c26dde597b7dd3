// A member's own dues: where I stand, what I owe and how to pay it, what I paid and where each cent of it went.
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import {
  OwnDuesPageDocument,
  OwnMembershipDocument,
  type OwnDuesFragment,
  type RateFragment,
} from '../generated/dues/member';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { AskWaiver } from './AskWaiver';
import { ChargeRows } from './ChargeRows';
import { ChooseBand } from './ChooseBand';
import { HowToPay } from './HowToPay';
import { PaymentRows } from './PaymentRows';
import { StandingLine } from './StandingLine';
import { Sums } from './Sum';
import './dues.css';

function Owed({ dues }: { dues: OwnDuesFragment }) {
  const t = useT();
  return (
    <div className="stack-tight">
      <p className="owed-line">
        <span className="of">{t(dues.owed.length > 0 ? 'dues.youOwe' : 'dues.nothingOwed')}</span>
        {dues.owed.length > 0 && (
          <span className="big">
            <Sums of={dues.owed} />
          </span>
        )}
      </p>
      {dues.standing && <StandingLine standing={dues.standing} own />}
      {dues.credit.map(({ body, amount }) => (
        <p key={`${body.id}${amount.currency}`}>
          {t('dues.creditHeld', { body: body.name })} <Sums of={[amount]} />. {t('dues.creditUse')}
        </p>
      ))}
    </div>
  );
}

function Sheet({ dues, rate }: { dues: OwnDuesFragment; rate: RateFragment | null }) {
  const t = useT();
  const { body } = dues;
  return (
    <Page
      title={t('dues.own')}
      kicker={<Link to={`/b/${body.slug}`}>{body.name}</Link>}
      facts={
        <Facts
          facts={[
            rate && [
              t('dues.rate'),
              <span key="rate">
                <Sums of={[rate.amount]} /> {t(`dues.per${rate.period}`)}
              </span>,
            ],
            [
              t('dues.whereItGoes'),
              <Link key="books" to={`/b/${body.slug}/books`}>
                {t('dues.booksOf', { body: body.name })}
              </Link>,
            ],
          ]}
        />
      }
    >
      <Owed dues={dues} />
      <HowToPay dues={dues} currency={rate?.amount.currency ?? 'USD'} />
      <Section title={t('dues.charged')} count={dues.charges.length}>
        {dues.charges.length > 0 ? <ChargeRows charges={dues.charges} /> : <Empty>{t('dues.noCharges')}</Empty>}
      </Section>
      <Section title={t('dues.paid')} count={dues.payments.length}>
        {dues.payments.length > 0 ? <PaymentRows payments={dues.payments} /> : <Empty>{t('dues.noPayments')}</Empty>}
      </Section>
      {rate && rate.bands.length > 0 && dues.viewerCan.includes('declareDuesBand') && (
        <ChooseBand dues={dues} rate={rate} />
      )}
      <AskWaiver dues={dues} />
    </Page>
  );
}

function Of({ membershipId }: { membershipId: string }) {
  const read = useQuery(OwnDuesPageDocument, { variables: { membershipId }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded
      read={read}
      pick={({ duesStatement, federation }) =>
        duesStatement && { dues: duesStatement, rate: federation?.duesSchedule ?? null }
      }
    >
      {({ dues, rate }) => <Sheet dues={dues} rate={rate} />}
    </Loaded>
  );
}

export default function DuesPage() {
  const t = useT();
  const read = useQuery(OwnMembershipDocument);
  return (
    <Loaded read={read} pick={(data) => data}>
      {({ viewer }) =>
        viewer?.membership ? (
          <Of membershipId={viewer.membership.id} />
        ) : (
          <Page narrow title={t('dues.own')}>
            <Empty step={<Link to={viewer ? '/join' : '/sign-in'}>{t(viewer ? 'nav.join' : 'nav.signIn')}</Link>}>
              {t(viewer ? 'dues.noMembership' : 'dues.signIn')}
            </Empty>
          </Page>
        )
      }
    </Loaded>
  );
}

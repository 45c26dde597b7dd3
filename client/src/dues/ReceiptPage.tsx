// One receipt on a sheet of its own, to keep or to print.
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { OwnDuesPageDocument, OwnMembershipDocument, type PaymentSeenFragment } from '../generated/dues/member';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { When } from '../ui/When';
import { Parts } from './PaymentRows';
import { Sum } from './Sum';
import './dues.css';

function Receipt({ payment, reference }: { payment: PaymentSeenFragment; reference: string | null | undefined }) {
  const t = useT();
  return (
    <Page narrow title={t('dues.receipt', { number: payment.number })} kicker={payment.body.name}>
      {payment.reversed && <p className="told no">{t('dues.reversedLong')}</p>}
      <Facts
        facts={[
          [t('dues.amount'), <Sum key="sum" of={payment.amount} />],
          [t('dues.receivedOn'), <When key="day" at={payment.receivedOn} />],
          [t('dues.how'), t(`dues.method${payment.method}`)],
          reference ? [t('dues.yourReference'), reference] : null,
        ]}
      />
      {!payment.reversed && (
        <Section title={t('dues.whereItWent')}>
          <Parts payment={payment} />
        </Section>
      )}
      <p className="no-print">
        <Button onPress={() => window.print()}>{t('dues.print')}</Button> <Link to="/dues">{t('dues.own')}</Link>
      </p>
    </Page>
  );
}

function Of({ membershipId, id }: { membershipId: string; id: string }) {
  const read = useQuery(OwnDuesPageDocument, { variables: { membershipId } });
  return (
    <Loaded
      read={read}
      pick={({ duesStatement }) => {
        const payment = duesStatement?.payments.find((each) => each.id === id);
        return payment && { payment, reference: duesStatement?.payingReference };
      }}
    >
      {({ payment, reference }) => <Receipt payment={payment} reference={reference} />}
    </Loaded>
  );
}

export default function ReceiptPage() {
  const { id = '' } = useParams();
  const read = useQuery(OwnMembershipDocument);
  return (
    <Loaded read={read} pick={({ viewer }) => viewer?.membership}>
      {(membership) => <Of membershipId={membership.id} id={id} />}
    </Loaded>
  );
}

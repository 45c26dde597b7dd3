// One member's dues before the Treasurer or the Secretary: what is open, and the private excuse to give or to end.
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useDeed } from '../api/useDeed';
import {
  DeclineWaiverDocument,
  EndWaiverDocument,
  GrantWaiverDocument,
  MemberDuesDocument,
  type MemberDuesQuery,
} from '../generated/dues/treasurer';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Field, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';
import { When } from '../ui/When';
import { ChargeRows } from './ChargeRows';
import { PaymentRows } from './PaymentRows';
import { StandingLine } from './StandingLine';
import { Sums } from './Sum';
import './dues.css';

type Dues = NonNullable<MemberDuesQuery['duesStatement']>;

function Decline({ dues }: { dues: Dues }) {
  const t = useT();
  const [words, setWords] = useState('');
  const deed = useDeed(DeclineWaiverDocument, `declineWaiver:${dues.waiverRequest!.id}`, 'idempotencyKey');
  return (
    <details>
      <summary>{t('books.decline')}</summary>
      <Form onSend={() => void deed.run({ requestId: dues.waiverRequest!.id, words: words.trim() })}>
        <TextField
          label={t('books.declineWords')}
          required
          rows={2}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Outcome deed={deed} />
        <p>
          <Button type="submit" busy={deed.busy}>
            {t('books.declineGo')}
          </Button>
        </p>
      </Form>
    </details>
  );
}

function Waivers({ dues }: { dues: Dues }) {
  const t = useT();
  const [until, setUntil] = useState('');
  const grant = useDeed(GrantWaiverDocument, `grantWaiver:${dues.membershipId}`, 'id');
  const [current] = dues.waivers.filter(({ endedOn }) => endedOn === null);
  const end = useDeed(EndWaiverDocument, `endWaiver:${current?.id ?? ''}`, 'idempotencyKey');
  const can = (deed: string) => dues.viewerCan.includes(deed);
  return (
    <Section title={t('books.waiver')}>
      <div className="stack">
        <p>{t('books.waiverWho')}</p>
        {dues.waiverRequest && (
          <div>
            <p>
              {t('books.asked')} <When at={dues.waiverRequest.at} />
            </p>
            {dues.waiverRequest.words && <blockquote>{dues.waiverRequest.words}</blockquote>}
          </div>
        )}
        {current && (
          <p>
            {t('books.waivedUntil')} <When at={current.untilDate} />.{' '}
            {can('grantWaiver') && (
              <Button busy={end.busy} onPress={() => void end.run({ waiverId: current.id })}>
                {t('books.endWaiver')}
              </Button>
            )}
          </p>
        )}
        <Outcome deed={end} />
        {can('grantWaiver') && (
          <Form onSend={() => void grant.run({ membershipId: dues.membershipId, until })}>
            <Field
              label={t('books.waiveUntil')}
              type="date"
              required
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
            <Outcome deed={grant} />
            <p>
              <Button type="submit" busy={grant.busy}>
                {t('books.waive')}
              </Button>
            </p>
          </Form>
        )}
        {dues.waiverRequest && can('grantWaiver') && <Decline dues={dues} />}
      </div>
    </Section>
  );
}

export default function MemberDuesPage() {
  const t = useT();
  const { slug = '', membershipId = '' } = useParams();
  const read = useQuery(MemberDuesDocument, { variables: { membershipId }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded read={read} pick={({ duesStatement }) => duesStatement}>
      {(dues) => (
        <Page
          narrow
          title={t('books.duesOf', { name: dues.membership.displayName ?? '' })}
          kicker={<Link to={`/b/${slug}/treasurer`}>{t('books.desk')}</Link>}
        >
          <div className="stack-tight">
            {dues.owed.length > 0 && (
              <p className="big">
                <Sums of={dues.owed} />
              </p>
            )}
            {dues.standing && <StandingLine standing={dues.standing} />}
          </div>
          <Waivers dues={dues} />
          <Section title={t('books.charges')} count={dues.charges.length}>
            {dues.charges.length > 0 ? <ChargeRows charges={dues.charges} /> : <Empty>{t('dues.noCharges')}</Empty>}
          </Section>
          <Section title={t('books.payments')} count={dues.payments.length}>
            {dues.payments.length > 0 ? (
              <PaymentRows payments={dues.payments} linked={false} />
            ) : (
              <Empty>{t('books.noReceipts')}</Empty>
            )}
          </Section>
        </Page>
      )}
    </Loaded>
  );
}

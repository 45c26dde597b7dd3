// The Treasurer's desk: what waits this month, a payment entered in a few seconds, whoever owes, the receipts.
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import {
  OwingDocument,
  ReceiptsDocument,
  TreasurerPageDocument,
  type TreasurerPageQuery,
} from '../generated/dues/treasurer';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Row, Rows } from '../ui/Rows';
import { Section } from '../ui/Section';
import { CardKeys } from './CardKeys';
import { OwingList } from './OwingList';
import { ReceiptList } from './ReceiptList';
import { RecordPayment } from './RecordPayment';
import { Sums } from './Sum';
import './dues.css';

type Ledger = NonNullable<TreasurerPageQuery['ledger']>;
const noRate = { amount: '', currency: 'USD' };

const placeOf: Record<string, string> = {
  ANSWER_WAIVERS: '#owing',
  REMIND_OWING: '#owing',
  REMIT_SHARES: 'remittances',
  GIVE_BACK_CREDIT: '#receipts',
};

function Jobs({ ledger: { jobs, slug } }: { ledger: Ledger }) {
  const t = useT();
  return (
    <Section title={t('books.jobs')} count={jobs.length}>
      {jobs.length === 0 ? (
        <Empty>{t('books.noJobs')}</Empty>
      ) : (
        <Rows>
          {jobs.map(({ kind, count, sums }) => (
            <Row
              key={kind}
              title={t(`bookJob.${kind}` as 'bookJob.REMIND_OWING', { count })}
              end={<Sums of={sums} />}
              to={placeOf[kind]?.startsWith('#') ? placeOf[kind] : `/b/${slug}/${placeOf[kind] ?? 'books'}`}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

export default function TreasurerPage() {
  const t = useT();
  const { slug = '' } = useParams();
  const read = useQuery(TreasurerPageDocument, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  const changed = () =>
    void read.client.refetchQueries({ include: [TreasurerPageDocument, OwingDocument, ReceiptsDocument] });
  return (
    <Loaded
      read={read}
      pick={({ ledger, federation }) => ledger && { ledger, rate: federation?.duesSchedule?.amount ?? noRate }}
    >
      {({ ledger, rate }) => {
        const can = (deed: string) => ledger.viewerCan.includes(deed);
        return (
          <Page
            title={t('books.desk')}
            kicker={<Link to={`/b/${slug}/books`}>{t('dues.booksOf', { body: ledger.body.name })}</Link>}
          >
            {can('recordPayment') && <RecordPayment slug={slug} body={ledger.body} usual={rate} changed={changed} />}
            <Jobs ledger={ledger} />
            {can('bookStatement') && (
              <Section title={t('books.statement')}>
                <p>{t('books.statementWhat')}</p>
                <p>
                  <Link className="button" to={`/b/${slug}/statement`}>
                    {t('books.readStatement')}
                  </Link>
                </p>
              </Section>
            )}
            <OwingList slug={slug} />
            <ReceiptList slug={slug} changed={changed} />
            {can('setCardAccount') && <CardKeys body={ledger.body} changed={changed} />}
          </Page>
        );
      }}
    </Loaded>
  );
}

// Shares on their way: what this body owes above and has sent, what came from below and waits for a yes.
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { RemittancesDocument, RemittancesPageDocument } from '../generated/dues/remittances';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { RemittanceList } from './RemittanceList';
import { Remit } from './Remit';
import { Remitting } from './Remitting';
import './dues.css';

/** The year to date: what was collected and is not yet passed on. */
function thisYear(): { from: string; until: string } {
  const year = new Date().getFullYear();
  return { from: `${year}-01-01`, until: `${year}-12-31` };
}

export default function RemittancesPage() {
  const t = useT();
  const { slug = '' } = useParams();
  const days = thisYear();
  const read = useQuery(RemittancesPageDocument, { variables: { slug, ...days }, fetchPolicy: 'cache-and-network' });
  const changed = () => void read.client.refetchQueries({ include: [RemittancesPageDocument, RemittancesDocument] });
  return (
    <Loaded read={read} pick={({ ledger }) => ledger}>
      {(ledger) => (
        <Page
          title={t('books.remittances')}
          kicker={<Link to={`/b/${slug}/books`}>{t('dues.booksOf', { body: ledger.body.name })}</Link>}
        >
          {ledger.body.kind !== 'FEDERATION' && (
            <Section title={t('books.owedAbove')}>
              {ledger.owedAbove.length === 0 ? (
                <Empty>{t('books.nothingAbove')}</Empty>
              ) : (
                <Remit ledger={ledger} days={days} changed={changed} />
              )}
            </Section>
          )}
          {ledger.body.kind !== 'FEDERATION' && (
            <RemittanceList
              slug={slug}
              direction="SENT"
              title={t('books.sent')}
              none={t('books.nothingSent')}
              changed={changed}
            />
          )}
          {ledger.body.kind !== 'LOCAL_GROUP' && (
            <>
              <RemittanceList
                slug={slug}
                direction="RECEIVED"
                title={t('books.fromBelow')}
                none={t('books.nothingBelow')}
                changed={changed}
              />
              <Remitting slug={slug} days={days} />
            </>
          )}
        </Page>
      )}
    </Loaded>
  );
}

// Spending: what was decided, what is left of it, what was proposed, and the second person's yes.
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { SpendingListDocument, SpendingPageDocument } from '../generated/dues/spending';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Row, Rows } from '../ui/Rows';
import { Section } from '../ui/Section';
import { When } from '../ui/When';
import { ProposeSpending } from './ProposeSpending';
import { SpendingList } from './SpendingList';
import { Sum } from './Sum';
import './dues.css';

export default function SpendingPage() {
  const t = useT();
  const { slug = '' } = useParams();
  const read = useQuery(SpendingPageDocument, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  const changed = () => void read.client.refetchQueries({ include: [SpendingPageDocument, SpendingListDocument] });
  return (
    <Loaded read={read} pick={({ ledger }) => ledger}>
      {(ledger) => (
        <Page
          title={t('books.spending')}
          standfirst={t('books.spendingWhat')}
          kicker={<Link to={`/b/${slug}/books`}>{t('dues.booksOf', { body: ledger.body.name })}</Link>}
        >
          <Section title={t('books.authorities')} count={ledger.authorities.length}>
            {ledger.authorities.length === 0 ? (
              <Empty step={<Link to={`/b/${slug}/new-motion`}>{t('body.newMotion')}</Link>}>
                {t('books.noAuthorities')}
              </Empty>
            ) : (
              <Rows>
                {ledger.authorities.map(({ id, purpose, fund, until, amount, left, proposal }) => (
                  <Row
                    key={id}
                    title={fund ? `${purpose} (${fund})` : purpose}
                    end={<Sum of={left} />}
                    note={
                      <>
                        {t('books.leftOf')} <Sum of={amount} />, {t('dues.until')} <When at={until} />
                      </>
                    }
                    to={proposal?.number ? `/m/${proposal.body.slug}/${proposal.number}` : undefined}
                  />
                ))}
              </Rows>
            )}
          </Section>
          {ledger.viewerCan.includes('proposeSpending') && ledger.authorities.length > 0 && (
            <ProposeSpending ledger={ledger} changed={changed} />
          )}
          <SpendingList slug={slug} changed={changed} />
        </Page>
      )}
    </Loaded>
  );
}

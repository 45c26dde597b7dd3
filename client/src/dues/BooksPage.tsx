// A body's books for anybody who belongs to it: where the money of a year came from and where it went, to the cent.
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Link, useParams, useSearchParams } from 'react-router';
import { BooksPageDocument, YearFileDocument, type BooksPageQuery } from '../generated/dues/books';
import { MoneyFlow } from '../graphics/MoneyFlow';
import { minorUnits } from '../graphics/moneyFlow';
import { useT } from '../i18n/useT';
import { download } from '../polls/download';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { Periods } from './Periods';
import { useSum } from './Sum';
import { YearTable } from './YearTable';
import './dues.css';

type Ledger = NonNullable<BooksPageQuery['ledger']>;
type Flow = Ledger['flows'][number];

function useEndName() {
  const t = useT();
  return ({ kind, name, body }: Flow['from']): string => {
    if (body && kind !== 'BODY') return name ? t('dues.partFor', { to: body.name, purpose: name }) : body.name;
    return name || t(`flowEnd.${kind}`);
  };
}

function Picture({ flows, currency }: { flows: Flow[]; currency: string }) {
  const sum = useSum();
  const nameOf = useEndName();
  const here = flows.filter(({ amount }) => amount.currency === currency);
  const end = ({ amount }: Flow, at: Flow['from'], index: number) => ({
    key: `${at.kind}${at.name}${at.body?.id ?? ''}${index}`,
    label: nameOf(at),
    amount: minorUnits(amount.amount),
    sum: sum(amount),
  });
  const sources = here.filter(({ to }) => to.kind === 'BODY').map((flow, index) => end(flow, flow.from, index));
  const sinks = here.filter(({ from }) => from.kind === 'BODY').map((flow, index) => end(flow, flow.to, index));
  return <MoneyFlow sources={sources} sinks={sinks} />;
}

function Years({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  const t = useT();
  return (
    <p className="year-line no-print">
      <Button onPress={() => onYear(year - 1)}>‹ {year - 1}</Button>{' '}
      <strong className="num" aria-live="polite">
        {t('books.year', { year: String(year) })}
      </strong>{' '}
      {year < new Date().getFullYear() && <Button onPress={() => onYear(year + 1)}>{year + 1} ›</Button>}
    </p>
  );
}

function Files({ slug, year }: { slug: string; year: number }) {
  const t = useT();
  const client = useApolloClient();
  const take = async () => {
    const { data } = await client.query({ query: YearFileDocument, variables: { slug, year } });
    const file = data?.ledger?.yearFile;
    if (file) download(file.name, file.text, file.mediaType);
  };
  return (
    <p className="no-print">
      <Button onPress={() => void take()}>{t('books.csv')}</Button>{' '}
      <Button onPress={() => window.print()}>{t('dues.print')}</Button>
    </p>
  );
}

export default function BooksPage() {
  const t = useT();
  const { slug = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year')) || new Date().getFullYear();
  const read = useQuery(BooksPageDocument, { variables: { slug, year }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded read={read} pick={({ ledger }) => ledger}>
      {(ledger) => (
        <Page
          title={t('dues.booksOf', { body: ledger.body.name })}
          kicker={<Link to={`/b/${slug}`}>{ledger.body.name}</Link>}
          facts={
            <Facts
              facts={[
                [
                  t('body.pages'),
                  <ul className="plain" key="pages">
                    {ledger.viewerCan.includes('recordPayment') && (
                      <li>
                        <Link to={`/b/${slug}/treasurer`}>{t('books.desk')}</Link>
                      </li>
                    )}
                    <li>
                      <Link to={`/b/${slug}/remittances`}>{t('books.remittances')}</Link>
                    </li>
                    <li>
                      <Link to={`/b/${slug}/spending`}>{t('books.spending')}</Link>
                    </li>
                  </ul>,
                ],
              ]}
            />
          }
        >
          <Years year={year} onYear={(next) => setSearch({ year: String(next) })} />
          {ledger.yearStatement.length === 0 && <Empty>{t('books.nothingYet', { year: String(year) })}</Empty>}
          {ledger.yearStatement.map((statement) => (
            <Section key={statement.currency} title={t('books.fromWhere', { currency: statement.currency })}>
              <Picture flows={ledger.flows} currency={statement.currency} />
              <YearTable statement={statement} />
            </Section>
          ))}
          {ledger.yearStatement.length > 0 && <Files slug={slug} year={year} />}
          <Periods ledger={ledger} changed={() => void read.refetch()} />
        </Page>
      )}
    </Loaded>
  );
}

// Who below has passed on what was collected: by Region, and by Local Group, in counts alone.
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { RemittingDocument } from '../generated/dues/remittances';
import { useT } from '../i18n/useT';
import { Loaded } from '../ui/Loaded';
import { More } from '../ui/More';
import { Section } from '../ui/Section';

export function Remitting({ slug, days }: { slug: string; days: { from: string; until: string } }) {
  const t = useT();
  const read = useQuery(RemittingDocument, { variables: { slug, ...days, first: 100 } });
  return (
    <Loaded
      part
      read={read}
      pick={({ ledger }) =>
        ledger?.remitting && ledger.remittingCounts && { page: ledger.remitting, counts: ledger.remittingCounts }
      }
    >
      {({ page, counts }) => (
        <Section title={t('books.whoRemits')}>
          <table className="plain-table">
            <caption className="visually-hidden">{t('books.whoRemits')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('books.group')}</th>
                <th scope="col">{t('books.latePeriods')}</th>
              </tr>
            </thead>
            {counts.map(({ region, groups, inTime, late }) => (
              <tbody key={region.id}>
                <tr className="group-line">
                  <th scope="rowgroup">{region.name}</th>
                  <td>{t('books.inTime', { inTime, groups, late })}</td>
                </tr>
                {page.edges
                  .filter(({ node }) => node.region?.id === region.id)
                  .map(({ node: { body, latePeriods } }) => (
                    <tr key={body.id}>
                      <th scope="row">
                        <Link to={`/b/${body.slug}`}>{body.name}</Link>
                      </th>
                      <td>{latePeriods === 0 ? t('books.upToDate') : t('books.lateBy', { count: latePeriods })}</td>
                    </tr>
                  ))}
              </tbody>
            ))}
          </table>
          <More page={page.pageInfo} fetch={(after) => read.fetchMore({ variables: { after } })} />
        </Section>
      )}
    </Loaded>
  );
}

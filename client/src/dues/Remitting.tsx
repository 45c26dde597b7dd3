// Who below has passed on what was collected: by Region, and by Local Group, in counts alone.
import { Link } from 'react-router';
import type { RemittancesPageQuery } from '../generated/dues/remittances';
import { useT } from '../i18n/useT';
import { Section } from '../ui/Section';

type Ledger = NonNullable<RemittancesPageQuery['ledger']>;

export function Remitting({ ledger }: { ledger: Ledger }) {
  const t = useT();
  const groups = (ledger.remitting?.edges ?? []).map(({ node }) => node);
  return (
    <Section title={t('books.whoRemits')}>
      <table className="plain-table">
        <caption className="visually-hidden">{t('books.whoRemits')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('books.group')}</th>
            <th scope="col" className="num">
              {t('books.latePeriods')}
            </th>
          </tr>
        </thead>
        {(ledger.remittingCounts ?? []).map(({ region, groups: all, inTime, late }) => (
          <tbody key={region.id}>
            <tr className="group-line">
              <th scope="rowgroup">{region.name}</th>
              <td>{t('books.inTime', { inTime, groups: all, late })}</td>
            </tr>
            {groups
              .filter((each) => each.region?.id === region.id)
              .map(({ body, latePeriods }) => (
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
    </Section>
  );
}

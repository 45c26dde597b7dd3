// What was proposed to be paid, the newest first.
import { useQuery } from '@apollo/client/react';
import { SpendingListDocument } from '../generated/dues/spending';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';
import { More } from '../ui/More';
import { Section } from '../ui/Section';
import { SpendingRow } from './SpendingRow';

export function SpendingList({ slug, changed }: { slug: string; changed: () => void }) {
  const t = useT();
  const read = useQuery(SpendingListDocument, { variables: { slug, first: 20 }, fetchPolicy: 'cache-and-network' });
  return (
    <Section title={t('books.payments')}>
      <Loaded part read={read} pick={({ ledger }) => ledger?.spending}>
        {({ edges, pageInfo }) =>
          edges.length === 0 ? (
            <Empty>{t('books.noSpending')}</Empty>
          ) : (
            <>
              <ul className="rows">
                {edges.map(({ node }) => (
                  <SpendingRow key={node.id} spending={node} changed={changed} />
                ))}
              </ul>
              <More page={pageInfo} fetch={(after) => read.fetchMore({ variables: { after } })} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

// Members with something open, the longest first: each leads to their dues, where one helps rather than presses.
import { useQuery } from '@apollo/client/react';
import { OwingDocument } from '../generated/dues/treasurer';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';
import { More } from '../ui/More';
import { Row, Rows } from '../ui/Rows';
import { Section } from '../ui/Section';
import { When } from '../ui/When';
import { Sums } from './Sum';

export function OwingList({ slug }: { slug: string }) {
  const t = useT();
  const read = useQuery(OwingDocument, { variables: { slug, first: 25 }, fetchPolicy: 'cache-and-network' });
  return (
    <Section title={t('books.owing')} id="owing">
      <Loaded part read={read} pick={({ ledger }) => ledger?.owing}>
        {({ edges, pageInfo }) =>
          edges.length === 0 ? (
            <Empty>{t('books.nobodyOwes')}</Empty>
          ) : (
            <>
              <Rows>
                {edges.map(({ node }) => (
                  <Row
                    key={node.membership.id}
                    title={<bdi>{node.name}</bdi>}
                    end={<Sums of={node.sums} />}
                    note={
                      <>
                        {t('books.since')} <When at={node.since} />
                      </>
                    }
                    to={`/b/${slug}/dues/${node.membership.id}`}
                  />
                ))}
              </Rows>
              <More page={pageInfo} fetch={(after) => read.fetchMore({ variables: { after } })} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

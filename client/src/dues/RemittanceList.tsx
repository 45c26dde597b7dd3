// Remittances one way, the newest first.
import { useQuery } from '@apollo/client/react';
import { RemittancesDocument } from '../generated/dues/remittances';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';
import { More } from '../ui/More';
import { Section } from '../ui/Section';
import { RemittanceRow } from './RemittanceRow';

interface Props {
  slug: string;
  direction: 'SENT' | 'RECEIVED';
  title: string;
  none: string;
  changed: () => void;
}

export function RemittanceList({ slug, direction, title, none, changed }: Props) {
  const read = useQuery(RemittancesDocument, {
    variables: { slug, direction, first: 20 },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Section title={title}>
      <Loaded part read={read} pick={({ ledger }) => ledger?.remittances}>
        {({ edges, pageInfo }) =>
          edges.length === 0 ? (
            <Empty>{none}</Empty>
          ) : (
            <>
              <ul className="rows">
                {edges.map(({ node }) => (
                  <RemittanceRow
                    key={node.id}
                    remittance={node}
                    changed={changed}
                    incoming={direction === 'RECEIVED'}
                  />
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

// The motions of a body, newest first, each with where it stands.
import { useQuery } from '@apollo/client/react';
import { BodyMotionsDocument } from '../generated/bodies/body';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';
import { More } from '../ui/More';
import { Row, Rows } from '../ui/Rows';
import { Section } from '../ui/Section';
import { useCode } from '../ui/useCode';

export function BodyMotions({ slug }: { slug: string }) {
  const t = useT();
  const code = useCode();
  const read = useQuery(BodyMotionsDocument, { variables: { slug, first: 10 }, fetchPolicy: 'cache-and-network' });
  return (
    <Section id="motions" title={t('body.motions')}>
      <Loaded part read={read} pick={({ body }) => body?.proposals}>
        {({ edges, pageInfo }) => (
          <>
            {edges.length === 0 && <Empty>{t('body.noMotions')}</Empty>}
            {edges.length > 0 && (
              <Rows>
                {edges.map(({ node }) => (
                  <Row
                    key={node.id}
                    to={node.number === null ? `/m/draft/${node.id}` : `/m/${slug}/${node.number}`}
                    title={node.title}
                    end={code('proposalState', node.state)}
                    note={node.number !== null && t('motion.number', { number: node.number })}
                  />
                ))}
              </Rows>
            )}
            <More page={pageInfo} fetch={(after) => read.fetchMore({ variables: { after } })} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

// The register of a body: what it has decided and what is in force, newest first.
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { DecisionsDocument } from '../generated/decisions/decisions';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { DecisionRows } from './DecisionRows';

export default function DecisionsPage() {
  const t = useT();
  const { slug = '' } = useParams();
  const read = useQuery(DecisionsDocument, { variables: { slug, first: 50 } });
  return (
    <Loaded read={read} pick={({ body, decisionsInForce }) => body && { body, decisionsInForce }}>
      {({ body, decisionsInForce }) => (
        <Page
          narrow
          title={t('decisions.title')}
          kicker={<Link to={`/b/${body.slug}`}>{body.name}</Link>}
          standfirst={t('decisions.text')}
        >
          {decisionsInForce.edges.length === 0 ? (
            <Empty>{t('decisions.empty')}</Empty>
          ) : (
            <DecisionRows decisions={decisionsInForce.edges.map(({ node }) => node)} />
          )}
          <More page={decisionsInForce.pageInfo} fetch={(after) => read.fetchMore({ variables: { after } })} />
        </Page>
      )}
    </Loaded>
  );
}

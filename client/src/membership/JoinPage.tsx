// Finding the Local Group one belongs to: by name or by place.
import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { GroupsToJoinDocument } from '../generated/membership/join';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Field } from '../ui/Field';
import { Loaded } from '../ui/Loaded';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { Row, Rows } from '../ui/Rows';
import { useCode } from '../ui/useCode';

function Groups({ search }: { search: string }) {
  const t = useT();
  const code = useCode();
  const read = useQuery(GroupsToJoinDocument, { variables: { first: 50, search: search.trim() || null } });
  return (
    <Loaded part read={{ ...read, data: read.data ?? read.previousData }} pick={({ bodies }) => bodies}>
      {({ edges, pageInfo }) => (
        <>
          <p role="status" className="visually-hidden">
            {t('join.found', { count: edges.length })}
          </p>
          {edges.length === 0 && <Empty>{t('join.none')}</Empty>}
          <Rows>
            {edges.map(({ node }) => (
              <Row
                key={node.id}
                to={`/join/${node.slug}`}
                title={node.name}
                end={t('body.memberCount', { count: node.memberCount })}
                note={[node.jurisdiction, node.state !== 'AFFILIATED' && code('bodyState', node.state)]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </Rows>
          <More page={pageInfo} fetch={(after) => read.fetchMore({ variables: { after } })} />
        </>
      )}
    </Loaded>
  );
}

export default function JoinPage() {
  const t = useT();
  const [search, setSearch] = useState('');
  return (
    <Page narrow title={t('nav.join')} standfirst={t('join.text')}>
      <div className="stack">
        <Field
          label={t('join.search')}
          type="search"
          autoComplete="off"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Groups search={useDeferredValue(search)} />
      </div>
    </Page>
  );
}

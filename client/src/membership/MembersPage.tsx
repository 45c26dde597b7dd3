// The people of a Local Group. Names stay with the group: whoever does not belong to it sees only the counts.
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { MembersDocument, type MembersQuery } from '../generated/membership/members';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { SelectField } from '../ui/Field';
import { Figures } from '../ui/Figures';
import { Loaded } from '../ui/Loaded';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { Rows } from '../ui/Rows';
import { Section } from '../ui/Section';
import { useCode } from '../ui/useCode';
import { Applications } from './Applications';
import { MemberRow } from './MemberRow';

type Body = NonNullable<MembersQuery['body']>;
type State = Body['memberships'] extends infer C
  ? NonNullable<C> extends { edges: { node: { state: infer S } }[] }
    ? S
    : never
  : never;

const here: State[] = ['ACTIVE', 'ON_LEAVE', 'SUSPENDED'];
const gone: State[] = ['LAPSED', 'RESIGNED', 'EXPELLED'];

function List({ slug }: { slug: string }) {
  const t = useT();
  const code = useCode();
  const [state, setState] = useState<State | ''>('');
  const read = useQuery(MembersDocument, {
    variables: { slug, first: 100, states: state === '' ? here : [state] },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Section title={t('members.list')} count={read.data?.body?.memberships?.totalCount}>
      <div className="stack">
        <SelectField
          label={t('members.state')}
          value={state}
          onChange={(event) => setState(event.target.value as State | '')}
        >
          <option value="">{t('members.all')}</option>
          {[...here, ...gone].map((each) => (
            <option key={each} value={each}>
              {code('membershipState', each)}
            </option>
          ))}
        </SelectField>
        <Loaded part read={read} pick={({ body }) => body?.memberships}>
          {({ edges, pageInfo }) => (
            <>
              {edges.length === 0 ? (
                <Empty>{t('members.none')}</Empty>
              ) : (
                <Rows>
                  {edges.map(({ node }) => (
                    <MemberRow key={node.id} member={node} />
                  ))}
                </Rows>
              )}
              <More page={pageInfo} fetch={(after) => read.fetchMore({ variables: { after } })} />
            </>
          )}
        </Loaded>
      </div>
    </Section>
  );
}

export default function MembersPage() {
  const t = useT();
  const { slug = '' } = useParams();
  const read = useQuery(MembersDocument, {
    variables: { slug, first: 100, states: ['APPLICANT'] },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Loaded read={read} pick={({ body }) => body}>
      {(body) => (
        <Page
          narrow
          title={t('members.title', { body: body.name })}
          heading={t('body.people')}
          kicker={<Link to={`/b/${body.slug}`}>{body.name}</Link>}
        >
          <Figures
            figures={[
              { value: body.memberCount, name: t('body.members') },
              { value: body.goodStandingCount, of: body.memberCount, name: t('body.goodStanding') },
            ]}
          />
          {body.memberships === null ? (
            <section>
              <Empty>{t('members.kept')}</Empty>
            </section>
          ) : (
            <>
              {(body.viewerCan.includes('admitMember') || body.memberships.totalCount > 0) && (
                <Applications
                  slug={slug}
                  applications={body.memberships.edges.map(({ node }) => node)}
                  changed={() => void read.client.refetchQueries({ include: [MembersDocument] })}
                />
              )}
              <List slug={slug} />
            </>
          )}
        </Page>
      )}
    </Loaded>
  );
}

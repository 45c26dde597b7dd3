/** The elections of a body: the offices its rule book fills by election, what is under way, and what has been. */
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { BodyElectionsDocument, type BodyElectionsQuery } from '../generated/elections/bodyElections';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { useCode } from '../ui/useCode';
import { When } from '../ui/When';
import { CallElection } from './CallElection';
import { ElectionRows } from './ElectionRows';
import './elections.css';

type Body = NonNullable<BodyElectionsQuery['body']>;
export type OfficeToElect = Body['officesToElect'][number];

export default function BodyElectionsPage() {
  const t = useT();
  const { slug = '' } = useParams();
  const read = useQuery(BodyElectionsDocument, {
    variables: { slug, first: 20 },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Loaded read={read} pick={({ body }) => body}>
      {(body) => (
        <Page
          narrow
          title={t('election.listOf', { body: body.name })}
          heading={t('election.list')}
          kicker={<Link to={`/b/${body.slug}`}>{body.name}</Link>}
        >
          <section>
            <h2>{t('election.offices')}</h2>
            {body.officesToElect.length === 0 && <Empty>{t('election.noOffices')}</Empty>}
            <ul className="rows offices">
              {body.officesToElect.map((office) => (
                <Office key={office.office} office={office} body={body} />
              ))}
            </ul>
          </section>
          <section>
            <h2>{t('election.all')}</h2>
            {body.elections.edges.length === 0 && <Empty>{t('election.noneYet')}</Empty>}
            <ElectionRows elections={body.elections.edges.map(({ node }) => node)} />
            <More page={body.elections.pageInfo} fetch={(after) => read.fetchMore({ variables: { after } })} />
          </section>
        </Page>
      )}
    </Loaded>
  );
}

function Office({ office, body }: { office: OfficeToElect; body: Body }) {
  const t = useT();
  const code = useCode();
  const { seats, held, nextEnd, termMonths, termLimit, alternates, underWay, cannotCall } = office;
  return (
    <li>
      <h3>{code('office', office.office)}</h3>
      <p className="small quiet">
        {t('election.officeRule', { seats, months: termMonths, alternates, limit: termLimit ?? 0 })}
      </p>
      <p>
        {t('election.held', { held, seats })}{' '}
        {nextEnd !== null && (
          <>
            {t('election.nextEnd')} <When at={nextEnd} />.
          </>
        )}
      </p>
      {underWay && (
        <p>
          <Link to={`/election/${underWay.id}`}>{t(`election.now.${underWay.state}`)}</Link>
        </p>
      )}
      {!underWay && !cannotCall && <CallElection office={office.office} body={body} />}
    </li>
  );
}

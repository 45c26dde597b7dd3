// The front of the paper: the federation in figures, what it has decided, and how to take part.
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { FrontDecisionsDocument, FrontDocument, type FrontQuery } from '../generated/home/home';
import { useT } from '../i18n/useT';
import { DecisionRows } from '../decisions/DecisionRows';
import { Empty } from '../ui/Empty';
import { Figures } from '../ui/Figures';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { PrimaryLink } from '../ui/PrimaryLink';
import { Row, Rows } from '../ui/Rows';
import { Section } from '../ui/Section';
import { PollRows } from '../bodies/PollRows';
import { LatestResults } from './LatestResults';

function Decisions({ slug }: { slug: string }) {
  const t = useT();
  const read = useQuery(FrontDecisionsDocument, { variables: { body: slug } });
  return (
    <Section title={t('body.decisions')}>
      <Loaded part read={read} pick={({ decisionsInForce }) => decisionsInForce}>
        {({ edges }) => (
          <>
            {edges.length === 0 ? (
              <Empty>{t('decisions.empty')}</Empty>
            ) : (
              <DecisionRows decisions={edges.map(({ node }) => node)} />
            )}
            <ul className="links">
              <li>
                <Link to={`/b/${slug}/decisions`}>{t('decisions.all')}</Link>
              </li>
            </ul>
          </>
        )}
      </Loaded>
    </Section>
  );
}

type Regions = NonNullable<FrontQuery['federation']>['children'];

function Regions({ regions }: { regions: Regions }) {
  const t = useT();
  return (
    <Section title={<Link to="/federation">{t('nav.federation')}</Link>}>
      <Rows>
        {regions.map((region) => (
          <Row
            key={region.id}
            to={`/b/${region.slug}`}
            title={region.name}
            end={t('body.memberCount', { count: region.memberCount })}
          />
        ))}
      </Rows>
    </Section>
  );
}

export function FrontPage() {
  const t = useT();
  const read = useQuery(FrontDocument);
  return (
    <Loaded read={read} pick={(data) => data}>
      {({ federation, platform, demonstration }) =>
        federation === null ? (
          <Page title={t('front.title')}>
            <Empty>{t('front.noFederation')}</Empty>
          </Page>
        ) : (
          <Page
            title={federation.name}
            kicker={federation.jurisdiction}
            standfirst={t('front.text')}
            facts={<Regions regions={federation.children} />}
          >
            <div className="stack">
              <Figures
                figures={[
                  { value: federation.memberCount, name: t('body.members') },
                  { value: federation.children.length, name: t('front.regions') },
                  ...(platform
                    ? [{ value: platform.acceptedCount, name: t('front.accepted', { version: platform.number }) }]
                    : []),
                ]}
              />
              {demonstration && (
                <p className="told">
                  {t('front.demonstration')} <Link to="/sign-in">{t('front.enter')}</Link>
                </p>
              )}
            </div>
            <LatestResults motions={federation.latest.edges.map(({ node }) => node)} slug={federation.slug} />
            {federation.openPolls.length > 0 && (
              <Section title={t('body.polls')}>
                <PollRows polls={federation.openPolls} />
              </Section>
            )}
            <Decisions slug={federation.slug} />
            <PrimaryLink to="/join">{t('nav.join')}</PrimaryLink>
          </Page>
        )
      }
    </Loaded>
  );
}

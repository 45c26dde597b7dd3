// A member's first page: due from you, how you stand, and your Local Group in a few lines.
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { HomeDocument, type HomeQuery } from '../generated/home/home';
import { useT } from '../i18n/useT';
import { StandingReasons } from '../membership/StandingReasons';
import { Empty } from '../ui/Empty';
import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { useCode } from '../ui/useCode';
import { DueList } from './DueList';
import { HomeBody } from './HomeBody';

type Viewer = NonNullable<HomeQuery['viewer']>;

function Standing({ viewer }: { viewer: Viewer }) {
  const t = useT();
  if (!viewer.membership) {
    return (
      <Section title={t('membership.title')}>
        <Empty
          step={
            <Link className="button" to="/join">
              {t('nav.join')}
            </Link>
          }
        >
          {t('membership.none')}
        </Empty>
      </Section>
    );
  }
  if (viewer.membership.state === 'APPLICANT') {
    return (
      <Section title={t('membership.title')}>
        <p>{t('membership.waiting', { body: viewer.membership.body.name })}</p>
      </Section>
    );
  }
  if (!viewer.standing || viewer.standing.inGoodStanding) return null;
  return (
    <Section title={t('standing.notNow')}>
      <StandingReasons reasons={viewer.standing.reasons} bodySlug={viewer.membership.body.slug} />
    </Section>
  );
}

function ViewerFacts({ viewer }: { viewer: Viewer }) {
  const t = useT();
  const code = useCode();
  const { membership, standing } = viewer;
  return (
    <Facts
      facts={[
        membership && [t('membership.title'), code('membershipState', membership.state)],
        membership &&
          standing &&
          membership.state !== 'APPLICANT' && [
            t('standing.title'),
            t(standing.inGoodStanding ? 'standing.goodShort' : 'standing.notShort'),
          ],
        ...viewer.offices.map(
          (term) =>
            [
              code('office', term.office),
              <Link key={term.id} to={`/b/${term.body.slug}`}>
                {term.body.name}
              </Link>,
            ] as const,
        ),
      ]}
    />
  );
}

function DueHeading({ count }: { count: number }) {
  const t = useT();
  return (
    <span className="due-heading">
      <span>{t('home.due')}</span>
      <span className={count > 0 ? 'num signal' : 'num'}>{count}</span>
    </span>
  );
}

export function MemberHome() {
  const t = useT();
  const read = useQuery(HomeDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Loaded read={read} pick={({ viewer, dueFromMe }) => viewer && { viewer, dueFromMe }}>
      {({ viewer, dueFromMe }) => (
        <Page
          title={t('home.due')}
          heading={<DueHeading count={dueFromMe.length} />}
          facts={<ViewerFacts viewer={viewer} />}
        >
          <DueList dues={dueFromMe} />
          <Standing viewer={viewer} />
          {viewer.membership && <HomeBody body={viewer.membership.body} />}
        </Page>
      )}
    </Loaded>
  );
}

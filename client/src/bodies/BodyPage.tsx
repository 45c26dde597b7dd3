// The page of a body, whichever its level: figures first, then what it is deciding, who holds office, its rules.
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { BodyPageDocument, type BodyPageQuery } from '../generated/bodies/body';
import { ElectionsUnderWay } from '../elections/ElectionsUnderWay';
import { useT } from '../i18n/useT';
import { Figures } from '../ui/Figures';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { PrimaryLink } from '../ui/PrimaryLink';
import { Section } from '../ui/Section';
import { useHashTarget } from '../ui/useHashTarget';
import { BodyFacts } from './BodyFacts';
import { BodyMotions } from './BodyMotions';
import { BodyOfficers } from './BodyOfficers';
import { BodyRules } from './BodyRules';
import { ChildRows } from './ChildRows';
import { PollRows } from './PollRows';

export type Body = NonNullable<BodyPageQuery['body']>;

function Path({ above }: { above: Body['above'] }) {
  if (above.length === 0) return null;
  return above.map((each, index) => (
    <span key={each.id}>
      {index > 0 && ' › '}
      <Link to={`/b/${each.slug}`}>{each.name}</Link>
    </span>
  ));
}

function BodySheet({ body }: { body: Body }) {
  const t = useT();
  useHashTarget(true);
  const mayJoin = body.viewerCan.includes('applyToLocalGroup');
  const mayPut = body.viewerCan.includes('draftProposal') || body.viewerCan.includes('submitProposal');
  return (
    <Page
      title={body.name}
      kicker={<Path above={body.above} />}
      standfirst={body.jurisdiction === body.name ? undefined : body.jurisdiction}
      facts={<BodyFacts body={body} />}
    >
      <div className="stack">
        {body.state === 'IN_FORMATION' && <p className="told">{t('body.inFormation')}</p>}
        <Figures
          figures={[
            { value: body.memberCount, name: t('body.members') },
            { value: body.goodStandingCount, of: body.memberCount, name: t('body.goodStanding') },
            ...(body.platformAcceptance
              ? [
                  {
                    value: body.platformAcceptance.accepted,
                    of: body.platformAcceptance.of,
                    name: t('front.accepted', { version: body.platformAcceptance.version }),
                  },
                ]
              : []),
          ]}
        />
      </div>
      {body.openPolls.length > 0 && (
        <Section title={t('body.polls')} count={body.openPolls.length}>
          <PollRows polls={body.openPolls} />
        </Section>
      )}
      <BodyMotions slug={body.slug} />
      <ElectionsUnderWay slug={body.slug} />
      {body.children.length > 0 && <ChildRows bodies={body.children} />}
      <BodyOfficers body={body} />
      <BodyRules body={body} />
      {mayPut && <PrimaryLink to={`/b/${body.slug}/new-motion`}>{t('body.newMotion')}</PrimaryLink>}
      {mayJoin && <PrimaryLink to={`/join/${body.slug}`}>{t('body.apply')}</PrimaryLink>}
    </Page>
  );
}

export default function BodyPage() {
  const { slug = '' } = useParams();
  const read = useQuery(BodyPageDocument, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded read={read} pick={({ body }) => body}>
      {(body) => <BodySheet body={body} />}
    </Loaded>
  );
}

/** On the page of a body: its elections that are not being voted on, and the way to all of them and to its offices. */
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { ElectionsUnderWayDocument } from '../generated/elections/bodyElections';
import { useT } from '../i18n/useT';
import { Section } from '../ui/Section';
import { ElectionRows } from './ElectionRows';

export function ElectionsUnderWay({ slug }: { slug: string }) {
  const t = useT();
  const { data } = useQuery(ElectionsUnderWayDocument, { variables: { slug, first: 10 } });
  const elections = data?.body?.elections.edges.map(({ node }) => node) ?? [];
  return (
    <Section title={t('election.list')} count={elections.length > 0 ? elections.length : undefined}>
      <ElectionRows elections={elections} />
      <p>
        <Link className="why" to={`/b/${slug}/elections`}>
          {t('election.toAll')}
        </Link>
      </p>
    </Section>
  );
}

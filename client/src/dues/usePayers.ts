// All who may pay dues in a group, page after page, for whoever keeps its books.
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { PayersDocument } from '../generated/dues/treasurer';

export function usePayers(slug: string) {
  const { data, fetchMore } = useQuery(PayersDocument, { variables: { slug, first: 100 } });
  const page = data?.body?.memberships;
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  useEffect(() => {
    if (next) void fetchMore({ variables: { after: next } });
  }, [next, fetchMore]);
  return (page?.edges ?? []).map(({ node }) => node).filter(({ kind }) => kind === 'MEMBER');
}

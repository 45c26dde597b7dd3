/** The published file of an election, fetched when somebody wants to count it or to keep it. */
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { ElectionFileDocument } from '../generated/elections/result';

export function useElectionFile(id: string): () => Promise<string> {
  const client = useApolloClient();
  return useCallback(async () => {
    const { data } = await client.query({ query: ElectionFileDocument, variables: { id }, fetchPolicy: 'no-cache' });
    return data?.election?.result?.file ?? '';
  }, [client, id]);
}

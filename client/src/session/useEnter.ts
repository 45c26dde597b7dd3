// After signing in or out everything read before is read anew as the person now looking, and one goes where one was going.
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ViewerDocument } from '../generated/session/viewer';
import { safePath } from './safePath';

export function useEnter(): () => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const next = safePath(search.get('next'));
  return useCallback(async () => {
    await client.clearStore();
    await client.refetchQueries({ include: [ViewerDocument] });
    await navigate(next, { replace: true });
  }, [client, navigate, next]);
}

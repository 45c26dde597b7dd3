// Who is looking, for any part that asks; the answer is asked for once and shared.
import { useQuery } from '@apollo/client/react';
import { ViewerDocument, type ViewerHereFragment } from '../generated/session/viewer';

export interface Looking {
  viewer: ViewerHereFragment | null;
  /** False until the server has said who is looking. */
  known: boolean;
  error: unknown;
  refetch: () => void;
}

export function useViewer(): Looking {
  const { data, error, refetch } = useQuery(ViewerDocument);
  return { viewer: data?.viewer ?? null, known: data !== undefined, error, refetch: () => void refetch() };
}

// What went wrong with a request when it was no Refusal: sorted into the few kinds a person can act on.
import { CombinedGraphQLErrors } from '@apollo/client/errors';

export type FaultKind = 'offline' | 'signIn' | 'notFound' | 'tooMany' | 'malformed' | 'away' | 'fault';

export interface Fault {
  kind: FaultKind;
  /** The number to quote to whoever runs the server; null where nothing reached it. */
  id: string | null;
}

const kinds: Record<string, FaultKind> = {
  UNAUTHENTICATED: 'signIn',
  NOT_FOUND: 'notFound',
  TOO_MANY_REQUESTS: 'tooMany',
  BAD_USER_INPUT: 'malformed',
  UNAVAILABLE: 'away',
};

function statusOf(error: unknown): number | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : null;
}

export function faultOf(error: unknown): Fault {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions ?? {};
    const id = extensions['id'] ?? extensions['requestId'] ?? extensions['errorId'];
    return { kind: kinds[String(extensions['code'])] ?? 'fault', id: typeof id === 'string' ? id : null };
  }
  const status = statusOf(error);
  if (status === 429) return { kind: 'tooMany', id: null };
  if (status === 502 || status === 503 || status === 504) return { kind: 'away', id: null };
  return { kind: status === null ? 'offline' : 'fault', id: null };
}

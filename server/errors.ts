// The ways a request can end other than well.
// A Refusal is a lawful "no": thrown inside server/ (throwing is what rolls back), data at the edge.
// The others become GraphQL errors: nobody is signed in, the thing is not there, the input makes no sense,
// the database is away. Anything else is a fault, logged whole and told bare.

/** Facts a client needs to word a refusal in the reader's language. */
export type RefusalValues = Record<string, string | number | boolean | null | string[]>;

export class Refusal extends Error {
  /**
   * @param code   stable, upper case: clients branch on it
   * @param message the sentence a person reads: what was refused and what to do
   */
  constructor(
    readonly code: string,
    message: string,
    readonly more: { rule?: string; field?: string; values?: RefusalValues } = {},
  ) {
    super(message);
  }
}

export function refuse(
  code: string,
  message: string,
  more: { rule?: string; field?: string; values?: RefusalValues } = {},
): never {
  throw new Refusal(code, message, more);
}

/** A fault of the request that is no refusal; `code` becomes `extensions.code`. */
export class RequestError extends Error {
  constructor(
    readonly code: 'UNAUTHENTICATED' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'UNAVAILABLE' | 'TOO_MANY_REQUESTS',
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

export const notSignedIn = () => new RequestError('UNAUTHENTICATED', 'Sign in first.');
export const notFound = (what: string) =>
  new RequestError('NOT_FOUND', `There is no such ${what}, or it is not yours to see.`);
export const malformed = (message: string, field?: string) => new RequestError('BAD_USER_INPUT', message, field);

/** PostgreSQL's own codes that mean "the database is away", not "the request was wrong". */
const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57014',
  '55P03',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53100',
  '08000',
  '08003',
  '08006',
  '08001',
]);

function chain(error: unknown): { code?: unknown; message?: string }[] {
  const links: { code?: unknown; message?: string }[] = [];
  let link = error as { code?: unknown; message?: string; cause?: unknown; previous?: unknown } | undefined;
  while (link && typeof link === 'object' && links.length < 6) {
    links.push(link);
    link = (link.cause ?? link.previous) as typeof link;
  }
  return links;
}

/** The SQLSTATE or system code of a failed statement, wherever a library has wrapped it. */
export function databaseCode(error: unknown): string | undefined {
  return chain(error)
    .map((link) => link.code)
    .find((code): code is string => typeof code === 'string');
}

export function isDatabaseAway(error: unknown): boolean {
  return chain(error).some(
    (link) =>
      (typeof link.code === 'string' && away.has(link.code)) ||
      /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/i.test(
        link.message ?? '',
      ),
  );
}

// The last word on an error inside the API: what the caller is told. This function itself never throws.
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { databaseCode, isDatabaseAway, RequestError } from '../errors.js';

import { away } from './away.js';

/** For what happens before the API runs: an absent database is said as such, anything else goes on. */
export function orUnavailable(error: unknown): never {
  if (isDatabaseAway(error))
    throw new GraphQLError(away, { extensions: { code: 'UNAVAILABLE', http: { status: 503 } } });
  throw error;
}

/** An answer that had to say UNAVAILABLE says so in its status as well. */
export const awayIs503: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, errors }) {
        if (!errors?.some((error) => isDatabaseAway(unwrapResolverError(error)))) return;
        response.http.status = 503;
        response.http.headers.set('retry-after', '2');
      },
    };
  },
};

/** SQLSTATE of a NUL inside a text. */
const charactersNoDatabaseKeeps = '22021';

/** Codes of Apollo and graphql-js that speak about the request, and may be told as they are. */
const aboutTheRequest = new Set([
  'UNAVAILABLE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

export function describeError(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const place = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    const original = unwrapResolverError(error);
    if (original instanceof RequestError) {
      return {
        message: original.message,
        ...place,
        extensions: { code: original.code, ...(original.field && { field: original.field }) },
      };
    }
    if (isDatabaseAway(original)) {
      return { message: away, ...place, extensions: { code: 'UNAVAILABLE' } };
    }
    if (databaseCode(original) === charactersNoDatabaseKeeps) {
      return {
        message: 'A text of the request holds characters that no database keeps.',
        ...place,
        extensions: { code: 'BAD_USER_INPUT' },
      };
    }
    const code = formatted.extensions?.['code'];
    if (typeof code === 'string' && aboutTheRequest.has(code))
      return { message: formatted.message, ...place, extensions: { code } };
    const id = randomUUID();
    log.error({ err: original, errorId: id }, 'a request failed for a reason of our own');
    return {
      message: 'Something went wrong on our side. Quote the id if you report it.',
      ...place,
      extensions: { code: 'INTERNAL', id },
    };
  };
}

// The API behind POST /graphql: Apollo with its bounds, and the way from an HTTP request to it and back.
import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { Request, RequestHandler, Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import { limits } from '../../schema/limits.js';
import type { Context, Services } from '../context.js';
import { awayIs503, describeError } from './describeError.js';
import { withExecutor } from './execute.js';

export async function startApollo({ env, log }: Services, schema: GraphQLSchema): Promise<ApolloServer<Context>> {
  const { depth, cost, aliases, directives, tokens } = limits.query;
  // Armor's own token limit answers 500 to a plain syntax error, so the parser's limit is used instead.
  const armor = new ApolloArmor({
    maxDepth: { n: depth, flattenFragments: true },
    costLimit: { maxCost: cost },
    maxAliases: { n: aliases },
    maxDirectives: { n: directives },
    maxTokens: { enabled: false },
  }).protect();
  const apollo = new ApolloServer<Context>({
    gateway: withExecutor(schema),
    ...armor,
    // Cache hints would wrap every field of every answer; ours are never cached.
    plugins: [
      ...armor.plugins,
      awayIs503,
      ApolloServerPluginCacheControlDisabled(),
    ] as unknown as ApolloServerPlugin<Context>[],
    parseOptions: { maxTokens: tokens },
    introspection: env.INTROSPECTION || env.NODE_ENV !== 'production',
    allowBatchedHttpRequests: false,
    // Other sites are refused before the body is read (onlyOurPage).
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: env.NODE_ENV === 'production',
    stopOnTerminationSignals: false,
    formatError: describeError(log),
    logger: log,
  });
  await apollo.start();
  return apollo;
}

/** Gives Apollo a request whose body has been read, and writes its answer in one piece. */
export function answerBy(
  apollo: ApolloServer<Context>,
  contextOf: (request: Request, response: Response) => Promise<Context>,
): RequestHandler {
  return async (request, response) => {
    const { 'content-type': type = '', accept = '' } = request.headers;
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: new HeaderMap([
          ['content-type', type],
          ['accept', accept],
        ]),
        search: '',
        body: request.body as unknown,
      },
      context: () => contextOf(request, response),
    });
    const { body } = answer;
    if (body.kind !== 'complete') throw new Error('the API answers in one piece');
    response.statusCode = answer.status ?? 200;
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.setHeader('content-length', Buffer.byteLength(body.string));
    response.end(body.string);
  };
}

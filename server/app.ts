// The server as one express application: what a request meets, in order. Tests use the very same one.
// This is the only file of the server that imports the API's schema.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import express, { type Express } from 'express';
import { pinoHttp } from 'pino-http';
import { schema } from '../schema/index.js';
import { limits } from '../schema/limits.js';
import { makeContext, type Context, type Services } from './context.js';
import { rowsOf } from './database/database.js';
import { together } from './database/together.js';
import { cardWebhook } from './dues/card/webhook.js';
import { receiptRoute } from './dues/spending/receiptRoute.js';
import { awayIs503, describeError, orUnavailable } from './http/describeError.js';
import { health } from './http/health.js';
import { jsonErrors, notFoundAsJson } from './http/jsonErrors.js';
import { countRequests } from './http/metrics.js';
import { onlyOurPage } from './http/onlyOurPage.js';
import { securityHeaders } from './http/securityHeaders.js';
import { sessionOf } from './http/sessionCookie.js';
import { serveClient } from './http/client.js';
import { loadActors } from './policy/actor.js';
import { policy } from './policy/table.js';
import { requestInLog, responseInLog } from './log.js';
import { uploadRoute } from './uploads/uploads.js';

export interface App {
  express: Express;
  /** False while the server is stopping: load balancers are told to go elsewhere. */
  ready: { value: boolean };
  stop(): Promise<void>;
}

export interface AppOptions {
  /** Where the built web page lies. */
  clientFolder?: string;
}

const besideUs = path.resolve(import.meta.dirname, '../client');

export async function createApp(services: Services, { clientFolder = besideUs }: AppOptions = {}): Promise<App> {
  everyDeedHasItsRow();
  const apollo = await startApollo(services);
  const whoActs = together((hashes: Buffer[]) => loadActors(rowsOf(services.orm.em.fork()), hashes), {
    most: 64,
    lanes: 2,
  });
  const ready = { value: true };
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', services.env.TRUST_PROXY);
  app.set('query parser', 'simple');
  app.use(
    pinoHttp({
      logger: services.log,
      genReqId: () => randomUUID(),
      serializers: { req: requestInLog, res: responseInLog },
      wrapSerializers: false,
      autoLogging: { ignore: (request) => request.url === '/livez' || request.url === '/readyz' },
    }),
  );
  app.use(countRequests);
  app.use(health(services, ready));
  app.use(securityHeaders(services.publicUrl));
  app.use(cardWebhook(services));
  app.use(receiptRoute(services));
  app.use(uploadRoute(services));
  app.all('/graphql', onlyOurPage(services.publicUrl), express.json({ limit: limits.query.bodyBytes, strict: true }));
  app.post(
    '/graphql',
    expressMiddleware(apollo, {
      context: async ({ req, res }): Promise<Context> => {
        const session = sessionOf(req, res, services.publicUrl);
        const context = makeContext(services, { session, requestId: String(req.id) });
        if (session.tokenHash) context.actor = await whoActs(session.tokenHash).catch(orUnavailable);
        return context;
      },
    }),
  );
  app.use(serveClient(clientFolder));
  app.use(notFoundAsJson);
  app.use(jsonErrors(services.log));
  return { express: app, ready, stop: () => apollo.stop() };
}

async function startApollo(services: Services): Promise<ApolloServer<Context>> {
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
    schema: schema(),
    ...armor,
    // Cache hints would wrap every field of every answer; ours are never cached.
    plugins: [
      ...armor.plugins,
      awayIs503,
      ApolloServerPluginCacheControlDisabled(),
    ] as unknown as ApolloServerPlugin<Context>[],
    parseOptions: { maxTokens: tokens },
    introspection: services.env.INTROSPECTION || services.env.NODE_ENV !== 'production',
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: services.env.NODE_ENV === 'production',
    stopOnTerminationSignals: false,
    formatError: describeError(services.log),
    logger: services.log,
  });
  await apollo.start();
  return apollo;
}

/** Refuses to serve an API in which a deed has no permission row, or a row no deed. */
export function everyDeedHasItsRow(): void {
  const deeds = Object.keys(schema().getMutationType()?.getFields() ?? {});
  const rows = Object.keys(policy);
  const unguarded = deeds.filter((deed) => !rows.includes(deed));
  const idle = rows.filter((row) => !deeds.includes(row));
  if (unguarded.length > 0 || idle.length > 0) {
    throw new Error(
      `The policy table and the API differ. Deeds without a row: ${unguarded.join(', ') || 'none'}. Rows without a deed: ${idle.join(', ') || 'none'}.`,
    );
  }
}

// The server as one express application: what a request meets, in order. Tests use the very same one.
// This is the only file of the server that imports the API's schema.
import path from 'node:path';
import express, { type Express, type Request, type Response } from 'express';
import { schema } from '../schema/index.js';
import { limits } from '../schema/limits.js';
import { makeContext, type Context, type Services } from './context.js';
import { rowsOf } from './database/database.js';
import { together } from './database/together.js';
import { cardWebhook } from './dues/card/webhook.js';
import { receiptRoute } from './dues/spending/receiptRoute.js';
import { answerBy, startApollo } from './http/apollo.js';
import { orUnavailable } from './http/describeError.js';
import { health } from './http/health.js';
import { jsonErrors, notFoundAsJson } from './http/jsonErrors.js';
import { onlyOurPage } from './http/onlyOurPage.js';
import { securityHeaders } from './http/securityHeaders.js';
import { sessionOf } from './http/sessionCookie.js';
import { serveClient } from './http/client.js';
import { watch } from './http/watch.js';
import { loadActors } from './policy/actor.js';
import { policy } from './policy/table.js';
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
  const apollo = await startApollo(services, schema());
  const whoActs = together((hashes: Buffer[]) => loadActors(rowsOf(services.orm.em), hashes), {
    most: 64,
    lanes: 2,
    company: 4,
  });
  const contextOf = async (request: Request, response: Response): Promise<Context> => {
    const session = sessionOf(request, response, services.publicUrl);
    const context = makeContext(services, { session, requestId: request.id });
    if (session.tokenHash) context.actor = await whoActs(session.tokenHash).catch(orUnavailable);
    return context;
  };
  const ready = { value: true };
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', services.env.TRUST_PROXY);
  app.set('query parser', 'simple');
  app.use(watch(services.log));
  app.use(securityHeaders(services.publicUrl));
  app.all('/graphql', onlyOurPage(services.publicUrl), express.json({ limit: limits.query.bodyBytes, strict: true }));
  app.post('/graphql', answerBy(apollo, contextOf));
  app.use(health(services, ready));
  app.use(cardWebhook(services));
  app.use(receiptRoute(services));
  app.use(uploadRoute(services));
  app.use(serveClient(clientFolder));
  app.use(notFoundAsJson);
  app.use(jsonErrors(services.log));
  return { express: app, ready, stop: () => apollo.stop() };
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

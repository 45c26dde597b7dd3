// One running server: database, log, worker, pages and figures, started in order and stopped in the other.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, type App } from './app.js';
import { rowsOf } from './database/database.js';
import { openDeployment } from './database/deployment.js';
import { demonstrationPeople, ensureDemonstration, type DemonstrationPerson } from './demo/load.js';
import { BadEnvironment, type Env } from './env.js';
import { serveMetrics } from './http/metrics.js';
import { startWorker } from './jobs/worker.js';
import { Obstacle } from './obstacle.js';
import { openServices, type RunningServices } from './services.js';

export interface Serving {
  url: string;
  /** Where the data are, in words. */
  where: string;
  metrics: string | null;
  warnings: string[];
  /** Whom one may sign in as, in a demonstration. */
  people: DemonstrationPerson[];
  /** Whether there is any federation yet. */
  empty: boolean;
  stop(): Promise<void>;
}

const METRICS_PORT = 9464;
/** Requests under way get this long to finish once we are told to stop. */
const DRAIN_MS = 6_000;

export async function serve(env: Env): Promise<Serving> {
  const port = await freePort(env);
  const publicUrl = publicUrlOf(env, port);
  const database = await openDeployment(env);
  const undo: (() => Promise<unknown>)[] = [() => database.stop()];
  const stop = async () => {
    for (const step of undo.splice(0).reverse())
      await step().catch((error: unknown) => process.stderr.write(`While stopping: ${String(error)}\n`));
  };
  try {
    const services = await openServices(env, database.url, publicUrl);
    undo.push(() => services.stop());
    services.sequencer.start();
    if (env.DEMO) await ensureDemonstration(services);
    const worker = await startWorker(services);
    undo.push(() => worker.stop());
    const app = await createApp(services);
    const server = await listen(createServer(app.express), port, env.HOST);
    undo.push(() => drain(app, server));
    const figures = await metrics(env);
    if (figures.server) undo.push(() => closed(figures.server!));
    return {
      url: publicUrl,
      where: database.where,
      metrics: figures.url,
      warnings: [...figures.warnings, ...warningsOf(env)],
      ...(await contents(services)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function contents(services: RunningServices) {
  const db = rowsOf(services.orm.em.fork());
  const federation = await db.selectFrom('body').select('id').limit(1).executeTakeFirst();
  return { empty: !federation, people: services.env.DEMO ? await demonstrationPeople(db) : [] };
}

/** The address that people use. Sessions and links rest on it, so off this machine it must be https. */
function publicUrlOf(env: Env, port: number): string {
  if (!env.PUBLIC_URL) return `http://localhost:${port}`;
  const { protocol, hostname, origin } = new URL(env.PUBLIC_URL);
  const here =
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && here)) {
    throw new BadEnvironment(
      'PUBLIC_URL: must begin with https:// (plain http:// serves localhost alone), because sessions travel over it',
    );
  }
  return origin;
}

function warningsOf(env: Env): string[] {
  return env.MAIL_URL || env.DEMO ? [] : ['MAIL_URL is not set: mail is kept in the database and reaches nobody.'];
}

/** The port is tried before anything is started, so that a taken one is told at once. */
async function freePort({ HOST, PORT }: Env): Promise<number> {
  const probe = await listen(createServer(), PORT, HOST);
  const { port } = probe.address() as AddressInfo;
  await closed(probe);
  return port;
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new Obstacle(`Port ${port} is taken by another program: set PORT to a free one.`));
      else if (error.code === 'EACCES')
        reject(new Obstacle(`This account may not listen on port ${port}: set PORT to 1024 or above.`));
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        reject(new Obstacle(`This machine has no address ${host}: look at HOST.`));
      else reject(error);
    });
    server.listen(port, host, () => resolve(server));
  });
}

const closed = (server: Server) => new Promise<void>((resolve) => void server.close(() => resolve()));

async function metrics({ METRICS_PORT: wanted = METRICS_PORT }: Env) {
  try {
    const server = await serveMetrics(wanted, '127.0.0.1');
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`, warnings: [] };
  } catch {
    return {
      server: null,
      url: null,
      warnings: [`Port ${wanted} for the figures is taken: set METRICS_PORT to have them.`],
    };
  }
}

/** Not ready, no new connections, requests under way finished (or cut at last), then the API itself. */
async function drain(app: App, server: Server): Promise<void> {
  app.ready.value = false;
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed(server);
  clearInterval(idle);
  clearTimeout(late);
  await app.stop();
}

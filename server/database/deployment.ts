// The database of a deployment, opened and brought up to date: the one DATABASE_URL names, or the embedded one.
import pg from 'pg';
import type { Env } from '../env.js';
import { databaseCode } from '../errors.js';
import { Obstacle } from '../obstacle.js';
import { startEmbedded } from './embedded.js';
import { migrate, openOrm } from './orm.js';

export interface Deployment {
  url: string;
  /** Where the data are, in words. */
  where: string;
  stop(): Promise<void>;
}

const OLDEST = 15;
const PATIENCE = 20;

/** Opens the database, waits a little for one that is away, refuses one that is too old, and migrates it. */
export async function openDeployment(env: Env): Promise<Deployment> {
  const database = env.DATABASE_URL ? given(env.DATABASE_URL) : await embedded(env);
  try {
    const client = await connected(database.url);
    try {
      await mustBeRecent(client);
      // One process migrates at a time; a second one waits here and finds it done.
      await client.query(`select pg_advisory_lock(hashtextextended('mandate migration', 0))`);
      await migrateAt(database.url);
    } finally {
      await client.end();
    }
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}

function given(url: string): Deployment {
  const { hostname, port, pathname } = new URL(url);
  return {
    url,
    where: `the PostgreSQL at ${hostname || 'localhost'}${port ? `:${port}` : ''}, database ${pathname.slice(1) || 'of the account'}`,
    stop: async () => undefined,
  };
}

async function embedded(env: Env): Promise<Deployment> {
  const server = await startEmbedded({ dataDir: env.DATA_DIR });
  const moved = server.movedTo
    ? `, which lies in ${server.movedTo} because PostgreSQL's own account cannot enter this folder`
    : '';
  return { url: server.url, where: `the embedded PostgreSQL of ${env.DATA_DIR}/${moved}`, stop: server.stop };
}

async function connected(url: string): Promise<pg.Client> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (refusedForGood(error) || attempt === PATIENCE)
        throw new Obstacle(`The database could not be reached: ${sentenceOf(error)}. Look at DATABASE_URL.`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** A wrong password or a database that does not exist will not come right by waiting. */
function refusedForGood(error: unknown): boolean {
  return /^(28|3D)/.test(databaseCode(error) ?? '') || databaseCode(error) === 'ENOTFOUND';
}

function sentenceOf(error: unknown): string {
  const all = error instanceof AggregateError ? (error.errors as Error[]) : [error as Error];
  return [...new Set(all.map(({ message }) => message))].join('; ');
}

async function mustBeRecent(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; name: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as name`,
  );
  const [version] = rows;
  if (Number(version!.number) < OLDEST * 10_000) {
    throw new Obstacle(`The database is PostgreSQL ${version!.name}; Mandate needs ${OLDEST} or later.`);
  }
}

async function migrateAt(url: string): Promise<void> {
  const orm = await openOrm({ url, poolSize: 2 });
  try {
    await migrate(orm);
  } finally {
    await orm.close(true);
  }
}

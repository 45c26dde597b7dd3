// A real PostgreSQL that comes with `npm ci` and keeps its data in a folder of the project.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { databaseCode } from '../errors.js';
import { initialise, placeFor } from './postgresPrograms.js';
import { holderOf, isAlive, launch, type Postmaster } from './postmaster.js';

export interface EmbeddedPostgres {
  /** Connection string of the database `mandate` in this server. */
  url: string;
  /** Where programs and data really are, when they could not stay in the checkout. */
  movedTo: string | null;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  /** Extra server settings, `name=value`. Tests switch durability off here; the product never does. */
  settings?: string[];
}

/** Starts the server (initialising it the first time) or joins one that still runs on the same folder. */
export async function startEmbedded({ dataDir, settings = [] }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = path.resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const password = secret(path.join(folder, 'postgres.secret'));
  const place = placeFor(folder, password);
  initialise(place, password);
  const owner = new Owner(path.join(folder, 'postgres.owner'));
  const running = await settled(place.cluster, password);
  if (running && owner.alive())
    return { url: await ensureDatabase(running.port, password), movedTo: place.movedTo, stop: async () => undefined };
  const server = running ?? launch(place, await freePort(), settings);
  owner.claim();
  await untilReady(server, password);
  return { url: await ensureDatabase(server.port, password), movedTo: place.movedTo, stop: () => server.stop() };
}

/**
 * Which process answers for stopping the server. One that was killed hard leaves its PostgreSQL running; whoever
 * starts next joins it and takes over the duty. A process that joins a living one's server never stops it.
 */
class Owner {
  constructor(private readonly file: string) {}

  alive(): boolean {
    const pid = existsSync(this.file) ? Number(readFileSync(this.file, 'utf8')) : 0;
    return pid > 0 && pid !== process.pid && isAlive(pid);
  }

  claim(): void {
    writeFileSync(this.file, `${process.pid}\n`);
  }
}

/** A server that holds the folder and answers. One still starting or stopping is waited for. */
async function settled(cluster: string, password: string): Promise<Postmaster | null> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const holder = holderOf(cluster);
    if (!holder) return null;
    if (await answers(holder.port, password)) return holder;
    await pause();
  }
  throw new Error(`A PostgreSQL holds ${cluster} and does not answer: stop it, then start again.`);
}

async function untilReady(server: Postmaster, password: string): Promise<void> {
  // Long enough to replay what a crash left behind.
  for (let attempt = 0; attempt < 1_200 && !server.ended(); attempt++) {
    if (await answers(server.port, password)) return;
    await pause();
  }
  throw new Error(`The embedded PostgreSQL did not start: ${server.lastLines()}`);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

function secret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

const address = (port: number, password: string, database: string) =>
  `postgresql://mandate:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: address(port, password, 'postgres'),
    connectionTimeoutMillis: 1_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (databaseCode(error) === '28P01')
      throw new Error('The file postgres.secret is not the password of the embedded PostgreSQL beside it.');
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(port: number, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: address(port, password, 'postgres') });
  await client.connect();
  try {
    const known = await client.query(`select 1 from pg_database where datname = 'mandate'`);
    if (known.rowCount === 0) await client.query('create database mandate');
  } finally {
    await client.end();
  }
  return address(port, password, 'mandate');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

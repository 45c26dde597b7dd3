// A world for one test file: its own database (a copy of the migrated one), the real server on a port of its
// own, and people who speak to it over HTTP with real sessions.
import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import path from 'node:path';
import pg from 'pg';
import { createApp } from '../../server/app.js';
import { makeContext, type Context } from '../../server/context.js';
import { rowsOf, type Database } from '../../server/database/database.js';
import { readEnv } from '../../server/env.js';
import { hashToken } from '../../server/http/sessionCookie.js';
import { openServices, type RunningServices } from '../../server/services.js';

const clientFolder = path.resolve(import.meta.dirname, '../../dist/client');

export interface Answer<Data = any> {
  status: number;
  data: Data;
  errors?: { message: string; extensions: { code: string } }[];
  headers: Headers;
}

export interface World {
  services: RunningServices;
  db: Database;
  url: string;
  databaseUrl: string;
  /** Speaks GraphQL as a person (their id), or as nobody. */
  ask<Data = any>(query: string, variables?: object, as?: string | null): Promise<Answer<Data>>;
  /** A context in which the clock acts, as timed work has it. */
  clock(): Context;
  /** A Cookie header of a fresh session of this person. */
  cookieOf(personId: string): Promise<string>;
  close(): Promise<void>;
}

export async function openWorld(settings: Record<string, string> = {}): Promise<World> {
  const server = process.env['MANDATE_TEST_SERVER'];
  if (!server) throw new Error('no test server: run through jest');
  const name = `world_${randomBytes(6).toString('hex')}`;
  await admin(server, `create database ${name} template ${new URL(server).pathname.slice(1)}`);
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const env = readEnv({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    DEMO: 'true',
    POOL_SIZE: '12',
    ...settings,
  });
  const services = await openServices(env, databaseUrl, 'http://localhost:4000');
  const app = await createApp(services, { clientFolder });
  const listening = await new Promise<Server>((resolve) => {
    const made = app.express.listen(0, '127.0.0.1', () => resolve(made));
  });
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const db = rowsOf(services.orm.em.fork());
  const cookies = new Map<string, string>();

  const world: World = {
    services,
    db,
    url,
    databaseUrl,
    async cookieOf(personId) {
      const token = randomBytes(24).toString('base64url');
      await db
        .insertInto('session')
        .values({ token_hash: hashToken(token), person_id: personId, expires_at: new Date(Date.now() + 3_600_000) })
        .execute();
      return `mandate=${token}`;
    },
    async ask(query, variables = {}, as = null) {
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (as) {
        if (!cookies.has(as)) cookies.set(as, await world.cookieOf(as));
        headers['cookie'] = cookies.get(as)!;
      }
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, headers: response.headers, ...((await response.json()) as object) } as never;
    },
    clock: () => makeContext(services, { clock: true }),
    async close() {
      listening.closeAllConnections();
      await new Promise((resolve) => listening.close(resolve));
      await app.stop();
      await services.stop();
      await admin(server, `drop database ${name} with (force)`);
    },
  };
  return world;
}

async function admin(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: Object.assign(new URL(server), { pathname: '/postgres' }).href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export const newKey = (): string => randomUUID();

// What one request (or one piece of timed work) knows: who acts, what it reads and writes through, when it began.
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Env } from './env.js';
import type { Signer } from './history/key.js';
import type { Actor } from './policy/actor.js';
import { rowsOf, type Database } from './database/database.js';
import type { Seal } from './seal.js';
import { makeLoaders, type Loaders } from './loaders.js';
import { notSignedIn } from './errors.js';

/** What outlives a request: made once by the process and shared. */
export interface Services {
  orm: MikroORM;
  env: Env;
  log: Logger;
  /** Base address for links in mail and for the log's origin. */
  publicUrl: string;
  /** Called after a commit that left records to be put in order. */
  sequencer: { nudge(): void; readonly signer: Signer };
  /** For secrets that bodies entrust to us. */
  seal: Seal;
  mailer: { send(mail: Mail): Promise<void>; keepsMail: boolean };
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** How a request reads and changes the cookie of its session. */
export interface SessionHandle {
  tokenHash: Buffer | null;
  issue(token: string, expires: Date): void;
  clear(): void;
  /** A word for the device, kept so that a person recognises their sessions. */
  device: string;
  /** The address the request came from, used for rate limits alone. */
  address: string;
  /** The language the browser asks for, among those we speak: for people we do not know yet. */
  locale: string;
}

export interface Context {
  services: Services;
  actor: Actor | null;
  /** True for timed work: no person acts, the clock does. */
  clock: boolean;
  /** The mapper's own; a transaction forks it, and nothing is loaded through it outside of one. */
  em: EntityManager;
  db: Database;
  loaders: Loaders;
  session: SessionHandle;
  requestId: string;
}

const noSession: SessionHandle = {
  tokenHash: null,
  issue: () => undefined,
  clear: () => undefined,
  device: '',
  address: '',
  locale: 'en',
};

export function makeContext(
  services: Services,
  facts: { actor?: Actor | null; clock?: boolean; session?: SessionHandle; requestId?: string } = {},
): Context {
  const { em } = services.orm;
  const db = rowsOf(em);
  return {
    services,
    actor: facts.actor ?? null,
    clock: facts.clock ?? false,
    em,
    db,
    loaders: makeLoaders(db),
    session: facts.session ?? noSession,
    requestId: facts.requestId ?? 'timed',
  };
}

/** The person acting, or the error that asks for a sign-in. */
export function signedIn(context: Context): Actor {
  if (!context.actor) throw notSignedIn();
  return context.actor;
}

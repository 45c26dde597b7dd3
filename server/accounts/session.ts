// Sessions: an opaque token in a cookie, its hash in the database. Every sign-in begins a new one and ends the
// one the browser came with, so that a token known beforehand is worth nothing.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../context.js';
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';
import { hashToken } from '../http/sessionCookie.js';
import { loadActor } from '../policy/actor.js';

/** What a session needs of the deed that begins it. */
export interface Beginning {
  db: Database;
  context: Context;
  afterCommit(work: () => Promise<void>): void;
}

export async function beginSession({ db, context, afterCommit }: Beginning, personId: string): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  const { session } = context;
  if (session.tokenHash) await db.deleteFrom('session').where('token_hash', '=', session.tokenHash).execute();
  const { expires_at: expires } = await db
    .insertInto('session')
    .values({
      token_hash: hashToken(token),
      person_id: personId,
      expires_at: sql<Date>`now() + interval '90 days'`,
      device: session.device,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  afterCommit(async () => {
    session.issue(token, asDate(expires));
    session.tokenHash = hashToken(token);
    await refreshActor(context);
  });
}

/** Ends sessions of a person: all of them, or all but the one that asks. */
export async function endSessions(db: Database, personId: string, except: Buffer | null = null): Promise<number> {
  let sessions = db.deleteFrom('session').where('person_id', '=', personId);
  if (except) sessions = sessions.where('token_hash', '<>', except);
  return Number((await sessions.executeTakeFirst()).numDeletedRows);
}

/** Who acts, read again: after a deed that changed what they are. */
export async function refreshActor(context: Context): Promise<void> {
  context.actor = context.session.tokenHash ? await loadActor(context.db, context.session.tokenHash) : null;
}

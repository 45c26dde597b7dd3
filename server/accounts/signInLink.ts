// A link in a mail that signs a person in: once, within ten minutes, and only as long as the address is theirs.
// This is the one place where such tokens are made and the one place where they are spent.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { refuse } from '../errors.js';
import { hashToken } from '../http/sessionCookie.js';
import { endSessions } from './session.js';

export const linkMinutes = 10;

/** Makes a link and gives its address. The token stands after the #, where no server log and no referrer sees it. */
export async function makeLink(
  db: Database,
  publicUrl: string,
  person: { id: string; email: string },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db
    .insertInto('sign_in_link')
    .values({
      token_hash: hashToken(token),
      person_id: person.id,
      email: person.email,
      expires_at: sql<Date>`now() + make_interval(mins => ${linkMinutes})`,
    })
    .execute();
  return `${publicUrl.replace(/\/$/, '')}/sign-in/link#${token}`;
}

/** Spends a link and gives the person it was for. Whoever holds it has proved the address. */
export async function spendLink(db: Database, token: string): Promise<string> {
  const link = await db
    .updateTable('sign_in_link')
    .set({ used_at: sql<Date>`now()` })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .where(sql<boolean>`email = (select p.email from person p where p.id = sign_in_link.person_id)`)
    .returning('person_id')
    .executeTakeFirst();
  if (!link)
    refuse('LINK_SPENT', `This link has been used or is older than ${linkMinutes} minutes. Ask for a new one.`, {
      field: 'token',
    });
  await proveAddress(db, link.person_id);
  return link.person_id;
}

/**
 * The first proof of an address ends whatever was set up under it before: somebody else may have entered the
 * address and waited for its owner to come.
 */
async function proveAddress(db: Database, personId: string): Promise<void> {
  const first = await db
    .updateTable('person')
    .set({ email_proved_at: sql<Date>`now()` })
    .where('id', '=', personId)
    .where('email_proved_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!first) return;
  await db.deleteFrom('person_password').where('person_id', '=', personId).execute();
  await endSessions(db, personId);
}

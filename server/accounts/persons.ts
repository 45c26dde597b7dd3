// A person as they first appear: a name they chose, an address not yet proved, and a salt of their own.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../database/database.js';

export async function makePerson(
  db: Database,
  { name, email, locale }: { name: string; email: string; locale: string },
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('person')
    .values({ id, display_name: name, email, locale, salt: randomBytes(16) })
    .execute();
  return id;
}

// What served its purpose is not kept: ended sessions, old links, counters of tries.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';

export async function forgetTraces(db: Database): Promise<void> {
  await db
    .deleteFrom('session')
    .where(sql<boolean>`expires_at < now() or seen_at < now() - interval '14 days'`)
    .execute();
  await db
    .deleteFrom('sign_in_link')
    .where('expires_at', '<', sql<Date>`now() - interval '1 day'`)
    .execute();
  await db
    .deleteFrom('rate_limit')
    .where(sql<boolean>`expire < extract(epoch from now()) * 1000`)
    .execute();
}

// An Auditor signs the sums of a period, which is then closed for good. They are summed again first: what was booked in it
// since is not signed unseen.
import { sql } from 'kysely';
import { command } from '../../command.js';
import type { Database } from '../../database/database.js';
import { notFound, refuse } from '../../errors.js';
import { readText } from '../../text.js';
import { lockBooks } from '../ledger.js';
import { periodSums } from './periodSums.js';

export interface SignPeriod {
  idempotencyKey: string;
  periodId: string;
  /** What the Auditor has to say to the members; may be empty. */
  words: string | null;
}

export const signPeriod = command('signPeriod', async (deed, { periodId, words }: SignPeriod) => {
  const { db, actor } = deed;
  const { bodyId, from, until, preparedById } = await findPeriod(db, periodId);
  deed.authorize({ bodyId, preparedById });
  await lockBooks(db, bodyId);
  const prepared = await db
    .selectFrom('period_account')
    .select(['digest', 'signed_at'])
    .where('period_id', '=', periodId)
    .forUpdate()
    .executeTakeFirst();
  if (!prepared)
    refuse('NOT_PREPARED', 'The Treasurer has not prepared this period for closing yet.', { rule: 'books' });
  if (prepared.signed_at) refuse('PERIOD_FIXED', 'This period is signed and closed already.', { rule: 'books' });
  const { digest } = await periodSums(db, bodyId, from, until);
  if (!digest.equals(prepared.digest))
    refuse('PERIOD_CHANGED', 'Something was booked in this period since it was prepared. Have it prepared again.', {
      rule: 'books',
    });
  await db
    .updateTable('period_account')
    .set({
      signed_by_id: actor.personId,
      signed_at: sql<Date>`clock_timestamp()`,
      words: readText(words ?? '', 'words', 2000),
    })
    .where('period_id', '=', periodId)
    .execute();
  await db
    .updateTable('book_period')
    .set({ closed_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', periodId)
    .execute();
  await deed.record(periodId, digest.toString('hex'));
  return { periodId };
});

interface Found {
  bodyId: string;
  from: string;
  until: string;
  preparedById: string | null;
}

export async function findPeriod(db: Database, id: string): Promise<Found> {
  const { rows } = await sql<Found>`
    select p.body_id as "bodyId", p.from_date::text as from, p.until_date::text as until, a.prepared_by_id as "preparedById"
    from book_period p left join period_account a on a.period_id = p.id where p.id = ${id}`.execute(db);
  if (!rows[0]) throw notFound('period');
  return rows[0];
}

// The Treasurer prepares a period for closing: a month, a quarter, a year that is over, summed account by account. It is
// closed when an Auditor signs those sums. Until then it can be prepared again.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '../../command.js';
import type { Database } from '../../database/database.js';
import { refuse } from '../../errors.js';
import { bookDay } from '../days.js';
import { lockBooks } from '../ledger.js';
import { periodSums } from './periodSums.js';

export interface ClosePeriod {
  idempotencyKey: string;
  bodyId: string;
  from: string;
  until: string;
}

export const closePeriod = command('closePeriod', async (deed, { bodyId, from, until }: ClosePeriod) => {
  const { db, actor } = deed;
  deed.authorize({ bodyId });
  if (until < from)
    refuse('PERIOD_INVALID', 'A period ends on its first day or later.', { rule: 'books', field: 'until' });
  if (until >= (await bookDay(db)))
    refuse('PERIOD_NOT_OVER', 'A period is closed once it is over.', { rule: 'books', field: 'until' });
  await lockBooks(db, bodyId);
  const periodId = await periodOf(db, bodyId, from, until);
  const { sums, digest } = await periodSums(db, bodyId, from, until);
  const chain = await db
    .selectFrom('ledger_chain')
    .select(['number', 'hash'])
    .where('body_id', '=', bodyId)
    .executeTakeFirstOrThrow();
  const prepared = {
    sums: JSON.stringify(sums),
    digest,
    chain_number: chain.number,
    chain_hash: chain.hash,
    prepared_by_id: actor.personId,
    prepared_at: sql<Date>`clock_timestamp()`,
  };
  await db
    .insertInto('period_account')
    .values({ period_id: periodId, ...prepared })
    .onConflict((conflict) => conflict.column('period_id').doUpdateSet(prepared))
    .execute();
  await deed.record(periodId, digest.toString('hex'));
  return { periodId };
});

async function periodOf(db: Database, bodyId: string, from: string, until: string): Promise<string> {
  const { rows } = await sql<{ id: string; same: boolean; closed: boolean }>`
    select id, (from_date, until_date) = (${from}::date, ${until}::date) as same, closed_at is not null as closed
    from book_period where body_id = ${bodyId} and from_date <= ${until} and until_date >= ${from}`.execute(db);
  const [known] = rows;
  if (known && (!known.same || known.closed))
    refuse('PERIOD_FIXED', 'These days are in a period of the books already, or it is closed.', {
      rule: 'books',
      field: 'from',
    });
  if (known) return known.id;
  const id = randomUUID();
  await db
    .insertInto('book_period')
    .values({ id, body_id: bodyId, from_date: from, until_date: until, closed_at: null })
    .execute();
  return id;
}

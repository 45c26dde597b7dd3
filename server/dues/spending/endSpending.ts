// Spending that does not come about: a second officer refuses it, with the reason, or its author withdraws it.
import { sql } from 'kysely';
import { command } from '../../command.js';
import { readWordsOnLine } from '../../text.js';
import { findSpending, lockProposed } from './spending.js';

export interface RefuseSpending {
  idempotencyKey: string;
  spendingId: string;
  reason: string;
}

export const refuseSpending = command('refuseSpending', async (deed, { spendingId, ...input }: RefuseSpending) => {
  const { db, actor } = deed;
  deed.authorize(await findSpending(db, spendingId));
  const reason = readWordsOnLine(input.reason, 'reason', 500);
  await lockProposed(db, spendingId);
  await db
    .updateTable('spending')
    .set({ state: 'REFUSED', reason, decided_by_id: actor.personId, decided_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', spendingId)
    .execute();
  await deed.record(spendingId, reason);
  return { spendingId };
});

export const withdrawSpending = command(
  'withdrawSpending',
  async (deed, { spendingId }: { idempotencyKey: string; spendingId: string }) => {
    const { db, actor } = deed;
    deed.authorize(await findSpending(db, spendingId));
    await lockProposed(db, spendingId);
    await db
      .updateTable('spending')
      .set({ state: 'WITHDRAWN', decided_by_id: actor.personId, decided_at: sql<Date>`clock_timestamp()` })
      .where('id', '=', spendingId)
      .execute();
    await deed.record(spendingId);
    return { spendingId };
  },
);

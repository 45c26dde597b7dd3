// A waiver ends today: the member needs it no more, or the officers who granted it say so. What it excused stays excused;
// what falls due from tomorrow is owed.
import { sql } from 'kysely';
import { command } from '../command.js';
import { refuse } from '../errors.js';
import { recordBooks } from './recordBooks.js';
import { findWaiver } from './waivers.js';

export interface EndWaiver {
  idempotencyKey: string;
  waiverId: string;
}

export const endWaiver = command('endWaiver', async (deed, { waiverId }: EndWaiver) => {
  const { db } = deed;
  const { membershipId, personId, bodyId } = await findWaiver(db, waiverId);
  deed.authorize({ bodyId, personId });
  const ended = await db
    .updateTable('dues_waiver')
    .set({ ended_on: sql<string>`clock_timestamp()::date` })
    .where('id', '=', waiverId)
    .where('ended_on', 'is', null)
    .where(sql<boolean>`until_date >= clock_timestamp()::date`)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) refuse('WAIVER_OVER', 'This waiver has ended already.', { rule: 'dues' });
  await recordBooks(deed, null);
  return { membershipId };
});

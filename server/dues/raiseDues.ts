// The clock charges dues: body by body, each in a transaction of its own in that body's books, so that a run which is cut
// off has lost nothing, and one that is repeated finds nothing left to do. Then what members have paid ahead is used.
import { sql } from 'kysely';
import type { Context } from '../context.js';
import type { Database } from '../database/database.js';
import { inTransaction, retried } from '../database/transaction.js';
import { writeRecords } from '../history/record.js';
import { applyCredits } from './applyCredits.js';
import { bookDay } from './days.js';
import { booksKept } from './recordBooks.js';

export interface Raised {
  bodies: number;
  charges: number;
}

/** How many bodies are charged at the same time. */
const LANES = 4;

/** `progress` is told after each body. */
export async function raiseDues(
  context: Context,
  progress: (done: Raised, bodies: number) => void = () => undefined,
): Promise<Raised> {
  const day = await bookDay(context.db);
  const waiting = await bodiesToCharge(context.db, day);
  const bodies = waiting.length;
  const done: Raised = { bodies: 0, charges: 0 };
  const lane = async (): Promise<void> => {
    for (let bodyId = waiting.pop(); bodyId !== undefined; bodyId = waiting.pop()) {
      const charges = await raiseIn(context, bodyId, day);
      done.charges += charges;
      done.bodies++;
      progress({ ...done }, bodies);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (done.charges > 0) context.services.sequencer.nudge();
  await applyCredits(context);
  return done;
}

async function bodiesToCharge(db: Database, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select b.id from body b where b.state = 'AFFILIATED' and exists (select 1 from dues_to_raise(b.id, ${day})) order by b.id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** How many were charged. A commit that a crash of the machine takes back is simply done again by the next run. */
const raiseIn = (context: Context, bodyId: string, day: string): Promise<number> =>
  retried(() =>
    inTransaction(context.em, async (_em, db) => {
      await sql`set local synchronous_commit = off`.execute(db);
      const { rows } = await sql<{
        charges: number;
        hash: Buffer;
      }>`select charges, hash from raise_dues(${bodyId}, ${day})`.execute(db);
      if (rows.length > 0)
        await writeRecords(
          db,
          rows.map(({ hash }) => ({ type: 'deed', body: booksKept(hash) })),
        );
      return rows.reduce((sum, { charges }) => sum + charges, 0);
    }),
  );

// A waiver holds wherever its member's charge has come from in the meantime: one that followed them from another group, or
// one that a payment taken back has opened again, is dropped too.
import { sql } from 'kysely';
import type { Context } from '../context.js';
import { inTransaction, retried } from '../database/transaction.js';
import { writeRecord } from '../history/record.js';
import { bookDay } from './days.js';
import { booksKept } from './recordBooks.js';
import { refreshStanding } from './settle.js';

interface Excused {
  bodyId: string;
  charges: string[];
  persons: string[];
}

export async function excuseWaived(context: Context): Promise<void> {
  const { rows } = await sql<Excused>`
    select c.body_id as "bodyId", array_agg(distinct c.id) as charges, array_agg(distinct c.person_id) as persons
    from dues_waiver w join membership m on m.id = w.membership_id join dues_charge c on c.person_id = m.person_id
    where c.settled < c.amount and c.body_id is not null and c.due_on <= coalesce(w.ended_on, w.until_date)
    group by c.body_id order by c.body_id`.execute(context.db);
  const day = await bookDay(context.db);
  for (const { bodyId, charges, persons } of rows)
    await retried(() =>
      inTransaction(context.em, async (_em, db) => {
        const dropped = await sql<{ hash: Buffer | null }>`
          select t.hash from drop_charges(${bodyId}, ${charges}::uuid[], ${day}) t`.execute(db);
        await refreshStanding(db, persons);
        const hash = dropped.rows[0]?.hash;
        if (hash) await writeRecord(db, 'deed', booksKept(hash));
      }),
    );
  if (rows.length > 0) context.services.sequencer.nudge();
}

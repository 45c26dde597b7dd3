// What is still open of a charge follows its member to another Local Group: out of the books of the one, then into those
// of the other, a transaction each, so that none spans two bodies' books. What was paid stays where it was paid. Cut off
// in between, the charge is in nobody's books and the next run brings it home.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../context.js';
import type { Database } from '../database/database.js';
import { inTransaction, retried } from '../database/transaction.js';
import { writeRecord } from '../history/record.js';
import { bookDay } from './days.js';
import { lockBooks, post, type Entry } from './ledger.js';
import { booksKept } from './recordBooks.js';

interface Moving {
  chargeId: string;
  from: string | null;
  to: string;
}

export async function followMembers(context: Context): Promise<void> {
  const { rows } = await sql<Moving>`
    select c.id as "chargeId", c.body_id as "from", m.body_id as "to" from dues_charge c join membership m on m.id = c.membership_id
    where c.settled < c.amount and c.body_id is distinct from m.body_id order by c.id`.execute(context.db);
  for (const { chargeId, from, to } of rows) {
    if (from !== null) await step(context, (db) => move(db, chargeId, from, null));
    await step(context, (db) => move(db, chargeId, null, to));
  }
  if (rows.length > 0) context.services.sequencer.nudge();
}

const step = (context: Context, work: (db: Database) => Promise<void>): Promise<void> =>
  retried(() => inTransaction(context.em, (_em, db) => work(db)));

async function move(db: Database, chargeId: string, from: string | null, to: string | null): Promise<void> {
  const bodyId = (from ?? to)!;
  await lockBooks(db, bodyId);
  const charge = await db
    .selectFrom('dues_charge')
    .select(['currency', 'membership_id', sql<string>`(amount - settled)::text`.as('open')])
    .where('id', '=', chargeId)
    .where(sql<boolean>`body_id is not distinct from ${from}`)
    .where(sql<boolean>`settled < amount`)
    .forUpdate()
    .executeTakeFirst();
  if (!charge) return;
  const { currency } = charge;
  const amount = to === null ? -BigInt(charge.open) : BigInt(charge.open);
  const entries: Entry[] = [
    { account: { kind: 'DUES_RECEIVABLE', currency }, amount },
    { account: { kind: 'DUES_CHARGED', currency }, amount: -amount },
  ];
  const { hash } = await post(db, {
    bodyId,
    id: randomUUID(),
    kind: to === null ? 'CHARGE_LEFT' : 'CHARGE_CAME',
    bookedOn: await bookDay(db),
    entries,
    sourceId: chargeId,
  });
  await db.updateTable('dues_charge').set({ body_id: to }).where('id', '=', chargeId).execute();
  await writeRecord(db, 'deed', booksKept(hash));
}

// The other side of what was agreed: once a remittance was received, the sender's debt is less by it; once a statement by
// head-count was agreed, it stands in the asking body's books. Each is one transfer in one body's books, in a transaction
// of its own, and is found again by the clock until it is there.
import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.js';
import type { Database } from '../../database/database.js';
import { inTransaction, retried } from '../../database/transaction.js';
import { writeRecord } from '../../history/record.js';
import { bookDay } from '../days.js';
import { lockBooks, post } from '../ledger.js';
import { booksKept } from '../recordBooks.js';
import { lockRemittance } from './remittance.js';

export async function settleBetween(context: Context): Promise<void> {
  const received = await context.db
    .selectFrom('remittance')
    .select('id')
    .where('state', '=', 'RECEIVED')
    .where('settled_transfer_id', 'is', null)
    .execute();
  const agreed = await context.db
    .selectFrom('per_capita')
    .select('id')
    .where('state', '=', 'AGREED')
    .where('asked_transfer_id', 'is', null)
    .execute();
  for (const { id } of received) await apart(context, (db) => settleRemittance(db, id));
  for (const { id } of agreed) await apart(context, (db) => bookAsked(db, id));
  if (received.length + agreed.length > 0) context.services.sequencer.nudge();
}

const apart = (context: Context, work: (db: Database) => Promise<void>): Promise<void> =>
  retried(() => inTransaction(context.em, (_em, db) => work(db)));

async function settleRemittance(db: Database, id: string): Promise<void> {
  const { bodyId, toBodyId: withBodyId, currency, amount, parts } = await lockRemittance(db, id);
  const open = await db
    .selectFrom('remittance')
    .select('id')
    .where('id', '=', id)
    .where('settled_transfer_id', 'is', null)
    .executeTakeFirst();
  if (!open) return;
  await lockBooks(db, bodyId);
  const transferId = randomUUID();
  const { hash } = await post(db, {
    bodyId,
    id: transferId,
    kind: 'REMITTED',
    bookedOn: await bookDay(db),
    entries: [
      ...parts.map((part) => ({
        account: { kind: 'PER_CAPITA_PAYABLE' as const, currency, withBodyId, name: part.purpose },
        amount: part.amount,
      })),
      { account: { kind: 'CLEARING', currency, withBodyId }, amount: -amount },
    ],
    sourceId: id,
  });
  await db.updateTable('remittance').set({ settled_transfer_id: transferId }).where('id', '=', id).execute();
  await writeRecord(db, 'deed', booksKept(hash));
}

async function bookAsked(db: Database, id: string): Promise<void> {
  const asked = await db
    .selectFrom('per_capita')
    .select(['body_id as bodyId', 'to_body_id as toBodyId', 'currency', 'amount'])
    .where('id', '=', id)
    .where('asked_transfer_id', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!asked) return;
  const { bodyId: withBodyId, toBodyId: bodyId, currency } = asked;
  const amount = BigInt(asked.amount);
  await lockBooks(db, bodyId);
  const transferId = randomUUID();
  const { hash } = await post(db, {
    bodyId,
    id: transferId,
    kind: 'PER_CAPITA_ASKED',
    bookedOn: await bookDay(db),
    entries: [
      { account: { kind: 'PER_CAPITA_RECEIVABLE', currency, withBodyId }, amount },
      { account: { kind: 'PER_CAPITA_INCOME', currency, withBodyId }, amount: -amount },
    ],
    sourceId: id,
  });
  await db.updateTable('per_capita').set({ asked_transfer_id: transferId }).where('id', '=', id).execute();
  await writeRecord(db, 'deed', booksKept(hash));
}

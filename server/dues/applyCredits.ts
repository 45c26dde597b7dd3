// What members have paid ahead settles what falls due later, with the shares of that day.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../context.js';
import type { Database } from '../database/database.js';
import { inTransaction, retried } from '../database/transaction.js';
import { writeRecord } from '../history/record.js';
import { allot } from './allot.js';
import { bookDay } from './days.js';
import { divisionFor } from './division.js';
import { lockBooks, post } from './ledger.js';
import { booksKept } from './recordBooks.js';
import { chargesOwed, creditOf, keepCredit, keepSettlements, refreshStanding, settlingEntries } from './settle.js';

interface Holder {
  bodyId: string;
  membershipId: string;
  personId: string;
  currency: string;
}

export async function applyCredits(context: Context): Promise<void> {
  const { rows } = await sql<Holder>`
    select c.body_id as "bodyId", c.membership_id as "membershipId", m.person_id as "personId", c.currency
    from dues_credit c join membership m on m.id = c.membership_id
    where exists (select 1 from dues_charge d where d.person_id = m.person_id and d.body_id = c.body_id and d.currency = c.currency and d.settled < d.amount)
    group by c.body_id, c.membership_id, m.person_id, c.currency having sum(c.amount) > 0
    order by c.body_id, c.membership_id`.execute(context.db);
  for (const holder of rows) await retried(() => inTransaction(context.em, (_em, db) => apply(db, holder)));
  if (rows.length > 0) context.services.sequencer.nudge();
}

async function apply(db: Database, { bodyId, membershipId, personId, currency }: Holder): Promise<void> {
  await lockBooks(db, bodyId);
  const credit = await creditOf(db, membershipId, bodyId, currency);
  const { parts: steps, rest } = allot(credit, await chargesOwed(db, personId, bodyId, currency));
  if (steps.length === 0) return;
  const day = await bookDay(db);
  const division = await divisionFor(db, bodyId, day);
  const transferId = randomUUID();
  const { hash } = await post(db, {
    bodyId,
    id: transferId,
    kind: 'CREDIT_USED',
    bookedOn: day,
    entries: [
      { account: { kind: 'MEMBER_CREDIT', currency }, amount: credit - rest },
      ...settlingEntries(steps, division),
    ],
  });
  await keepSettlements(db, steps, { bodyId, transferId, how: 'CREDIT', paymentId: null, splitId: division.splitId });
  await keepCredit(db, { bodyId, membershipId, currency, amount: rest - credit, paymentId: null, transferId });
  await refreshStanding(db, [personId]);
  await writeRecord(db, 'deed', booksKept(hash));
}

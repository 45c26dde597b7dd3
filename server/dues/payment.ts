// A payment about to be undone or given back: loaded under the lock of its books.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import type { PaymentMethodWord } from '../database/duesTables.js';
import { notFound, refuse } from '../errors.js';
import { lockBooks } from './ledger.js';
import type { Charge } from './settle.js';

export interface Payment {
  id: string;
  bodyId: string;
  membershipId: string;
  personId: string;
  method: PaymentMethodWord;
  currency: string;
  amount: bigint;
  receivedOn: string;
  transferNumber: number;
  reversed: boolean;
  refunded: bigint;
}

/** What of a charge this payment settles still. */
export interface Settled {
  charge: Charge;
  amount: bigint;
  splitId: string | null;
}

export async function findPayment(db: Database, id: string): Promise<{ bodyId: string }> {
  const found = await db.selectFrom('dues_payment').select('body_id as bodyId').where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound('payment');
  return found;
}

export async function lockPayment(db: Database, id: string): Promise<Payment> {
  await lockBooks(db, (await findPayment(db, id)).bodyId);
  const { rows } = await sql<Omit<Payment, 'amount' | 'refunded'> & { amount: string; refunded: string }>`
    select p.id, p.body_id as "bodyId", p.membership_id as "membershipId", m.person_id as "personId", p.method, p.currency, p.amount,
      p.received_on::text as "receivedOn", t.number::int as "transferNumber",
      exists (select 1 from ledger_transfer r where r.body_id = t.body_id and r.reverses = t.number) as reversed,
      (select coalesce(sum(amount), 0)::text from dues_refund f where f.payment_id = p.id) as refunded
    from dues_payment p join membership m on m.id = p.membership_id join ledger_transfer t on t.body_id = p.body_id and t.id = p.transfer_id
    where p.id = ${id}`.execute(db);
  const { amount, refunded, ...payment } = rows[0]!;
  return { ...payment, amount: BigInt(amount), refunded: BigInt(refunded) };
}

export function mustStand({ reversed }: Payment): void {
  if (reversed)
    refuse('ALREADY_REVERSED', 'This payment was taken back before: it counts as if it had never come.', {
      rule: 'books',
    });
}

/** The charges it settles, the newest first. One that has followed its member to another group is settled there. */
export async function settledBy(db: Database, { id, bodyId }: Payment): Promise<Settled[]> {
  const { rows } = await sql<
    Omit<Charge, 'amount' | 'settled'> & {
      whole: string;
      settled: string;
      amount: string;
      splitId: string | null;
      bodyId: string;
    }
  >`
    select c.id, c.part, c.currency, c.amount as whole, c.settled, c.body_id as "bodyId", s.amount, s.split_id as "splitId"
    from (select charge_id, split_id, sum(amount)::text as amount from dues_settlement where payment_id = ${id} group by charge_id, split_id having sum(amount) > 0) s
    join dues_charge c on c.id = s.charge_id
    order by c.due_on desc, c.part desc`.execute(db);
  if (rows.some((row) => row.bodyId !== bodyId))
    refuse('CHARGE_MOVED', 'What this payment settled in part has followed its member to another group.', {
      rule: 'books',
    });
  return rows.map(({ whole, settled, amount, splitId, id: charge, part, currency }) => ({
    charge: { id: charge, part, currency, amount: BigInt(whole), settled: BigInt(settled) },
    amount: BigInt(amount),
    splitId,
  }));
}

/** What of it became credit, and was neither given back nor taken back since. */
export async function creditFrom(db: Database, { id }: Payment): Promise<bigint> {
  const { sum } = await db
    .selectFrom('dues_credit')
    .select(sql<string>`coalesce(sum(amount), 0)::text`.as('sum'))
    .where('payment_id', '=', id)
    .executeTakeFirstOrThrow();
  return BigInt(sum);
}

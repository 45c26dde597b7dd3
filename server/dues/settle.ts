// Settling charges in the books: what was asked is asked no more, and the money divides between the levels.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import type { DuesSettlementTable } from '../database/duesTables.js';
import type { Division } from './division.js';
import type { Entry } from './ledger.js';
import { divide } from './split.js';

export interface Charge {
  id: string;
  part: 'BASE' | 'EXTRA';
  currency: string;
  amount: bigint;
  settled: bigint;
}

/** One charge settled further, or (below zero) opened again. */
export interface Step {
  charge: Charge;
  amount: bigint;
}

/** What a person owes in the books of a body in one currency, the oldest debt first. */
export async function chargesOwed(db: Database, personId: string, bodyId: string, currency: string): Promise<Charge[]> {
  const rows = await db
    .selectFrom('dues_charge')
    .select(['id', 'part', 'currency', 'amount', 'settled'])
    .where('person_id', '=', personId)
    .where('body_id', '=', bodyId)
    .where('currency', '=', currency)
    .where(sql<boolean>`settled < amount`)
    .orderBy('due_on')
    .orderBy('part')
    .orderBy('period_from')
    .execute();
  return rows.map(({ amount, settled, ...row }) => ({ ...row, amount: BigInt(amount), settled: BigInt(settled) }));
}

/** The entries of these steps, without the money itself. What everybody owes is divided; a group's own stays with it. */
export function settlingEntries(steps: readonly Step[], { receivers }: Division): Entry[] {
  return steps.flatMap(({ charge: { part, currency, settled }, amount }) => {
    const to = part === 'BASE' ? receivers : [];
    const { parts, rest } = divide(
      settled,
      settled + amount,
      to.map(({ share }) => share),
    );
    return [
      { account: { kind: 'DUES_RECEIVABLE', currency }, amount: -amount },
      { account: { kind: 'DUES_CHARGED', currency }, amount },
      { account: { kind: 'DUES_INCOME', currency }, amount: -rest },
      ...parts.map((share, i): Entry => ({ account: { ...to[i]!.account, currency }, amount: -share })),
    ];
  });
}

export interface Settling {
  bodyId: string;
  transferId: string;
  how: DuesSettlementTable['how'];
  paymentId: string | null;
  splitId: string | null;
}

/** Keeps beside the transfer which charges it settled. */
export async function keepSettlements(
  db: Database,
  steps: readonly Step[],
  { bodyId, transferId, how, paymentId, splitId }: Settling,
): Promise<void> {
  if (steps.length === 0) return;
  await db
    .insertInto('dues_settlement')
    .values(
      steps.map(({ charge, amount }) => ({
        id: randomUUID(),
        charge_id: charge.id,
        how,
        amount,
        payment_id: paymentId,
        split_id: charge.part === 'BASE' ? splitId : null,
        body_id: bodyId,
        transfer_id: transferId,
      })),
    )
    .execute();
}

export interface CreditMove {
  bodyId: string;
  membershipId: string;
  currency: string;
  amount: bigint;
  paymentId: string | null;
  transferId: string;
}

export async function keepCredit(
  db: Database,
  { bodyId, membershipId, currency, amount, paymentId, transferId }: CreditMove,
): Promise<void> {
  if (amount === 0n) return;
  await db
    .insertInto('dues_credit')
    .values({
      id: randomUUID(),
      membership_id: membershipId,
      currency,
      amount,
      payment_id: paymentId,
      body_id: bodyId,
      transfer_id: transferId,
    })
    .execute();
}

/** What a body holds of a member's money. */
export async function creditOf(db: Database, membershipId: string, bodyId: string, currency: string): Promise<bigint> {
  const { sum } = await db
    .selectFrom('dues_credit')
    .select(sql<string>`coalesce(sum(amount), 0)::text`.as('sum'))
    .where('membership_id', '=', membershipId)
    .where('body_id', '=', bodyId)
    .where('currency', '=', currency)
    .executeTakeFirstOrThrow();
  return BigInt(sum);
}

/** Writes anew until when these people's dues are settled, which their standing rests on. */
export async function refreshStanding(db: Database, personIds: readonly string[]): Promise<void> {
  await sql`select refresh_dues(${personIds}::uuid[])`.execute(db);
}

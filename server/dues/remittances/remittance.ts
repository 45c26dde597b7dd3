// A remittance: money passed up, as it moves from the sender's books to the receiver's. Each side books its own part, in
// its own chain and in a transaction of its own; this row is what matches them.
import { sql } from 'kysely';
import type { Database } from '../../database/database.js';
import type { RemittanceStateWord } from '../../database/treasuryTables.js';
import { notFound, refuse } from '../../errors.js';

/** Which state may follow which; the database holds the same table. */
export const remittanceMoves: Record<RemittanceStateWord, readonly RemittanceStateWord[]> = {
  SENT: ['RECEIVED', 'DISPUTED', 'WITHDRAWN'],
  DISPUTED: ['RECEIVED', 'WITHDRAWN'],
  RECEIVED: [],
  WITHDRAWN: [],
};

export interface Part {
  /** What the shares are for; empty for what the receiver uses as it decides. */
  purpose: string;
  amount: bigint;
}

export interface Remittance {
  id: string;
  bodyId: string;
  toBodyId: string;
  currency: string;
  amount: bigint;
  parts: Part[];
  method: 'CASH' | 'CHEQUE' | 'TRANSFER';
  sentOn: string;
  state: RemittanceStateWord;
  sentTransferId: string;
}

export interface Sides {
  bodyId: string;
  toBodyId: string;
}

export async function findRemittance(db: Database, id: string): Promise<Sides> {
  const found = await db
    .selectFrom('remittance')
    .select(['body_id as bodyId', 'to_body_id as toBodyId'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw notFound('remittance');
  return found;
}

/** Loaded under its own lock, which is taken before that of any books. */
export async function lockRemittance(db: Database, id: string): Promise<Remittance> {
  const { amount, parts, ...row } = await db
    .selectFrom('remittance')
    .select(['id', 'body_id as bodyId', 'to_body_id as toBodyId', 'currency', 'amount', 'parts', 'method', 'state'])
    .select([sql<string>`sent_on::text`.as('sentOn'), 'sent_transfer_id as sentTransferId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { ...row, amount: BigInt(amount), parts: readParts(parts) };
}

export const readParts = (parts: readonly { purpose: string; amount: string }[]): Part[] =>
  parts.map(({ purpose, amount }) => ({ purpose, amount: BigInt(amount) }));

export function mustMove({ state }: { state: RemittanceStateWord }, to: RemittanceStateWord): void {
  if (!remittanceMoves[state].includes(to))
    refuse('WRONG_STATE', `This remittance is ${state.toLowerCase()}, so that cannot be done with it any more.`, {
      rule: 'books',
      values: { state },
    });
}

export async function keepEvent(
  db: Database,
  { id, state, reason, byPersonId }: { id: string; state: RemittanceStateWord; reason?: string; byPersonId: string },
): Promise<void> {
  await db
    .insertInto('remittance_event')
    .values({
      remittance_id: id,
      number: sql<number>`1 + (select count(*)::int from remittance_event where remittance_id = ${id})`,
      state,
      reason: reason ?? '',
      by_person_id: byPersonId,
    })
    .execute();
}

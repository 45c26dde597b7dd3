// What a body owes each body above it, and what of it is on its way: sums of its books alone. Nobody's name is in them,
// and nobody's excuse, for what was never asked has no share.
import { sql } from 'kysely';
import type { Database } from '../../database/database.js';

export interface Owed {
  toBodyId: string;
  purpose: string;
  currency: string;
  /** Minor units still to be sent; below zero where more was passed up than was kept in the end. */
  open: bigint;
}

/** Call it under the lock of the books where something is judged by it. */
export async function owedAbove(db: Database, bodyId: string): Promise<Owed[]> {
  const { rows } = await sql<Omit<Owed, 'open'> & { open: string }>`
    select "toBodyId", purpose, currency, sum(amount)::text as open from (
      select with_body_id as "toBodyId", name as purpose, currency, -balance as amount
        from ledger_account where body_id = ${bodyId} and kind = 'PER_CAPITA_PAYABLE'
      union all
      select r.to_body_id, p ->> 'purpose', r.currency, -(p ->> 'amount')::bigint
        from remittance r cross join jsonb_array_elements(r.parts) p
        where r.body_id = ${bodyId} and r.settled_transfer_id is null and r.state <> 'WITHDRAWN'
    ) each group by 1, 2, 3 order by 1, 3, 2`.execute(db);
  return rows.map(({ open, ...row }) => ({ ...row, open: BigInt(open) }));
}

// The sums of a period as they are prepared and signed: for each account what stood there before, what moved, what stood
// after. Their digest is what the signature is under.
import { sql } from 'kysely';
import type { Database } from '../../database/database.js';
import type { PeriodSum } from '../../database/treasuryTables.js';
import { canonicalText } from '../../history/canonical.js';
import { sha256Hex } from '../../history/hash.js';

export interface Summed {
  sums: PeriodSum[];
  digest: Buffer;
}

export async function periodSums(db: Database, bodyId: string, from: string, until: string): Promise<Summed> {
  const { rows } = await sql<PeriodSum>`
    select a.id as "accountId", a.kind, a.currency, a.with_body_id as "withBodyId", a.name, s.opening::text, s.debit::text, s.credit::text, s.closing::text
    from period_sums(${bodyId}, ${from}, ${until}) s join ledger_account a on a.id = s.account_id
    order by a.kind, a.currency, a.name, a.id`.execute(db);
  return { sums: rows, digest: digestOf(rows) };
}

export const digestOf = (sums: readonly PeriodSum[]): Buffer => Buffer.from(sha256Hex(canonicalText(sums)), 'hex');

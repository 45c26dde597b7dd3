// Notes beside transfers, and the periods of the books with their sums and signatures.
import { sql } from 'kysely';
import type { Database } from '../../database/database.js';
import type { PeriodSum } from '../../database/treasuryTables.js';
import { asDate } from '../../database/instants.js';
import { manyEach, oneEach } from '../../loaders.js';

export interface NoteRow {
  key: string;
  id: string;
  text: string;
  at: Date;
}

/** Keys are `body/number`. */
export const notesOf = async (db: Database, keys: readonly string[]) => {
  const pairs = keys.map((key) => key.split('/'));
  const { rows } = await sql<NoteRow>`
    select n.body_id || '/' || n.number as key, n.id, n.text, n.at
    from unnest(${pairs.map(([body]) => body)}::uuid[], ${pairs.map(([, number]) => number)}::bigint[]) as k (body_id, number)
    join transfer_note n using (body_id, number) order by n.at`.execute(db);
  return manyEach(
    keys,
    rows.map((row) => ({ ...row, at: asDate(row.at) })),
    ({ key }) => key,
  );
};

export interface ClosingRow {
  periodId: string;
  preparedById: string;
  preparedAt: Date;
  signedAt: Date | null;
  words: string;
  digest: string;
  chainNumber: number;
  sums: PeriodSum[];
}

export const closingsOf = async (db: Database, periodIds: readonly string[]) => {
  const { rows } = await sql<ClosingRow>`
    select period_id as "periodId", prepared_by_id as "preparedById", prepared_at as "preparedAt", signed_at as "signedAt", words,
      encode(digest, 'hex') as digest, chain_number::int as "chainNumber", sums
    from period_account where period_id = any (${periodIds}::uuid[])`.execute(db);
  return oneEach(
    periodIds,
    rows.map((row) => ({ ...row, preparedAt: asDate(row.preparedAt), signedAt: asDate(row.signedAt) })),
    ({ periodId }) => periodId,
  );
};

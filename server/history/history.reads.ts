// The log as a page reads it, newest leaf first.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';

export interface LeafRow {
  seq: number;
  at: Date;
  type: string;
  hash: string;
  data: string;
}

/** Leaves before `before` (or the newest), one more than asked for. */
export async function leavesBefore(db: Database, first: number, before: number | null): Promise<LeafRow[]> {
  const found = await sql<LeafRow>`
    select l.seq::int as seq, r.at, r.type, encode(l.hash, 'hex') as hash, l.data
    from history_leaf l join history_record r on r.id = l.record_id
    where ${before}::bigint is null or l.seq < ${before}::bigint
    order by l.seq desc limit ${first + 1}`.execute(db);
  return found.rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

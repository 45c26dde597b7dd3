// Writing one entry of the history, inside the transaction of the deed it tells of. It has no number yet:
// the sequencer gives it one a moment after the commit.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { assert } from '../assert.js';
import type { Database } from '../database/database.js';
import type { HistoryRecord } from './leaf.js';
import { bodyFault, type BodyOf, type LeafType } from './leafTypes.js';

export type WrittenRecord = HistoryRecord & { readonly id: string };

/** One statement writes the record and queues it. `minute` coarsens the moment, for confidential ballots. */
export async function writeRecord<Type extends LeafType>(
  db: Database,
  type: Type,
  body: BodyOf<Type>,
  coarse: 'second' | 'minute' = 'second',
): Promise<WrittenRecord> {
  const fault = bodyFault(type, body);
  assert(fault === null, fault ?? '');
  const id = randomUUID();
  const written = await sql<{ at: string }>`
    with written as (
      insert into history_record (id, at, type, body)
      values (${id}, date_trunc(${coarse}, clock_timestamp()), ${type}, ${JSON.stringify(body)}::jsonb)
      returning id, at
    ), queued as (insert into history_pending (record_id) select id from written)
    select to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from written`.execute(db);
  return { id, at: written.rows[0]!.at, type, body } as unknown as WrittenRecord;
}

/** Something to be written: a type of entry and its body. */
export type NewRecord = { [Type in LeafType]: { type: Type; body: BodyOf<Type> } }[LeafType];

/** Many records in the order given, in one statement: a roll-up of two thousand polls opens with four thousand. */
export async function writeRecords(db: Database, records: readonly NewRecord[]): Promise<void> {
  const rows = records.map(({ type, body }) => {
    const fault = bodyFault(type, body);
    assert(fault === null, fault ?? '');
    return { id: randomUUID(), type, body };
  });
  await sql`
    with new_record as materialized (
      select * from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (id uuid, type text, body jsonb)) with ordinality
        as r (id, type, body, place)
    ), written as (
      insert into history_record (id, at, type, body)
      select id, date_trunc('second', clock_timestamp()), type, body from new_record
    )
    insert into history_pending (record_id) select id from new_record order by place`.execute(db);
}

// Papers as tellers read them, and who was handed one.
import { sql } from 'kysely';
import { asDate } from '../database/instants.js';
import type { Database } from '../database/database.js';
import { manyEach } from '../loaders.js';
import { agreed, unlikeLines, type Reading } from './agreement.js';

interface ReadingRow extends Reading {
  pollId: string;
  number: number;
  at: Date;
}

export interface BatchRow {
  number: number;
  agreed: boolean;
  readings: { tellerId: string; at: Date; lines: string[]; unlike: { line: number; marks: string }[] }[];
}

/** The readings that stand. */
async function readings(db: Database, pollIds: readonly string[]): Promise<ReadingRow[]> {
  const rows = await db
    .selectFrom('paper_batch')
    .select(['poll_id as pollId', 'number', 'teller_id as tellerId', 'lines', 'at'])
    .where('poll_id', 'in', pollIds)
    .where('replaced', '=', false)
    .orderBy('number')
    .orderBy('at')
    .execute();
  return rows.map((row) => ({ ...row, at: asDate(row.at) }));
}

/** Of each election its batches in order, with what differs between their readings. */
export async function batchesOf(db: Database, electionIds: readonly string[]): Promise<BatchRow[][]> {
  const rows = await readings(db, electionIds);
  return electionIds.map((id) => {
    const batches = Map.groupBy(
      rows.filter((row) => row.pollId === id),
      (row) => row.number,
    );
    return [...batches].map(([number, read]) => ({
      number,
      agreed: agreed(read),
      readings: read.map((one) => ({ ...one, unlike: unlikeLines(one, read) })),
    }));
  });
}

/** The papers on which two tellers agree, batch by batch. */
export async function agreedPapers(db: Database, electionId: string): Promise<string[]> {
  const [batches] = await batchesOf(db, [electionId]);
  return batches!.filter((batch) => batch.agreed).flatMap(({ readings: [first] }) => first!.lines);
}

export async function papersRead(db: Database, electionIds: readonly string[]): Promise<number[]> {
  const all = await batchesOf(db, electionIds);
  return all.map((batches) =>
    batches.reduce((sum, batch) => sum + (batch.agreed ? batch.readings[0]!.lines.length : 0), 0),
  );
}

/** Papers entered so far, agreed upon or not: of each batch the longest reading. */
export async function papersEntered(db: Database, electionId: string): Promise<number> {
  const [batches] = await batchesOf(db, [electionId]);
  return batches!.reduce((sum, { readings: read }) => sum + Math.max(...read.map(({ lines }) => lines.length)), 0);
}

export interface HolderRow {
  pollId: string;
  membershipId: string;
  bodyId: string;
  privateName: string;
  at: Date;
}

/** Who has a paper, in the order in which they were handed out. */
export async function paperHolders(db: Database, electionIds: readonly string[]): Promise<HolderRow[][]> {
  const { rows } = await sql<HolderRow>`
    select h.poll_id as "pollId", m.id as "membershipId", e.body_id as "bodyId", p.display_name as "privateName", h.at
    from paper_handed h join roll_entry e on e.poll_id = h.poll_id and e.person_id = h.person_id
    join person p on p.id = h.person_id join membership m on m.person_id = h.person_id and m.body_id = e.body_id
    where h.poll_id = any (${[...electionIds]}::uuid[]) order by h.at`.execute(db);
  return manyEach(
    electionIds,
    rows.map((row) => ({ ...row, at: asDate(row.at) })),
    (row) => row.pollId,
  );
}

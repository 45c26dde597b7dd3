// What certified elections came to, as pages read it.
import { sql } from 'kysely';
import { asDate } from '../database/instants.js';
import type { Database } from '../database/database.js';
import { oneEach } from '../loaders.js';

export interface ElectionResultRow {
  electionId: string;
  outcome: string;
  elected: string[];
  alternates: string[];
  papers: number;
  file: string;
  fileHash: string;
  count: object | null;
  withheld: boolean;
  certifiedAt: Date;
  lotSeed: string | null;
}

export async function electionResults(
  db: Database,
  electionIds: readonly string[],
): Promise<(ElectionResultRow | null)[]> {
  const rows = await db
    .selectFrom('election_result as r')
    .leftJoin('election_lot as l', 'l.election_id', 'r.election_id')
    .select([
      'r.election_id as electionId',
      'r.outcome',
      'r.elected',
      'r.alternates',
      'r.papers',
      'r.file',
      sql<string>`encode(r.file_hash, 'hex')`.as('fileHash'),
      'r.count',
      'r.withheld',
      'r.at as certifiedAt',
      sql<string | null>`encode(l.seed, 'hex')`.as('lotSeed'),
    ])
    .where('r.election_id', 'in', electionIds)
    .execute();
  return oneEach(
    electionIds,
    rows.map((row) => ({ ...row, certifiedAt: asDate(row.certifiedAt) })),
    (row) => row.electionId,
  );
}

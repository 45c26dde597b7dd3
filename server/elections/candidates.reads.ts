// Who and what stands in elections: plain rows. A name is private until sight.ts has been asked.
import type { Database } from '../database/database.js';
import type { CandidateStateWord, PublicityWord } from '../database/tables.js';
import { manyEach, oneEach } from '../loaders.js';

export interface CandidateRow {
  id: string;
  electionId: string;
  electionBodyId: string;
  kind: 'PERSON' | 'OPTION' | 'REOPEN';
  personId: string | null;
  bodyId: string | null;
  nominatedById: string | null;
  state: CandidateStateWord;
  privateName: string | null;
  privateStatement: string;
  publicity: PublicityWord;
  groups: string[];
  number: number | null;
}

const candidates = (db: Database) =>
  db
    .selectFrom('candidate as c')
    .innerJoin('election as e', 'e.id', 'c.election_id')
    .leftJoin('person', 'person.id', 'c.person_id')
    .select((x) => [
      'c.id',
      'c.election_id as electionId',
      'e.body_id as electionBodyId',
      'c.kind',
      'c.person_id as personId',
      'c.body_id as bodyId',
      'c.nominated_by_id as nominatedById',
      'c.state',
      x.fn.coalesce('person.display_name', 'c.label').as('privateName'),
      'c.statement as privateStatement',
      'c.publicity',
      'c.groups',
      'c.position as number',
    ]);

export const candidatesById = async (db: Database, ids: readonly string[]): Promise<(CandidateRow | null)[]> =>
  oneEach(ids, await candidates(db).where('c.id', 'in', ids).execute(), (row) => row.id);

/** In the order of the paper; before it is drawn, in the order in which they came. */
export const candidatesOf = async (db: Database, electionIds: readonly string[]): Promise<CandidateRow[][]> =>
  manyEach(
    electionIds,
    await candidates(db)
      .where('c.election_id', 'in', electionIds)
      .orderBy('c.position')
      .orderBy('c.at')
      .orderBy('c.id')
      .execute(),
    (row) => row.electionId,
  );

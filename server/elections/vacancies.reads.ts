// Seats won in an election whose holders left before the end of their term.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { manyEach } from '../loaders.js';

export interface VacancyRow {
  electionId: string;
  termId: string;
  since: string;
  untilDate: string;
  leftCandidateId: string;
  candidateId: string | null;
  how: 'ALTERNATE' | 'COUNT_BACK' | null;
  count: object | null;
}

/** Filled or not, the earliest first. */
export async function vacanciesOf(db: Database, electionIds: readonly string[]): Promise<VacancyRow[][]> {
  const { rows } = await sql<VacancyRow>`
    select t.election_id as "electionId", t.id as "termId", t.ended_on::text as since, t.until_date::text as "untilDate",
      c.id as "leftCandidateId", v.candidate_id as "candidateId", v.how, v.count
    from office_term t join candidate c on c.election_id = t.election_id and c.person_id = t.person_id
    left join vacancy_filled v on v.vacated_term_id = t.id
    where t.election_id = any (${[...electionIds]}::uuid[]) and t.ended_on < t.until_date
    order by t.ended_on, t.id`.execute(db);
  return manyEach(electionIds, rows, (row) => row.electionId);
}

// A seat won in an election is empty before the end of its term, and is filled for what is left of it. Where alternates
// are kept the next of them takes it; where none are, and the rule book says so, the papers are counted again. Else there
// must be a new election.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command, type Deed } from '../command.js';
import { followsByPapers } from './followsByPapers.js';
import type { Count } from '../counting/elections/index.js';
import type { Database } from '../database/database.js';
import { notFound, refuse } from '../errors.js';
import { writeTerm } from './conclude.js';
import { ineligible } from './eligibility.js';
import type { CandidateRow } from './candidates.reads.js';
import type { ElectionRow } from './elections.reads.js';
import { electionResults } from './results.reads.js';
import { judge } from './judge.js';
import { lockElection } from './load.js';
import { onThePaper } from './question.js';

export interface FillVacancyInput {
  idempotencyKey: string;
  electionId: string;
  officeTermId: string;
}

type Filling = Deed<'fillVacancy'>;

interface Seat {
  from: string;
  until: string;
}

export interface Following {
  candidate: CandidateRow;
  how: 'ALTERNATE' | 'COUNT_BACK';
  /** Who could not take the seat, and was passed over. */
  passed: CandidateRow[];
  count: Count | null;
}

const rule = 'elections';

export const fillVacancy = command('fillVacancy', async (deed, { electionId, officeTermId }: FillVacancyInput) => {
  const { db } = deed;
  const election = await lockElection(db, electionId);
  deed.authorize({ bodyId: election.bodyId });
  judge.fillVacancy(election);
  const seat = await emptySeat(deed, election, officeTermId);
  const { candidate, how, passed, count } = await whoFollows(deed, election, officeTermId);
  await db
    .insertInto('vacancy_filled')
    .values({
      id: randomUUID(),
      election_id: election.id,
      vacated_term_id: officeTermId,
      candidate_id: candidate.id,
      how,
      passed: passed.map(({ id }) => id),
      at: sql<Date>`clock_timestamp()`,
      count: count && JSON.stringify(count),
    })
    .execute();
  const began = await writeTerm(db, election, { personId: candidate.personId!, ...seat });
  await deed.record(officeTermId, { how });
  await deed.recordAll([began]);
  return { id: election.id, electionId: election.id };
});

/** From today, or from the day on which the term would have begun. */
async function emptySeat({ db }: Filling, { id }: ElectionRow, officeTermId: string): Promise<Seat> {
  const { rows } = await sql<Seat & { empty: boolean; over: boolean; filled: boolean }>`
    select greatest(t.from_date, current_date)::text as "from", t.until_date::text as "until", coalesce(t.ended_on < t.until_date, false) as empty,
      t.until_date <= current_date as over, v.id is not null as filled
    from office_term t left join vacancy_filled v on v.vacated_term_id = t.id
    where t.id = ${officeTermId} and t.election_id = ${id}`.execute(db);
  const [seat] = rows;
  if (!seat) throw notFound('term of office');
  if (!seat.empty || seat.over) refuse('NO_VACANCY', 'This seat is not empty, or its term is over.', { rule });
  if (seat.filled) refuse('FILLED_ALREADY', 'This seat has been filled already.', { rule });
  return { from: seat.from, until: seat.until };
}

async function whoFollows({ db }: Filling, election: ElectionRow, officeTermId: string): Promise<Following> {
  const paper = await onThePaper(db, election.id);
  const [result] = await electionResults(db, [election.id]);
  const seated = await everSeated(db, election.id);
  const free = paper.filter(({ id, state, personId }) => state === 'STANDING' && personId !== null && !seated.has(id));
  const out = await ineligible(
    db,
    election,
    free.map(({ personId }) => personId!),
  );
  const passed = free.filter(({ personId }) => out.has(personId!));
  const able = free.filter((candidate) => !passed.includes(candidate));
  if (election.rule.alternates > 0) {
    const next = result!.alternates.map((id) => able.find((each) => each.id === id)).find(Boolean);
    if (next) return { candidate: next, how: 'ALTERNATE', passed, count: null };
  } else if (election.rule.countBack && result!.outcome !== 'UNOPPOSED') {
    const found = await followsByPapers(db, election, { paper, able, passed, officeTermId });
    if (found) return { ...found, how: 'COUNT_BACK', passed, count: result!.withheld ? null : found.count };
  }
  refuse('BY_ELECTION_NEEDED', 'Nobody follows by alternates or by the papers: the seat is filled by a new election.', {
    rule,
    values: { office: election.office },
  });
}

/** Who has had a seat from this election, whether or not they hold it still. */
async function everSeated(db: Database, electionId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select c.id from office_term t join candidate c on c.election_id = t.election_id and c.person_id = t.person_id
    where t.election_id = ${electionId}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

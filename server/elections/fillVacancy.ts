// A seat won in an election is empty before the end of its term. The next alternate takes it; where none is kept, and the
// rule book says so, the papers are counted again; else there must be a new election. For what is left of the term.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command, type Deed } from '../command.js';
import { countBack } from '../counting/elections/countBack.js';
import type { Count } from '../counting/elections/index.js';
import { packed, paperLines } from '../counting/elections/certified.js';
import { notFound, refuse } from '../errors.js';
import { writeTerm } from './conclude.js';
import { ineligible } from './eligibility.js';
import { electionResults, type CandidateRow, type ElectionRow } from './elections.reads.js';
import { judge } from './judge.js';
import { lockElection } from './load.js';
import { papersCast } from './papers.js';
import { lotOf, onThePaper, questionOf } from './question.js';

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

interface Following {
  candidate: CandidateRow;
  how: 'ALTERNATE' | 'COUNT_BACK';
  count: Count | null;
}

const rule = 'elections';

export const fillVacancy = command('fillVacancy', async (deed, { electionId, officeTermId }: FillVacancyInput) => {
  const { db } = deed;
  const election = await lockElection(db, electionId);
  deed.authorize({ bodyId: election.bodyId });
  judge.fillVacancy(election);
  const seat = await emptySeat(deed, election, officeTermId);
  const { candidate, how, count } = await whoFollows(deed, election);
  await db
    .insertInto('vacancy_filled')
    .values({
      id: randomUUID(),
      election_id: election.id,
      vacated_term_id: officeTermId,
      candidate_id: candidate.id,
      how,
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

async function whoFollows(deed: Filling, election: ElectionRow): Promise<Following> {
  const { db } = deed;
  const paper = await onThePaper(db, election.id);
  const seated = await seatedOf(deed, election);
  const [result] = await electionResults(db, [election.id]);
  const free = paper.filter(({ id, state, personId }) => state === 'STANDING' && personId !== null && !seated.has(id));
  const out = await ineligible(
    db,
    election,
    free.map(({ personId }) => personId!),
  );
  const able = (id: string) => free.find((each) => each.id === id && !out.has(each.personId!));
  const alternate = result!.alternates.map(able).find(Boolean);
  if (alternate) return { candidate: alternate, how: 'ALTERNATE', count: null };
  if (election.rule.countBack && result!.outcome !== 'UNOPPOSED') {
    const found = await byCountBack(deed, election, paper, seated, {
      able: (candidate) => Boolean(able(candidate.id)),
      withheld: result!.withheld,
    });
    if (found) return found;
  }
  refuse('BY_ELECTION_NEEDED', 'Nobody follows by alternates or by the papers: the seat is filled by a new election.', {
    rule,
    values: { office: election.office },
  });
}

/** Who has had a seat from this election, and whether they hold it still. */
async function seatedOf({ db }: Filling, { id }: ElectionRow): Promise<Map<string, boolean>> {
  const { rows } = await sql<{ id: string; holds: boolean }>`
    select c.id, bool_or(t.ended_on is null or t.ended_on > current_date) as holds
    from office_term t join candidate c on c.election_id = t.election_id and c.person_id = t.person_id
    where t.election_id = ${id} group by c.id`.execute(db);
  return new Map(rows.map((row) => [row.id, row.holds]));
}

/** Who has left, or could not take the seat, is counted as though they had never stood. */
async function byCountBack(
  { db }: Filling,
  election: ElectionRow,
  paper: readonly CandidateRow[],
  seated: ReadonlyMap<string, boolean>,
  { able, withheld }: { able: (candidate: CandidateRow) => boolean; withheld: boolean },
): Promise<Following | null> {
  const question = questionOf(election, paper);
  const numbers = (those: readonly CandidateRow[]) => those.map(({ number }) => number!);
  const holders = paper.filter(({ id }) => seated.get(id) === true);
  const gone = paper.filter((each) => each.kind !== 'REOPEN' && !holders.includes(each) && !able(each));
  if (gone.length + holders.length === paper.length) return null;
  const ballots = packed(question, paperLines(await papersCast(db, election.id)));
  const facts = { withdrawn: [], lot: await lotOf(db, election.id, question) };
  const { follows, count } = countBack(question, facts, ballots, { holders: numbers(holders), gone: numbers(gone) });
  const candidate = paper.find(({ number }) => number === follows);
  return candidate ? { candidate, how: 'COUNT_BACK', count: withheld ? null : count } : null;
}

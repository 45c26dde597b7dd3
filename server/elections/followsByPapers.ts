// Whom the papers of an election name for a seat that falls vacant: by transferable votes they are counted again without
// those who left; by a method with one order of merit the next in that order follows.
import { sql } from 'kysely';
import { countBack } from '../counting/elections/countBack.js';
import {
  countOptions,
  decideElection,
  packed,
  paperLines,
  type Cast,
  type Question,
} from '../counting/elections/certified.js';
import { CannotCount, type Ballots, type Count } from '../counting/elections/index.js';
import type { Database } from '../database/database.js';
import type { CandidateRow } from './candidates.reads.js';
import type { ElectionRow } from './elections.reads.js';
import { papersCast } from './papers.js';
import { lotOf, questionOf } from './question.js';

interface Asked {
  paper: readonly CandidateRow[];
  /** Who could take the seat, and who could not. */
  able: readonly CandidateRow[];
  passed: readonly CandidateRow[];
  officeTermId: string;
}

export interface Named {
  candidate: CandidateRow;
  count: Count;
}

export async function followsByPapers(
  db: Database,
  election: ElectionRow,
  { paper, able, passed, officeTermId }: Asked,
): Promise<Named | null> {
  const question = questionOf(election, paper);
  const papers = await papersCast(db, election.id);
  const lines = paperLines(papers);
  const ballots = packed(question, lines);
  const cast: Cast = {
    withdrawn: paper.filter(({ state }) => state === 'WITHDRAWN').map(({ number }) => number!),
    entitled: election.rollCount,
    cast: papers.length,
    lot: await lotOf(db, election.id, question),
    papers: lines,
  };
  const numberOf = (id: string) => paper.find((candidate) => candidate.id === id)!.number!;
  const vacated = [
    ...(await vacatedBefore(db, election.id)),
    ...passed.map(({ id }) => id),
    await heldBy(db, officeTermId),
  ];
  const found = ['scottish-stv', 'meek-stv', 'irv'].includes(question.method)
    ? byTransfer(question, cast, ballots, vacated.map(numberOf))
    : byMerit(
        question,
        cast,
        ballots,
        able.map(({ number }) => number!),
      );
  const candidate = able.find(({ number }) => number === found?.follows);
  return candidate ? { candidate, count: found!.count } : null;
}

interface Found {
  follows: number | null;
  count: Count;
}

/** Constraints that cannot be met any more bind nobody. */
function byTransfer(question: Question, cast: Cast, ballots: Ballots, vacated: readonly number[]): Found {
  const from0 = vacated.map((number) => number - 1) as [number, ...number[]];
  const again = (asked: Question) => countBack(ballots, countOptions(asked, cast), from0);
  const told = ({ fills, count }: ReturnType<typeof again>) => ({ follows: fills === null ? null : fills + 1, count });
  try {
    return told(again(question));
  } catch (error) {
    if (error instanceof CannotCount && error.code === 'CONSTRAINTS')
      return told(again({ ...question, constraints: [] }));
    throw error;
  }
}

function byMerit(question: Question, cast: Cast, ballots: Ballots, able: readonly number[]): Found | null {
  const everybody = { ...question, alternatesKept: question.candidates.length };
  const { elected, alternates, count } = decideElection(everybody, cast, ballots);
  const follows = [...elected, ...alternates].find((number) => able.includes(number)) ?? null;
  return count && { follows, count };
}

/** In the order in which seats were filled: who was passed over each time, and who had left. */
async function vacatedBefore(db: Database, electionId: string): Promise<string[]> {
  const { rows } = await sql<{ passed: string[]; leftId: string }>`
    select v.passed, c.id as "leftId" from vacancy_filled v join office_term t on t.id = v.vacated_term_id
    join candidate c on c.election_id = v.election_id and c.person_id = t.person_id
    where v.election_id = ${electionId} order by v.at`.execute(db);
  return [...new Set(rows.flatMap(({ passed, leftId }) => [...passed, leftId]))];
}

async function heldBy(db: Database, officeTermId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select c.id from office_term t join candidate c on c.election_id = t.election_id and c.person_id = t.person_id
    where t.id = ${officeTermId}`.execute(db);
  return rows[0]!.id;
}

// An election as its count knows it: candidates by their numbers on the paper, and the lot.
import type { Question } from '../counting/elections/certified.js';
import type { Database } from '../database/database.js';
import { lotOrder } from '../history/commitments.js';
import { candidatesOf, type CandidateRow } from './candidates.reads.js';
import type { ElectionRow } from './elections.reads.js';

/** Those on the paper, in its order. */
export async function onThePaper(db: Database, electionId: string): Promise<CandidateRow[]> {
  const [all] = await candidatesOf(db, [electionId]);
  return all!.filter(({ number }) => number !== null);
}

export function questionOf({ title, rule }: ElectionRow, paper: readonly CandidateRow[]): Question {
  const { method, seats, quorum, alternates, constraints } = rule;
  const numbersOf = (group: string) =>
    paper.filter(({ groups }) => groups.includes(group)).map(({ number }) => number!);
  return {
    title,
    method,
    seats,
    candidates: paper.map(({ id, kind, personId, privateName }) => ({
      id,
      label: kind === 'REOPEN' || personId !== null ? null : privateName,
    })),
    reopen: paper.find(({ kind }) => kind === 'REOPEN')?.number ?? null,
    constraints: constraints.map((each) => ({ ...each, members: numbersOf(each.name) })),
    quorum: quorum.electors,
    alternatesKept: alternates,
  };
}

export interface Lot {
  seed: string;
  order: number[];
}

/** The lot that was drawn before the first ballot. */
export async function lotOf(db: Database, electionId: string, { candidates }: Question): Promise<Lot | null> {
  const drawn = await db
    .selectFrom('election_lot')
    .select('seed')
    .where('election_id', '=', electionId)
    .executeTakeFirst();
  if (!drawn) return null;
  return {
    seed: drawn.seed.toString('hex'),
    order: lotOrder(
      drawn.seed,
      candidates.map(({ id }) => id),
    ),
  };
}

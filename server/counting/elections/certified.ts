/**
 * An election as it is certified: everything its result follows from, in one text that anybody can count again, and the
 * result. Candidates are numbered as on the paper, from 1, and named by an id and no more: a person's name is not the
 * public's. The plain SHA-256 of the text stands in the history.
 *
 * What the members asked for decides before the count does: without a quorum nobody is elected; where no more stand than
 * there are places, and nothing else is offered, they are elected without a vote. Constraints that those who stand can no
 * longer meet bind nobody.
 */
import { leastReaching, fraction } from '../fraction.js';
import { count } from './count.js';
import {
  CannotCount,
  type Ballots,
  type Constraint,
  type Count,
  type CountMethod,
  type CountOptions,
} from './election.js';
import { HIGHEST_SCORE, packPapers } from './marks.js';

export const CERTIFIED_FORMAT = 'mandate-election/1';

export interface CertifiedCandidate {
  id: string;
  /** Of an option; null of a person and of re-opening nominations. */
  label: string | null;
}

/** What an election is decided by, fixed as its vote opens. */
export interface Question {
  title: string;
  method: CountMethod;
  seats: number;
  /** In the order of the paper. */
  candidates: CertifiedCandidate[];
  /** The number of the line that re-opens nominations, where there is one. */
  reopen: number | null;
  constraints: Constraint[];
  /** The share of the roll that must have taken part. */
  quorum: string;
  /** How many of those not elected are kept, in order. */
  alternatesKept: number;
}

/** What is known of it once the vote is closed. */
export interface Cast {
  /** Numbers of those who withdrew, or could no longer be elected. */
  withdrawn: number[];
  entitled: number;
  /** Papers in all, blank ones included. */
  cast: number;
  /** The seed of the lot, in hex, and the numbers of all candidates in the order it gave. */
  lot: { seed: string; order: number[] } | null;
  /** Each different paper with how often it was cast: "12 3>1". Null where so few were cast that none is published. */
  papers: string[] | null;
}

export type ElectionOutcome = 'ELECTED' | 'UNOPPOSED' | 'REOPENED' | 'UNFILLED' | 'INQUORATE';

export interface Decided {
  outcome: ElectionOutcome;
  /** Numbers, in the order of election. */
  elected: number[];
  alternates: number[];
}

export type CertifiedElection = Question & Cast & Decided;

/** In one order always, one candidate and one paper a line, so that a person can read it too. */
export function certifiedText({ candidates, papers, ...rest }: CertifiedElection): string {
  const { title, method, seats, reopen, constraints, quorum, alternatesKept } = rest;
  const { withdrawn, entitled, cast, lot, outcome, elected, alternates } = rest;
  const head = { format: CERTIFIED_FORMAT, title, method, seats, reopen, constraints, quorum, alternatesKept };
  const tail = { withdrawn, entitled, cast, lot, outcome, elected, alternates };
  const lines = (list: readonly unknown[]) => `[\n${list.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n ]`;
  const entries = [
    ...Object.entries(head).map(([key, value]) => [key, JSON.stringify(value)]),
    ['candidates', lines(candidates.map(({ id, label }) => ({ id, label })))],
    ...Object.entries(tail).map(([key, value]) => [key, JSON.stringify(value)]),
    ['papers', papers === null ? 'null' : papers.length === 0 ? '[]' : lines(papers)],
  ];
  return `{\n${entries.map(([key, value]) => ` "${key}": ${value}`).join(',\n')}\n}\n`;
}

/** Papers in their lines: equal ones together, sorted, so that the order in which they were cast is nowhere. */
export const paperLines = (papers: readonly string[]): string[] => gatheredLines(papers.map((marks) => [marks, 1]));

/** The same of papers that are counted already. */
export function gatheredLines(papers: Iterable<readonly [marks: string, times: number]>): string[] {
  const times = new Map<string, number>();
  for (const [marks, n] of papers) times.set(marks, (times.get(marks) ?? 0) + n);
  return [...times].sort(([a], [b]) => (a < b ? -1 : 1)).map(([marks, n]) => `${n} ${marks}`);
}

export const papersOf = (lines: readonly string[]): [marks: string, times: number][] =>
  lines.map((line) => {
    const space = line.indexOf(' ');
    return [line.slice(space + 1), Number(line.slice(0, space))];
  });

export function packed({ method, candidates }: Question, lines: readonly string[]): Ballots {
  return packPapers(method, candidates.length, papersOf(lines));
}

/** How such an election is counted; numbers there are from 0. */
export function countOptions(
  { method, seats, reopen, constraints }: Question,
  { withdrawn, lot }: Pick<Cast, 'withdrawn' | 'lot'>,
): CountOptions {
  const from0 = (number: number) => number - 1;
  return {
    method,
    seats,
    withdrawn: withdrawn.map(from0),
    lot: lot && lot.order.map(from0),
    highestScore: HIGHEST_SCORE,
    reopen: reopen === null ? null : from0(reopen),
    constraints: constraints.map((each) => ({ ...each, members: each.members.map(from0) })),
  };
}

export interface CountedElection extends Decided {
  /** Null where nothing was counted. */
  count: Count | null;
}

/** What such an election comes to; `ballots` are its papers, packed. */
export function decideElection(question: Question, cast: Cast, ballots: Ballots): CountedElection {
  const none = { elected: [], alternates: [], count: null };
  const { reopen, seats } = question;
  const standing = question.candidates.length - cast.withdrawn.length - (reopen === null ? 0 : 1);
  if (!isQuorate(question, cast)) return { outcome: 'INQUORATE', ...none };
  if (standing === 0) return { outcome: 'UNFILLED', ...none };
  const counted = countWithin(ballots, countOptions(question, cast));
  const numbers = counted.elected.map(({ candidate }) => candidate + 1);
  // Schulze names everybody unbeaten, in the order of the lot; proposals put for consent do not compete for places.
  const places = question.method === 'consent' ? numbers.length : seats;
  const elected = numbers.slice(0, places);
  const next = [...numbers.slice(places), ...counted.alternates.map((candidate) => candidate + 1)];
  const short = question.method === 'consent' ? elected.length === 0 : elected.length < seats;
  return {
    outcome: counted.reopened && reopen !== null ? 'REOPENED' : short ? 'UNFILLED' : 'ELECTED',
    elected,
    alternates: next.slice(0, question.alternatesKept),
    count: counted,
  };
}

export const isQuorate = ({ quorum }: Pick<Question, 'quorum'>, { entitled, cast }: Pick<Cast, 'entitled' | 'cast'>) =>
  cast >= quorumNeeded(quorum, entitled);

export const quorumNeeded = (share: string, entitled: number): number =>
  fraction(share).top === 0n ? 0 : leastReaching(fraction(share), entitled, false);

/** Within the constraints, or without them where those who stand cannot meet them. */
function countWithin(ballots: Ballots, options: CountOptions): Count {
  try {
    return count(ballots, options);
  } catch (error) {
    if (error instanceof CannotCount && error.code === 'CONSTRAINTS')
      return count(ballots, { ...options, constraints: [] });
    throw error;
  }
}

/** The same from the file alone: what a browser and `mandate verify` do. Null where its papers are not published. */
export function recountElection(election: CertifiedElection): CountedElection | null {
  if (election.outcome === 'UNOPPOSED')
    return { outcome: 'UNOPPOSED', elected: unopposed(election), alternates: [], count: null };
  return election.papers && decideElection(election, election, packed(election, election.papers));
}

/** Elected without a vote: everybody who stands, in the order of the paper. */
export const unopposed = ({ candidates }: Pick<Question, 'candidates'>): number[] =>
  candidates.map((_candidate, at) => at + 1);

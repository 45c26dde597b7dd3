// What a count of ballots takes and what it gives. Candidates are numbered from 0 in the order of the ballot paper;
// every figure is a whole number of units, so nothing is ever rounded that the rule does not round.

/** The ways to count ballots that mark candidates. */
export const countMethods = [
  'scottish-stv',
  'meek-stv',
  'irv',
  'schulze',
  'positional',
  'approval',
  'score',
  'plurality',
  'consent',
] as const;
export type CountMethod = (typeof countMethods)[number];

/** In `marks`, the candidate stands at the same rank as the one before. */
export const TIED = 0x8000;
/** In `marks`, a rank that was left empty. */
export const SKIPPED = 0x7fff;
export const MOST_CANDIDATES = 10_000;

/**
 * The papers of a poll, packed: row `r` stands for `weights[r]` equal papers whose marks are
 * `marks[offsets[r]] … marks[offsets[r + 1] - 1]`, candidates in order of preference, each at most once. An empty row is a
 * blank paper.
 */
export interface Ballots {
  readonly candidates: number;
  readonly rows: number;
  /** Whole numbers of units of 10^-weightDecimals of a paper. */
  readonly weights: Float64Array;
  readonly weightDecimals: number;
  readonly offsets: Uint32Array;
  readonly marks: Uint16Array;
  /** What each mark gives, where papers carry scores; else null. */
  readonly scores: Uint16Array | null;
}

/** An election as it stands in a file: who stands, for how many places, and the papers. */
export interface Election {
  title: string;
  seats: number;
  candidates: string[];
  /** Candidates who withdrew before the count. */
  withdrawn: number[];
  ballots: Ballots;
}

/** At least, or at most, so many of the elected are to be among these candidates. */
export interface Constraint {
  name: string;
  members: number[];
  atLeast: number;
  atMost: number | null;
}

export interface CountOptions {
  method: CountMethod;
  seats: number;
  withdrawn?: readonly number[];
  /** Candidates in an order drawn by lot, best all and before the count; the earlier is preferred where nothing else decides. */
  lot?: readonly number[] | null;
  /** Of `positional`: the points of the first rank, the second and so on. */
  points?: readonly number[];
  /** Of `score`: the highest that a paper may give. */
  highestScore?: number;
  /** The candidate that stands for re-opening nominations, where there is one. */
  reopen?: number | null;
  constraints?: readonly Constraint[];
}

export type StageAct =
  /** First preferences, or the only reckoning of a method that has no stages. */
  | { kind: 'FIRST' }
  /** `value` is what a paper worth one whole vote passes on, in the units of the count. */
  | { kind: 'SURPLUS'; candidate: number; surplus: number; value: number }
  | { kind: 'EXCLUSION'; candidates: number[]; because: 'LOWEST' | 'CONSTRAINT' }
  /** Of Meek: the votes after keep values settled, with each candidate's keep value in units. */
  | { kind: 'SETTLED'; keep: number[]; iterations: number; excluded: number | null };

/** Votes that went from one candidate to another in a stage; `to` null is to nobody, for want of a further preference. */
export interface Transfer {
  from: number;
  to: number | null;
  votes: number;
}

export interface Stage {
  /** From 1. */
  number: number;
  act: StageAct;
  /** What each candidate holds after the stage. */
  votes: number[];
  /** Votes with no further preference, after the stage. */
  exhausted: number;
  /** What cutting decimals has dropped so far: it belongs to nobody. */
  truncated: number;
  quota: number | null;
  /** Empty under `meek-stv`, where nothing moves from pile to pile: every paper is weighed anew. */
  transfers: Transfer[];
  /** In order; re-opening nominations stands here once for every place it takes. */
  elected: number[];
  excluded: number[];
}

/** Equal candidates, and what decided between them. */
export interface Tie {
  /** The stage in which it had to be decided. */
  stage: number;
  between: number[];
  for: 'SURPLUS' | 'EXCLUSION' | 'ELECTION' | 'ORDER';
  decidedBy: 'HISTORY' | 'LOT' | 'RULE';
  /** Whom it fell on: whose surplus moved first, who was excluded, who was elected. */
  pick: number;
}

/** The outcome of a count. All votes are in units of 10^-decimals of one vote. */
export interface Count {
  method: CountMethod;
  seats: number;
  candidates: number;
  decimals: number;
  /** Papers with a mark that counts, and papers without, in units. */
  valid: number;
  blank: number;
  quota: number | null;
  /**
   * Persons, in the order of election: a place that re-opening nominations took is not among them. Under `schulze` every
   * unbeaten candidate, which may be more than the seats.
   */
  elected: { candidate: number; stage: number }[];
  /**
   * Those not elected, first alternate first, where the method gives an order. The list ends where only a lot could go on
   * and none was drawn, and it is empty where re-opening nominations took a place, since it was preferred to them all.
   */
  alternates: number[];
  /** True where re-opening nominations took a place. */
  reopened: boolean;
  /** None under `schulze` and `consent`; one where votes, scores or points are added up once. */
  stages: Stage[];
  ties: Tie[];
  exhausted: number;
  /** Of positional, approval, score and plurality: each candidate's sum. */
  scores: number[] | null;
  /** Of schulze: `pairwise[a][b]` papers put a above b; `paths[a][b]` is the strength of the strongest path. */
  pairwise: number[][] | null;
  paths: number[][] | null;
  /** Of consent: papers that agree, stand aside and block, by candidate (a proposal put for consent). */
  consent: { agree: number; standAside: number; block: number }[] | null;
}

/** Papers and options that cannot be counted together at all, with a sentence saying why. */
export class CannotCount extends Error {
  override name = 'CannotCount';

  constructor(
    readonly code: 'SEATS' | 'CANDIDATES' | 'LOT' | 'CONSTRAINTS' | 'OPTIONS' | 'TOO_MANY_PAPERS',
    message: string,
  ) {
    super(message);
  }
}

/** A tie that only a lot can settle, and none was drawn of all those who are equal. */
export class LotNeeded extends Error {
  constructor(
    readonly stage: number,
    readonly between: readonly number[],
  ) {
    super('Candidates are equal at every stage, and no lot was drawn to decide between them.');
  }
}

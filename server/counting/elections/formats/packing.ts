/**
 * Papers being packed, one after the other, into typed arrays that grow. What no paper may say is refused here, once for
 * every format: a candidate unknown or named twice, more ranks than candidates, a weight that is none.
 */
import { type Ballots, SKIPPED, TIED } from '../election.js';
import { weightFault } from './weight.js';

/** A file of more is no election that anybody held. */
export const MOST_ROWS = 20_000_000;
const MOST_MARKS = 400_000_000;

export interface PackingOptions {
  /** Throws what was expected instead, at the place that is being read. */
  refuse?: (expected: string) => never;
  /** How a refusal names a candidate; by number, where nothing is said. */
  called?: (candidate: number) => string;
  /** Whether marks carry a score. */
  scored?: boolean;
}

export class Packing {
  rows = 0;
  weights = new Float64Array(1024);
  weightDecimals = 0;
  offsets = new Uint32Array(1024);
  marks = new Uint16Array(4096);
  /** Marks so far, those of the paper being read included. */
  filled = 0;
  /** Units of all papers together. */
  total = 0;
  private scores: Uint16Array | null;
  private ranks = 0;
  /** By candidate, the row, counted from 1, that marked it last. */
  private readonly marked: Uint32Array;
  private readonly refuse: (expected: string) => never;
  private readonly called: (candidate: number) => string;

  constructor(
    readonly candidates: number,
    { refuse = plainly, called = (candidate) => `candidate ${candidate + 1}`, scored = false }: PackingOptions = {},
  ) {
    this.marked = new Uint32Array(candidates);
    this.refuse = refuse;
    this.called = called;
    this.scores = scored ? new Uint16Array(this.marks.length) : null;
  }

  /** The next candidate on the paper, at the rank of the one before where they are tied. */
  mark(candidate: number, tied = false, score = 0): void {
    if (!(candidate >= 0 && candidate < this.candidates)) {
      this.refuse(`a candidate from 1 to ${this.candidates}, not ${candidate + 1}`);
    }
    if (this.marked[candidate] === this.rows + 1) {
      this.refuse(`each candidate once on a paper, not ${this.called(candidate)} twice`);
    }
    this.marked[candidate] = this.rows + 1;
    if (!tied) this.nextRank();
    this.put(tied ? candidate | TIED : candidate, score);
  }

  /** A rank left empty on the paper. */
  skip(): void {
    this.nextRank();
    this.put(SKIPPED, 0);
  }

  /** The paper is complete, and stands for `units` of 10^-decimals of a paper. */
  end(units = 1, decimals = 0): void {
    const fault = weightFault(units, decimals);
    if (fault) this.refuse(fault);
    if (this.rows === MOST_ROWS) this.refuse(`at most ${MOST_ROWS} lines of papers`);
    this.makeRoom();
    if (decimals > this.weightDecimals) this.refine(decimals);
    const weight = units * 10 ** (this.weightDecimals - decimals);
    this.total += weight;
    if (this.total > Number.MAX_SAFE_INTEGER)
      this.refuse('papers of a smaller weight: all of them cannot be added exactly');
    this.weights[this.rows] = weight;
    this.rows += 1;
    this.offsets[this.rows] = this.filled;
    this.ranks = 0;
  }

  /** Makes sure that one more paper can be written to the arrays; `done` is the share of all papers packed so far. */
  makeRoom(done = 0): void {
    if (this.rows + 2 > this.offsets.length) {
      const size = roomFor(this.rows + 2, done);
      this.weights = copied(this.weights, size);
      this.offsets = copied(this.offsets, size);
    }
    if (this.filled + this.candidates > this.marks.length) this.makeRoomForMarks(this.candidates, done);
  }

  ballots(): Ballots {
    return {
      candidates: this.candidates,
      rows: this.rows,
      weights: used(this.weights, this.rows),
      weightDecimals: this.weightDecimals,
      offsets: used(this.offsets, this.rows + 1),
      marks: used(this.marks, this.filled),
      scores: this.scores && used(this.scores, this.filled),
    };
  }

  private nextRank(): void {
    this.ranks += 1;
    if (this.ranks > this.candidates) this.refuse(`no more ranks on a paper than the ${this.candidates} candidates`);
  }

  private put(mark: number, score: number): void {
    if (this.filled === this.marks.length) this.makeRoomForMarks(1);
    this.marks[this.filled] = mark;
    if (this.scores) this.scores[this.filled] = score;
    this.filled += 1;
  }

  private makeRoomForMarks(more: number, done = 0): void {
    if (this.filled + more > MOST_MARKS) this.refuse(`at most ${MOST_MARKS} marks on all papers together`);
    const size = roomFor(this.filled + more, done);
    this.marks = copied(this.marks, size);
    if (this.scores) this.scores = copied(this.scores, size);
  }

  /** From now on weights count in smaller units. */
  private refine(decimals: number): void {
    const smaller = 10 ** (decimals - this.weightDecimals);
    for (let row = 0; row < this.rows; row += 1) this.weights[row]! *= smaller;
    this.total *= smaller;
    this.weightDecimals = decimals;
  }
}

/** Half as much again; or, where it is known how far we are, what the whole will take and a little more. */
function roomFor(least: number, done: number): number {
  return Math.ceil(done > 0 ? (least / done) * 1.03 : least * 1.5);
}

type Numbers = Float64Array | Uint32Array | Uint16Array;

function copied<Same extends Numbers>(numbers: Same, size: number): Same {
  const larger = new (numbers.constructor as new (length: number) => Same)(size);
  larger.set(numbers);
  return larger;
}

/** The first part, without the room that was left over where that was much. */
function used<Same extends Numbers>(numbers: Same, size: number): Same {
  return (size < numbers.length * 0.9 ? numbers.slice(0, size) : numbers.subarray(0, size)) as Same;
}

function plainly(expected: string): never {
  throw new RangeError(`expected ${expected}`);
}

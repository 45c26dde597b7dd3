/**
 * The papers on the counting table: each candidate's pile, in parcels of papers that arrived at one value. Papers of a parcel
 * are a linked list of rows, and a paper is looked at only when its parcel moves: it then goes to the first candidate on it
 * who still stands, since everyone it prefers is elected or excluded by then.
 *
 * A mark after a rank left empty, and marks at one rank, are not read: there the paper has no further preference.
 */
import { type Ballots, SKIPPED, TIED, type Transfer } from '../election.js';
import { portion } from '../exact.js';
import { inUnits } from '../papers.js';

interface Parcel {
  /** The first row; each row names the next. */
  head: number;
  value: number;
}

const NONE = -1;

export class Piles {
  /** What each candidate holds, in units: papers times the value they came with. */
  readonly votes: number[];
  readonly valid: number;
  readonly blank: number;
  exhausted = 0;
  truncated = 0;
  private readonly piles: Map<number, Parcel>[];
  private readonly next: Int32Array;

  /** Deals every paper to the first candidate on it, worth `full` units. `standing` is read again at every move. */
  constructor(
    private readonly ballots: Ballots,
    private readonly standing: Uint8Array,
    readonly full: number,
  ) {
    const { candidates, rows } = ballots;
    this.votes = new Array<number>(candidates).fill(0);
    this.piles = Array.from({ length: candidates }, () => new Map<number, Parcel>());
    this.next = new Int32Array(rows);
    for (let row = 0; row < rows; row++) this.next[row] = row - 1;
    const moved = this.deal({ head: rows - 1, value: full }, full);
    this.blank = moved[candidates]! * full;
    moved.slice(0, candidates).forEach((papers, to) => (this.votes[to] = papers * full));
    this.valid = inUnits(
      this.votes.reduce((sum, votes) => sum + votes, 0),
      0,
    );
  }

  /**
   * Moves all papers of a candidate, who keeps `keep` votes of those held: every paper passes on its value times what is
   * passed on altogether, divided by what was held, cut to whole units. What cutting drops belongs to nobody.
   */
  release(from: number, keep: number): Transfer[] {
    const held = this.votes[from]!;
    const passed = held - keep;
    const nobody = this.votes.length;
    const received = new Array<number>(nobody + 1).fill(0);
    const parcels = [...this.piles[from]!.values()];
    this.piles[from]!.clear();
    for (const parcel of parcels) {
      const value = keep === 0 ? parcel.value : portion(parcel.value, passed, held);
      const moved = this.deal(parcel, value);
      moved.forEach((papers, to) => (received[to]! += papers * value));
    }
    this.votes[from] = keep;
    this.exhausted += received[nobody]!;
    this.truncated += passed - received.reduce((sum, votes) => sum + votes, 0);
    received.forEach((votes, to) => to < nobody && (this.votes[to]! += votes));
    return received.flatMap((votes, to) => (votes > 0 ? [{ from, to: to === nobody ? null : to, votes }] : []));
  }

  /** Puts the papers of a parcel, now at `value`, on the piles they go to. How many each got, and last how many nobody. */
  private deal({ head }: Parcel, value: number): Float64Array {
    const { candidates, offsets, marks, weights } = this.ballots;
    const { next, standing } = this;
    const heads = new Int32Array(candidates + 1).fill(NONE);
    const tails = new Int32Array(candidates + 1);
    const papers = new Float64Array(candidates + 1);
    for (let row = head; row !== NONE;) {
      const following = next[row]!;
      const end = offsets[row + 1]!;
      let at = offsets[row]!;
      while (at < end && standing[marks[at]!] === 0) at += 1;
      let to = candidates;
      // The mark that follows the last one is the first of the next paper, which is tied to nothing.
      if (at < end && marks[at]! < SKIPPED && !(marks[at + 1]! >= TIED)) to = marks[at]!;
      if (heads[to] === NONE) tails[to] = row;
      next[row] = heads[to]!;
      heads[to] = row;
      papers[to]! += weights[row]!;
      row = following;
    }
    for (let to = 0; to < candidates; to++) {
      if (heads[to] === NONE) continue;
      const pile = this.piles[to]!;
      next[tails[to]!] = pile.get(value)?.head ?? NONE;
      pile.set(value, { head: heads[to]!, value });
    }
    return papers;
  }
}

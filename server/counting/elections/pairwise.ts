/**
 * How many papers put one candidate above another, for every two of them. A paper puts those it ranks above those it does
 * not; those of one rank stand neither above nor below each other.
 *
 * Where candidates are few, papers are not compared pair by pair. A complete paper is counted only under its first half and
 * under its second, each written as one number; of any other, each mark is counted under the set of candidates below it.
 * The pairs are read off these histograms at the end, once for all papers that were alike.
 */
import { type Ballots, SKIPPED, TIED } from './election.js';

/** `table[a * candidates + b]` is the weight of the papers that put a above b. */
export function pairwiseTable({ candidates, rows, weights, offsets, marks }: Ballots): Float64Array {
  const table = new Float64Array(candidates * candidates);
  const halves = candidates <= Halves.MOST ? new Halves(candidates) : null;
  const others = candidates <= Sets.MOST ? new Sets(candidates) : new Pairs(candidates);
  for (let row = 0; row < rows; row++) {
    const start = offsets[row]!;
    const end = offsets[row + 1]!;
    if (!halves?.count(marks, start, end, weights[row]!)) others.count(marks, start, end, weights[row]!);
  }
  halves?.addTo(table);
  others.addTo(table);
  return table;
}

/** Complete papers without equal ranks. Five of ten candidates in order are one of 100,000 numbers. */
class Halves {
  static readonly MOST = 10;
  private readonly half: number;
  private readonly first: Float64Array;
  private readonly second: Float64Array;

  constructor(private readonly candidates: number) {
    this.half = (candidates + 1) >> 1;
    this.first = new Float64Array(candidates ** this.half);
    this.second = new Float64Array(candidates ** (candidates - this.half));
  }

  /** False where it is not such a paper. */
  count(marks: Uint16Array, start: number, end: number, weight: number): boolean {
    const { candidates, half } = this;
    if (end - start !== candidates) return false;
    let first = 0;
    let second = 0;
    let bits = 0;
    for (let at = start; at < start + half; at++) {
      first = Math.imul(first, candidates) + marks[at]!;
      bits |= marks[at]!;
    }
    for (let at = start + half; at < end; at++) {
      second = Math.imul(second, candidates) + marks[at]!;
      bits |= marks[at]!;
    }
    // The numbers of so few candidates have no bit above these; equal and skipped ranks do.
    if (bits > 15) return false;
    this.first[first]! += weight;
    this.second[second]! += weight;
    return true;
  }

  addTo(table: Float64Array): void {
    const { candidates: n, half } = this;
    const within = new Float64Array(n * n);
    const inFirst = pairsWithin(this.first, half, n, within);
    // Whoever is in the first half is above all who are not.
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) if (a !== b) table[a * n + b]! += inFirst[a]! - within[b * n + a]!;
    }
    pairsWithin(this.second, n - half, n, table);
  }
}

/** Adds every pair of a half, in its order, and gives the weight under which each candidate stands in such a half. */
function pairsWithin(halves: Float64Array, length: number, candidates: number, pairs: Float64Array): Float64Array {
  const present = new Float64Array(candidates);
  const order = new Uint8Array(length);
  for (let number = 0; number < halves.length; number++) {
    const weight = halves[number]!;
    if (weight === 0) continue;
    for (let at = length - 1, rest = number; at >= 0; at--) {
      const candidate = rest % candidates;
      rest = (rest - candidate) / candidates;
      order[at] = candidate;
      present[candidate]! += weight;
      for (let below = at + 1; below < length; below++) pairs[candidate * candidates + order[below]!]! += weight;
    }
  }
  return present;
}

/** Papers of any kind. For twelve candidates the sets make a table of 49,152 weights, which stays near the processor. */
class Sets {
  static readonly MOST = 12;
  private readonly above: Float64Array;

  constructor(private readonly candidates: number) {
    this.above = new Float64Array(candidates << candidates);
  }

  count(marks: Uint16Array, start: number, end: number, weight: number): void {
    const { candidates, above } = this;
    let below = (1 << candidates) - 1;
    for (let at = start; at < end;) {
      // A skipped rank is the bit 31, which is nobody's.
      let rank = 1 << (marks[at++]! & ~TIED);
      while (at < end && marks[at]! >= TIED) rank |= 1 << (marks[at++]! & ~TIED);
      rank &= below;
      below ^= rank;
      for (; rank !== 0; rank &= rank - 1) above[((31 - Math.clz32(rank & -rank)) << candidates) | below]! += weight;
    }
  }

  addTo(table: Float64Array): void {
    const { candidates: n, above } = this;
    for (let a = 0; a < n; a++) {
      for (let below = 0; below < 1 << n; below++) {
        const weight = above[(a << n) | below]!;
        if (weight > 0) for (let b = 0; b < n; b++) if ((below >> b) & 1) table[a * n + b]! += weight;
      }
    }
  }
}

/** Papers among many candidates: only what they rank is looked at. */
class Pairs {
  private readonly ranked: Float64Array;
  /** Papers that rank both and do not put the first above the second. */
  private readonly notAbove: Float64Array;
  private readonly order: Uint16Array;

  constructor(private readonly candidates: number) {
    this.ranked = new Float64Array(candidates);
    this.notAbove = new Float64Array(candidates * candidates);
    this.order = new Uint16Array(candidates);
  }

  count(marks: Uint16Array, start: number, end: number, weight: number): void {
    const { candidates, ranked, notAbove, order } = this;
    let length = 0;
    let rank = 0;
    for (let at = start; at < end; at++) {
      const mark = marks[at]!;
      if (mark === SKIPPED) continue;
      const candidate = mark & ~TIED;
      if (mark < TIED) rank = length;
      ranked[candidate]! += weight;
      for (let i = 0; i < length; i++) notAbove[candidate * candidates + order[i]!]! += weight;
      for (let i = rank; i < length; i++) notAbove[order[i]! * candidates + candidate]! += weight;
      order[length++] = candidate;
    }
  }

  addTo(table: Float64Array): void {
    const { candidates: n, ranked, notAbove } = this;
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) if (a !== b) table[a * n + b]! += ranked[a]! - notAbove[a * n + b]!;
    }
  }
}

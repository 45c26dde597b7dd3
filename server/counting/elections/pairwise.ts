/**
 * How many papers put one candidate above another, for every two of them. A paper puts those it ranks above those it does
 * not; those of one rank stand neither above nor below each other.
 *
 * Where candidates are few, papers are not compared pair by pair. A complete paper is counted only under its first half and
 * under its second, each written as one number; of any other, each mark is counted under the set of candidates below it.
 * The pairs are read off these histograms at the end, once for all papers that were alike.
 */
import { type Ballots, SKIPPED, TIED } from './election.js';

export interface Pairwise {
  /** `table[a * candidates + b]` is the weight of the papers that put a above b. */
  table: Float64Array;
  /** Papers that rank somebody, and papers that rank nobody. */
  valid: number;
  blank: number;
}

export function pairwiseOf({ candidates, rows, weights, offsets, marks }: Ballots): Pairwise {
  const halves = candidates <= Halves.MOST ? new Halves(candidates) : null;
  const others = candidates <= Sets.MOST ? new Sets(candidates) : new Pairs(candidates);
  let valid = 0;
  let blank = 0;
  for (let row = 0; row < rows; row++) {
    const start = offsets[row]!;
    const end = offsets[row + 1]!;
    const weight = weights[row]!;
    const ranks = halves?.count(marks, start, end, weight) || others.count(marks, start, end, weight);
    if (ranks) valid += weight;
    else blank += weight;
  }
  const table = new Float64Array(candidates * candidates);
  halves?.addTo(table);
  others.addTo(table);
  return { table, valid, blank };
}

/** Complete papers without equal ranks, that stand for one vote. Five of ten candidates in order are one of 100,000 numbers. */
class Halves {
  static readonly MOST = 10;
  private readonly half: number;
  private readonly first: Uint32Array;
  private readonly second: Uint32Array;

  constructor(private readonly candidates: number) {
    this.half = candidates >> 1;
    this.first = new Uint32Array(candidates ** this.half);
    this.second = new Uint32Array(candidates ** (candidates - this.half));
  }

  /** False where it is not such a paper. */
  count(marks: Uint16Array, start: number, end: number, weight: number): boolean {
    const { candidates, half } = this;
    if (end - start !== candidates || weight !== 1) return false;
    let first = 0;
    let second = 0;
    let bits = 0;
    for (let at = start; at < start + half; at++) {
      const one = marks[at]!;
      const other = marks[at + half]!;
      first = Math.imul(first, candidates) + one;
      second = Math.imul(second, candidates) + other;
      bits |= one | other;
    }
    if (half + half < candidates) {
      second = Math.imul(second, candidates) + marks[end - 1]!;
      bits |= marks[end - 1]!;
    }
    // The numbers of so few candidates have no bit above these; equal and skipped ranks do.
    if (bits > 15) return false;
    this.first[first]! += 1;
    this.second[second]! += 1;
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

/** Adds every pair of a half, in its order, and gives the papers on which each candidate stands in such a half. */
function pairsWithin(halves: Uint32Array, length: number, candidates: number, pairs: Float64Array): Float64Array {
  const present = new Float64Array(candidates);
  const order = new Uint8Array(length);
  /** The papers that begin so, walked candidate by candidate. */
  const walk = (beginning: number, used: number, depth: number): number => {
    let papers = 0;
    for (let candidate = 0; candidate < candidates; candidate++) {
      if ((used >> candidate) & 1) continue;
      order[depth] = candidate;
      const next = beginning * candidates + candidate;
      const own = depth + 1 === length ? halves[next]! : walk(next, used | (1 << candidate), depth + 1);
      for (let before = 0; before < depth; before++) pairs[order[before]! * candidates + candidate]! += own;
      present[candidate]! += own;
      papers += own;
    }
    return papers;
  };
  if (length > 0) walk(0, 0, 0);
  return present;
}

/** Papers of any kind. For twelve candidates the sets make a table of 49,152 weights, which stays near the processor. */
class Sets {
  static readonly MOST = 12;
  private readonly above: Float64Array;

  constructor(private readonly candidates: number) {
    this.above = new Float64Array(candidates << candidates);
  }

  /** False where it ranks nobody. */
  count(marks: Uint16Array, start: number, end: number, weight: number): boolean {
    const { candidates, above } = this;
    const everybody = (1 << candidates) - 1;
    let below = everybody;
    for (let at = start; at < end;) {
      // A skipped rank is the bit 31, which is nobody's.
      let rank = 1 << (marks[at++]! & ~TIED);
      while (at < end && marks[at]! >= TIED) rank |= 1 << (marks[at++]! & ~TIED);
      rank &= below;
      below ^= rank;
      for (; rank !== 0; rank &= rank - 1) above[((31 - Math.clz32(rank & -rank)) << candidates) | below]! += weight;
    }
    return below !== everybody;
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

  /** False where it ranks nobody. */
  count(marks: Uint16Array, start: number, end: number, weight: number): boolean {
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
    return length > 0;
  }

  addTo(table: Float64Array): void {
    const { candidates: n, ranked, notAbove } = this;
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) if (a !== b) table[a * n + b]! += ranked[a]! - notAbove[a * n + b]!;
    }
  }
}

/**
 * Points by rank (J.-C. de Borda, "Mémoire sur les élections au scrutin", 1781): the first rank of a paper gives so many
 * points, the second so many, and so on; the highest sums are elected. Where no points are named it is Borda's own count: of n
 * who stand, n - 1 for the first down to 0 for the last.
 *
 * - Equal candidates share the points of the ranks they fill together, each part cut at five decimals. What cutting drops
 *   belongs to nobody.
 * - A rank left empty gives its points to nobody; so do ranks beyond the points. A paper that ranks nobody is blank.
 * - Equal sums: more papers that put the candidate first, then more that put it second, and so on down to the last rank with
 *   points, as the Eurovision Song Contest of 1991 was decided. Equals on a paper count there for the rank at which they begin.
 */
import { type Ballots, CannotCount, type Count, type CountOptions, SKIPPED, TIED } from '../election.js';
import { electHighest } from '../oneReckoning.js';
import { withoutWithdrawn } from '../papers.js';
import type { TieRule } from '../places.js';

const PART_DECIMALS = 5;

export function positional(ballots: Ballots, options: CountOptions): Count {
  const { withdrawn = [] } = options;
  const papers = withoutWithdrawn(ballots, withdrawn);
  const { candidates, rows, weights, offsets, marks } = papers;
  const points = pointsOf(options, candidates - new Set(withdrawn).size);
  const decimals = hasEquals(marks) ? PART_DECIMALS : 0;
  const point = 10 ** decimals;
  const sums = new Float64Array(candidates);
  let truncated = 0;
  let valid = 0;
  let blank = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights[row]!;
    const start = offsets[row]!;
    const end = offsets[row + 1]!;
    let ranked = 0;
    for (let from = start, to = start; from < end; from = to) {
      to = endOfRank(marks, from, end);
      if (marks[from] === SKIPPED) continue;
      const several = to - from;
      const together = sumOf(points, from - start, to - start) * point;
      const part = several === 1 ? together : Math.floor(together / several);
      for (let at = from; at < to; at++) sums[marks[at]! & ~TIED]! += weight * part;
      truncated += weight * (together - part * several);
      ranked += several;
    }
    if (ranked > 0) valid += weight * point;
    else blank += weight * point;
  }
  return electHighest(ballots, options, {
    sums,
    decimals: ballots.weightDecimals + decimals,
    valid,
    blank,
    truncated,
    tieRule: mostFirstRanks(papers, points.length),
  });
}

function pointsOf({ points }: CountOptions, standing: number): readonly number[] {
  if (!points) return Array.from({ length: standing }, (_, place) => standing - 1 - place);
  if (
    points.length === 0 ||
    points.some((own, place) => !Number.isSafeInteger(own) || own < 0 || own > points[place - 1]!)
  ) {
    throw new CannotCount('OPTIONS', 'Points are whole numbers, 0 or more, and none is higher than the one before.');
  }
  return points;
}

function hasEquals(marks: Uint16Array): boolean {
  for (let at = 0; at < marks.length; at++) if (marks[at]! >= TIED) return true;
  return false;
}

/** Where the marks of the rank end that begins here. Each mark fills a place, so that places are counted by marks. */
function endOfRank(marks: Uint16Array, from: number, end: number): number {
  let to = from + 1;
  while (to < end && marks[to]! >= TIED) to++;
  return to;
}

function sumOf(points: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let place = from; place < to && place < points.length; place++) sum += points[place]!;
  return sum;
}

/** The papers that put each candidate at each rank with points are counted only once somebody asks. */
function mostFirstRanks(papers: Ballots, places: number): TieRule {
  let counted: number[][] | null = null;
  return (equals) => {
    const ranks = (counted ??= ranksOf(papers, places));
    const compare = (a: number, b: number) => compareRanks(ranks[a]!, ranks[b]!);
    const apart: number[][] = [];
    for (const candidate of [...equals].sort(compare)) {
      const last = apart.at(-1);
      if (last && compare(last[0]!, candidate) === 0) last.push(candidate);
      else apart.push([candidate]);
    }
    return apart;
  };
}

function ranksOf({ candidates, rows, weights, offsets, marks }: Ballots, places: number): number[][] {
  const ranks = Array.from({ length: candidates }, () => [] as number[]);
  for (let row = 0; row < rows; row++) {
    const start = offsets[row]!;
    let place = 0;
    for (let at = start; at < offsets[row + 1]!; at++) {
      if (marks[at]! < TIED) place = at - start;
      if (place >= places) break;
      if (marks[at] === SKIPPED) continue;
      const own = ranks[marks[at]! & ~TIED]!;
      own[place] = (own[place] ?? 0) + weights[row]!;
    }
  }
  return ranks;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let place = 0; place < Math.max(a.length, b.length); place++) {
    const difference = (b[place] ?? 0) - (a[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

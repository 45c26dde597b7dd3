/**
 * Strongest paths between candidates, by the widest-path form of Floyd's and Warshall's algorithm, which gives the strength
 * of them all, and by a search that shows one. A link from a to b is there where more papers put a above b than b above a,
 * and those papers are its strength (winning votes). A path is as strong as its weakest link.
 */
import type { Count } from './election.js';

/** `strength[a * candidates + b]` of the strongest path from a to b; 0 where there is none. */
export function strongestPaths(pairwise: Float64Array, candidates: number): Float64Array {
  const strength = pairwise.map((votes, at) => {
    const opposed = pairwise[(at % candidates) * candidates + Math.floor(at / candidates)]!;
    return votes > opposed ? votes : 0;
  });
  for (let through = 0; through < candidates; through++) {
    for (let from = 0; from < candidates; from++) {
      const first = strength[from * candidates + through]!;
      if (first === 0 || from === through) continue;
      for (let to = 0; to < candidates; to++) {
        const way = Math.min(first, strength[through * candidates + to]!);
        if (way > strength[from * candidates + to]! && from !== to) strength[from * candidates + to] = way;
      }
    }
  }
  return strength;
}

/** One strongest path, both ends included: of the fewest steps, through the first on the ballot paper. Empty where none is. */
export function strongestPath(
  { pairwise, paths }: Pick<Count, 'pairwise' | 'paths'>,
  from: number,
  to: number,
): number[] {
  const strength = paths?.[from]?.[to] ?? 0;
  if (!pairwise || strength === 0) return [];
  const reachedFrom = new Map([[from, from]]);
  // A map keeps the order in which it was filled, so the walk meets what was reached last, last.
  for (const here of reachedFrom.keys()) {
    if (here === to) break;
    for (const [next, votes] of pairwise[here]!.entries()) {
      const linked = votes >= strength && votes > pairwise[next]![here]!;
      if (linked && !reachedFrom.has(next)) reachedFrom.set(next, here);
    }
  }
  const path = [to];
  while (path[0] !== from) path.unshift(reachedFrom.get(path[0]!)!);
  return path;
}

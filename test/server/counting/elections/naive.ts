/**
 * The methods without stages written a second time, from their own words and without looking for speed, so that random
 * elections can be counted twice. They share nothing with the counting but the papers as tests write them.
 */
import type { Paper } from './ballots.js';

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

/** At which rank a candidate stands, an unranked one after all others. */
function rankOf({ ranks }: Paper, candidate: number): number {
  const rank = ranks.findIndex((members) => members.includes(candidate));
  return rank < 0 ? Infinity : rank;
}

export function pairwiseNaively(candidates: number, papers: readonly Paper[]): number[][] {
  const above = (a: number, b: number) => papers.filter((each) => rankOf(each, a) < rankOf(each, b));
  const weigh = (some: readonly Paper[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  return numbers(candidates).map((a) => numbers(candidates).map((b) => weigh(above(a, b))));
}

/** Every path without a repeated candidate is walked. */
export function pathsNaively(pairwise: number[][]): number[][] {
  const strongest = (from: number, to: number, passed: readonly number[]): number => {
    const next = numbers(pairwise.length).filter(
      (other) => ![...passed, from].includes(other) && pairwise[from]![other]! > pairwise[other]![from]!,
    );
    return Math.max(
      0,
      ...next.map((other) =>
        Math.min(pairwise[from]![other]!, other === to ? Infinity : strongest(other, to, [...passed, from])),
      ),
    );
  };
  return pairwise.map((_, from) => pairwise.map((__, to) => (from === to ? 0 : strongest(from, to, []))));
}

export function unbeatenNaively(paths: number[][], among: readonly number[]): number[] {
  return among.filter((one) => among.every((other) => paths[other]![one]! <= paths[one]![other]!));
}

/** Sums in units of 0.00001, and the weight of the papers that put each candidate at each place. */
export function pointsNaively(candidates: number, papers: readonly Paper[], points: readonly number[]) {
  const sums = numbers(candidates).map(() => 0n);
  const places = numbers(candidates).map(() => points.map(() => 0));
  for (const { weight, ranks } of papers) {
    let place = 0;
    for (const members of ranks) {
      const filled = numbers(Math.max(members.length, 1)).map((more) => place + more);
      const together = filled.reduce((sum, at) => sum + BigInt(points[at] ?? 0) * 100_000n, 0n);
      for (const member of members) {
        sums[member]! += (together / BigInt(members.length)) * BigInt(weight);
        if (place < points.length) places[member]![place]! += weight;
      }
      place += filled.length;
    }
  }
  return { sums: sums.map(Number), places };
}

export const approvalNaively = (candidates: number, papers: readonly Paper[]): number[] =>
  numbers(candidates).map((candidate) =>
    papers
      .filter(({ ranks, scores }) => ranks.flat().includes(candidate) && (scores ? scores[candidate]! > 0 : true))
      .reduce((sum, { weight }) => sum + weight, 0),
  );

export const pluralityNaively = (candidates: number, papers: readonly Paper[]): number[] =>
  numbers(candidates).map((candidate) =>
    papers
      .filter(({ ranks: [first] }) => first?.length === 1 && first[0] === candidate)
      .reduce((sum, { weight }) => sum + weight, 0),
  );

export const scoreNaively = (candidates: number, papers: readonly Paper[], highest: number): number[] =>
  numbers(candidates).map((candidate) =>
    papers
      .filter(({ scores }) => Object.values(scores ?? {}).every((score) => score <= highest))
      .reduce((sum, { weight, scores }) => sum + weight * (scores?.[candidate] ?? 0), 0),
  );

/** All candidates in one row, the best first: by the figures in turn, then by the lot. */
export function inRow(
  candidates: number,
  lot: readonly number[],
  ...figures: readonly (readonly number[])[]
): number[] {
  return numbers(candidates).sort((a, b) => {
    const figure = figures.find((each) => each[a] !== each[b]);
    return figure ? figure[b]! - figure[a]! : lot.indexOf(a) - lot.indexOf(b);
  });
}

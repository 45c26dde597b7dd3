/** The end of the methods that add up once: each candidate has a sum, and the highest sums take the places. */
import type { Ballots, Count, CountOptions } from './election.js';
import { atOnce, outcome } from './outcome.js';
import { inUnits } from './papers.js';
import { type TieRule, fillPlaces } from './places.js';

/** Sums and papers, in units of 10^-decimals. */
interface Reckoning {
  sums: Float64Array;
  decimals: number;
  valid: number;
  blank: number;
  /** What cutting decimals has dropped. */
  truncated?: number;
  tieRule?: TieRule;
}

export function electHighest(ballots: Ballots, options: CountOptions, reckoning: Reckoning): Count {
  const { decimals, truncated = 0, tieRule } = reckoning;
  const scores = Array.from(reckoning.sums, (sum) => inUnits(sum, 0));
  const { elected, alternates, reopened, ties, free } = fillPlaces(inOrder(scores, options), options, tieRule);
  const vacant = reopened ? new Array<number>(free).fill(options.reopen!) : [];
  return outcome(ballots, options, {
    decimals,
    valid: inUnits(reckoning.valid, 0),
    blank: inUnits(reckoning.blank, 0),
    elected: atOnce(elected),
    alternates,
    reopened,
    ties,
    scores,
    stages: [
      {
        number: 1,
        act: { kind: 'FIRST' },
        votes: scores,
        exhausted: 0,
        truncated,
        quota: null,
        transfers: [],
        elected: [...elected, ...vacant],
        excluded: [],
      },
    ],
  });
}

/** Those who stand, the highest first, equals together. */
function inOrder(scores: readonly number[], { withdrawn = [] }: CountOptions): number[][] {
  const gone = new Set(withdrawn);
  const equals = new Map<number, number[]>();
  for (const [candidate, sum] of scores.entries()) {
    if (gone.has(candidate)) continue;
    const others = equals.get(sum);
    if (others) others.push(candidate);
    else equals.set(sum, [candidate]);
  }
  return [...equals].sort(([a], [b]) => b - a).map(([, candidates]) => candidates);
}

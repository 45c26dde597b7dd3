/**
 * "No body above a share of the total", where the total is the one that remains after capping. All bodies above the limit
 * are held at the same whole number of votes: the largest L such that L is at most the share of the sum of min(votes, L).
 *
 * The share of that sum, less L, is a concave function of L that starts at 0; so the limits that satisfy it are an unbroken
 * run from 0, and the largest is found by halving. If not even L = 1 satisfies it, there are fewer bodies than the cap needs;
 * then all who have votes are held at as many as the least of them, which is as near as so few can come.
 */
import { type Fraction, reaches } from './fraction.js';
import { sum } from './integers.js';

export interface Cap {
  readonly limit: number;
  /** False where there are too few bodies for the cap. */
  readonly kept: boolean;
}

export function capFor(votes: readonly number[], share: Fraction): Cap {
  const exceeds = (limit: number) => reaches(limit, share, sum(votes.map((own) => (own < limit ? own : limit))), true);
  let low = 0;
  let high = Math.max(...votes);
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2);
    if (exceeds(middle)) high = middle - 1;
    else low = middle;
  }
  const weighty = votes.filter((own) => own > 0);
  if (low > 0 || weighty.length === 0) return { limit: low, kept: true };
  return { limit: Math.min(...weighty), kept: false };
}

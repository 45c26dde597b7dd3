/** Packed papers written out, so that tests can compare them as people read them. */
import { type Ballots, SKIPPED, TIED } from '../../../server/counting/elections/election.js';

/** Each row as its weight in papers and its ranks as BLT writes them: `[4, '1 2=3 -']`. */
export function papersOf({
  rows,
  weights,
  weightDecimals,
  offsets,
  marks,
}: Ballots): [weight: number, ranks: string][] {
  return Array.from({ length: rows }, (_, row) => [
    weights[row]! / 10 ** weightDecimals,
    Array.from(marks.subarray(offsets[row], offsets[row + 1]), written)
      .join('')
      .trim(),
  ]);
}

function written(mark: number): string {
  if (mark === SKIPPED) return ' -';
  return mark & TIED ? `=${(mark & ~TIED) + 1}` : ` ${mark + 1}`;
}

/** The same papers, gathered and sorted: two files that hold the same votes are equal in this. */
export function votesOf(ballots: Ballots): Record<string, number> {
  const votes: Record<string, number> = {};
  for (const [weight, ranks] of papersOf(ballots)) votes[ranks] = (votes[ranks] ?? 0) + weight;
  return votes;
}

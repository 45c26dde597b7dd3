/**
 * Plurality: who has most first preferences is elected; of several places each goes to the next most (the single
 * non-transferable vote). A paper has one vote, for the candidate at its first rank. Where that rank is empty, or shared by
 * several, the vote is nobody's and the paper counts as blank.
 */
import { type Ballots, type Count, type CountOptions, SKIPPED, TIED } from '../election.js';
import { electHighest } from '../oneReckoning.js';
import { withoutWithdrawn } from '../papers.js';

export function plurality(ballots: Ballots, options: CountOptions): Count {
  const { candidates, rows, weights, weightDecimals, offsets, marks } = withoutWithdrawn(
    ballots,
    options.withdrawn ?? [],
  );
  const sums = new Float64Array(candidates);
  let valid = 0;
  let blank = 0;
  for (let row = 0; row < rows; row++) {
    const first = offsets[row]!;
    const end = offsets[row + 1]!;
    const spoilt = first === end || marks[first] === SKIPPED || (first + 1 < end && marks[first + 1]! >= TIED);
    if (spoilt) blank += weights[row]!;
    else {
      valid += weights[row]!;
      sums[marks[first]!]! += weights[row]!;
    }
  }
  return electHighest(ballots, options, { sums, decimals: weightDecimals, valid, blank });
}

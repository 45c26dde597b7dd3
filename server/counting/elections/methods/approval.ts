/**
 * Approval (S. J. Brams and P. C. Fishburn, "Approval Voting", 1978): a paper gives one vote to each candidate it marks,
 * at whatever rank, and those with most are elected. On papers with scores a score of 0 is no mark. A paper that marks nobody
 * is blank.
 */
import { type Ballots, type Count, type CountOptions, SKIPPED, TIED } from '../election.js';
import { electHighest } from '../oneReckoning.js';
import { withoutWithdrawn } from '../papers.js';

export function approval(ballots: Ballots, options: CountOptions): Count {
  const { candidates, rows, weights, weightDecimals, offsets, marks, scores } = withoutWithdrawn(
    ballots,
    options.withdrawn ?? [],
  );
  const sums = new Float64Array(candidates);
  let valid = 0;
  let blank = 0;
  for (let row = 0; row < rows; row++) {
    let approved = 0;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      if (marks[at] === SKIPPED || scores?.[at] === 0) continue;
      sums[marks[at]! & ~TIED]! += weights[row]!;
      approved += 1;
    }
    if (approved > 0) valid += weights[row]!;
    else blank += weights[row]!;
  }
  return electHighest(ballots, options, { sums, decimals: weightDecimals, valid, blank });
}

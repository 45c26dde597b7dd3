/**
 * Score, or range voting (W. D. Smith, "Range voting", 2000): a paper gives each candidate a whole number from 0 to the
 * highest score, and the highest sums are elected. A candidate to whom a paper gives nothing has 0 of it. A paper with a score
 * above the highest is spoilt whole, and counts as blank; so does one that scores nobody.
 */
import { type Ballots, CannotCount, type Count, type CountOptions, SKIPPED, TIED } from '../election.js';
import { electHighest } from '../oneReckoning.js';
import { withoutWithdrawn } from '../papers.js';

export function score(ballots: Ballots, options: CountOptions): Count {
  const { candidates, rows, weights, weightDecimals, offsets, marks, scores } = withoutWithdrawn(
    ballots,
    options.withdrawn ?? [],
  );
  if (!scores)
    throw new CannotCount('OPTIONS', 'A count by score needs papers that give scores, and these give ranks.');
  const { highestScore = Infinity } = options;
  const sums = new Float64Array(candidates);
  let valid = 0;
  let blank = 0;
  for (let row = 0; row < rows; row++) {
    const start = offsets[row]!;
    const end = offsets[row + 1]!;
    let scored = 0;
    let highest = 0;
    for (let at = start; at < end; at++) {
      if (marks[at] === SKIPPED) continue;
      scored += 1;
      highest = Math.max(highest, scores[at]!);
    }
    if (scored === 0 || highest > highestScore) {
      blank += weights[row]!;
      continue;
    }
    valid += weights[row]!;
    for (let at = start; at < end; at++) {
      if (marks[at] !== SKIPPED) sums[marks[at]! & ~TIED]! += weights[row]! * scores[at]!;
    }
  }
  return electHighest(ballots, options, { sums, decimals: weightDecimals, valid, blank });
}

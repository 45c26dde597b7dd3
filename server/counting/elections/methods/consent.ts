/**
 * Consent, as consent-based assemblies practise it (see the Sociocratic Circle-organization Method of G. Endenburg): each
 * proposal stands alone, and whoever is asked agrees, stands aside or blocks. A proposal is carried when at least one agrees
 * and none blocks. Standing aside hinders nothing; saying nothing of a proposal is not consent to it and hinders nothing either.
 *
 * A proposal is a candidate, and the score of its mark is the answer: 2 agrees, 1 stands aside, 0 blocks. On papers without
 * scores a mark agrees. Any other score is no answer. The carried proposals are in `elected`, in the order in which they were
 * put, however many they are: proposals do not compete for places.
 */
import { type Ballots, type Count, type CountOptions, SKIPPED, TIED } from '../election.js';
import { atOnce, outcome } from '../outcome.js';
import { inUnits, withoutWithdrawn } from '../papers.js';

export const AGREE = 2;
export const STAND_ASIDE = 1;
export const BLOCK = 0;

export function consent(ballots: Ballots, options: CountOptions): Count {
  const { candidates, rows, weights, weightDecimals, offsets, marks, scores } = withoutWithdrawn(
    ballots,
    options.withdrawn ?? [],
  );
  const answers = Array.from({ length: candidates }, () => ({ agree: 0, standAside: 0, block: 0 }));
  let valid = 0;
  let blank = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights[row]!;
    let answered = 0;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const answer = scores ? scores[at]! : AGREE;
      if (marks[at] === SKIPPED || answer > AGREE) continue;
      const proposal = answers[marks[at]! & ~TIED]!;
      if (answer === AGREE) proposal.agree += weight;
      else if (answer === STAND_ASIDE) proposal.standAside += weight;
      else proposal.block += weight;
      answered += 1;
    }
    if (answered > 0) valid += weight;
    else blank += weight;
  }
  const carried = [...answers.keys()].filter(
    (proposal) => answers[proposal]!.agree > 0 && answers[proposal]!.block === 0,
  );
  return outcome(ballots, options, {
    decimals: weightDecimals,
    valid: inUnits(valid, 0),
    blank: inUnits(blank, 0),
    elected: atOnce(carried),
    consent: answers,
  });
}

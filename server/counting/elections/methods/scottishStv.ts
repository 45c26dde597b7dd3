/**
 * The single transferable vote of the Scottish Local Government Elections Order 2007 (SSI 2007/42), Schedule 1, rules 45 to
 * 52, re-enacted in the Order of 2011 (SSI 2011/399): the weighted inclusive Gregory method.
 *
 * - The quota is the valid papers divided by one more than the places, the fraction dropped, plus one. Reaching it at the end
 *   of any stage elects.
 * - One surplus moves in a stage, the largest first, later ones included. All the papers of the candidate move, each at the
 *   surplus times the value it came with, divided by the candidate's votes, cut at five decimals. Papers without a next
 *   preference keep their part of the surplus; the candidate keeps the quota.
 * - Where no surplus waits the lowest candidate is excluded, and all their papers move in one stage at the value they have.
 * - When those who stand are as many as the places left they are elected, at the end of the stage that brought it about.
 * - A paper is read as far as its figures run in order: not past a missing figure, nor where one stands twice. A paper on which
 *   no figure can be read so is blank, and no part of the quota.
 *
 * Of papers that weigh a fraction the votes have as many decimals more; the values of a whole paper keep five.
 */
import type { Ballots, Count, CountOptions, StageAct, Transfer } from '../election.js';
import { portion } from '../exact.js';
import { withoutWithdrawn } from '../papers.js';
import { Contest } from './contest.js';
import { Piles } from './piles.js';

const DECIMALS = 5;
const FULL_VALUE = 10 ** DECIMALS;

export function scottishStv(ballots: Ballots, options: CountOptions): Count {
  const contest = new Contest(ballots.candidates, options);
  const piles = new Piles(withoutWithdrawn(ballots, options.withdrawn ?? []), contest.standing, FULL_VALUE);
  const vote = FULL_VALUE * 10 ** ballots.weightDecimals;
  const quota = (Math.floor(piles.valid / (vote * (options.seats + 1))) + 1) * vote;

  const close = (act: StageAct, transfers: Transfer[] = [], excluded: number[] = []) => {
    const { votes, exhausted, truncated } = piles;
    contest.close({ act, votes: [...votes], exhausted, truncated, quota, transfers }, excluded);
  };
  const passOn = (candidate: number) => {
    const held = piles.votes[candidate]!;
    const value = portion(FULL_VALUE, held - quota, held) * 10 ** ballots.weightDecimals;
    close({ kind: 'SURPLUS', candidate, surplus: held - quota, value }, piles.release(candidate, quota));
  };
  const exclude = (candidates: number[], because: 'LOWEST' | 'CONSTRAINT') => {
    contest.exclude(candidates);
    const transfers = candidates.flatMap((one) => piles.release(one, contest.placesOf(one) * quota));
    close({ kind: 'EXCLUSION', candidates, because }, transfers, candidates);
  };

  close({ kind: 'FIRST' });
  while (!contest.over) {
    const { doomed } = contest;
    const waiting = contest.elected.map(({ candidate }) => candidate).filter((one) => piles.votes[one]! > quota);
    if (doomed.length > 0) exclude(doomed, 'CONSTRAINT');
    else if (waiting.length > 0) passOn(contest.highest(waiting));
    else exclude([contest.lowest()], 'LOWEST');
  }
  return contest.result({
    decimals: DECIMALS + ballots.weightDecimals,
    valid: piles.valid,
    blank: piles.blank,
    quota,
  });
}

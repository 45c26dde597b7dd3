/**
 * Instant runoff, the alternative vote: one place, and every paper counts for the first candidate on it who still stands. Who
 * has more than half of the votes that still count is elected; until somebody has, the lowest candidate is excluded, one in a
 * round. A paper is read as far as its figures run in order: not past a missing figure, nor where one stands twice.
 */
import type { Ballots, Count, CountOptions, StageAct, Transfer } from '../election.js';
import { withoutWithdrawn } from '../papers.js';
import { Contest } from './contest.js';
import { Piles } from './piles.js';

export function irv(ballots: Ballots, options: CountOptions): Count {
  const contest = new Contest(ballots.candidates, options);
  const piles = new Piles(withoutWithdrawn(ballots, options.withdrawn ?? []), contest.standing, 1);

  const close = (act: StageAct, transfers: Transfer[] = [], excluded: number[] = []) => {
    const { votes, exhausted, truncated } = piles;
    const majority = Math.floor((piles.valid - exhausted) / 2) + 1;
    contest.close({ act, votes: [...votes], exhausted, truncated, quota: majority, transfers }, excluded);
  };

  close({ kind: 'FIRST' });
  while (!contest.over) {
    const { doomed } = contest;
    const out = doomed.length > 0 ? doomed : [contest.lowest()];
    contest.exclude(out);
    const transfers = out.flatMap((candidate) => piles.release(candidate, 0));
    close({ kind: 'EXCLUSION', candidates: out, because: doomed.length > 0 ? 'CONSTRAINT' : 'LOWEST' }, transfers, out);
  }
  return contest.result({
    decimals: ballots.weightDecimals,
    valid: piles.valid,
    blank: piles.blank,
    quota: null,
  });
}

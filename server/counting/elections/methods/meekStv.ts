/**
 * The single transferable vote by Meek's method: I. D. Hill, B. A. Wichmann and D. R. Woodall, "Algorithm 123", The Computer
 * Journal 30 (1987), in the figures of the reference Meek rule of the Proportional Representation Foundation: nine decimals,
 * and a tolerance of 0.000001 of a vote.
 *
 * - Every candidate has a keep value: all of a vote while standing, nothing once excluded. A paper gives each candidate on it,
 *   in order, the keep value times what is left of the paper, rounded up, until nothing is left.
 * - The quota is what candidates hold together, divided by one more than the places, cut, plus one unit. Reaching it elects.
 * - The keep value of the elected is multiplied by the quota and divided by their votes, both rounded up, and the papers are
 *   weighed again, until the surpluses together are below the tolerance, or no smaller than the time before.
 * - Then the lowest candidate is excluded; those less than the surpluses above the lowest are as low. The rule leaves the tie
 *   to a procedure of one's own: here the latest earlier stage that differs, then the lot.
 * - When the elected and those who stand are no more than the places, all are elected.
 *
 * Voters rank in order; the algorithm has no equal preferences, so a paper is read up to the first. A missing figure does not
 * disturb the order and is passed over.
 */
import type { Ballots, Count, CountOptions, StageAct } from '../election.js';
import { billionthsUp, portionUp } from '../exact.js';
import { inUnits, withoutWithdrawn } from '../papers.js';
import { Contest } from './contest.js';
import { PaperTree } from './paperTree.js';

const DECIMALS = 9;
const WHOLE = 10 ** DECIMALS;
const TOLERANCE = WHOLE / 10 ** 6;

export function meekStv(ballots: Ballots, options: CountOptions): Count {
  const { candidates, weightDecimals } = ballots;
  const contest = new Contest(candidates, options);
  const tree = new PaperTree(withoutWithdrawn(ballots, options.withdrawn ?? []));
  const valid = inUnits(tree.valid, DECIMALS);
  const unit = 10 ** weightDecimals;
  const keep = Float64Array.from(contest.standing, (standing) => standing * WHOLE);

  const weighed = () => {
    const votes = weigh(tree, keep);
    const held = votes.reduce((sum, each) => sum + each, 0);
    const quota = Math.floor(held / (options.seats + 1)) + 1;
    contest.hold(votes, quota);
    return { votes, quota, exhausted: valid - held };
  };
  const close = (act: StageAct, figures: ReturnType<typeof weighed>, excluded: number[]) => {
    contest.close({ act, ...figures, truncated: 0, transfers: [] }, excluded);
  };
  /** Who no longer stands keeps as many quotas as places were won, mostly one; nothing where that is none. */
  const leave = (excluded: number[]) => {
    contest.exclude(excluded);
    for (const candidate of excluded) if (contest.placesOf(candidate) === 0) keep[candidate] = 0;
  };

  const settle = () => {
    let before = Infinity;
    for (let iterations = 1; ; iterations++) {
      const figures = weighed();
      const { votes, quota } = figures;
      const act = { kind: 'SETTLED' as const, keep: Array.from(keep, (kept) => kept * unit), iterations };
      if (contest.unopposed || contest.reaching(quota).length > 0)
        return close({ ...act, excluded: null }, figures, []);
      const gone = Array.from(keep.keys()).filter((one) => contest.standing[one] === 0 && contest.placesOf(one) > 0);
      const due = (candidate: number) => contest.placesOf(candidate) * quota;
      const surplus = Math.max(
        0,
        gone.reduce((sum, candidate) => sum + votes[candidate]! - due(candidate), 0),
      );
      if (surplus < TOLERANCE * unit || surplus >= before) {
        const lowest = contest.lowest(surplus);
        leave([lowest]);
        return close({ ...act, excluded: lowest }, figures, [lowest]);
      }
      for (const candidate of gone) {
        keep[candidate] = portionUp(portionUp(keep[candidate]!, due(candidate), WHOLE), WHOLE, votes[candidate]!);
      }
      before = surplus;
    }
  };

  while (!contest.over) {
    const { doomed } = contest;
    if (doomed.length === 0) settle();
    else {
      leave(doomed);
      close({ kind: 'EXCLUSION', candidates: doomed, because: 'CONSTRAINT' }, weighed(), doomed);
    }
  }
  return contest.result({
    decimals: DECIMALS + weightDecimals,
    valid,
    blank: inUnits(tree.blank, DECIMALS),
    quota: null,
  });
}

/** What each candidate gets when every paper is shared out by the keep values. */
function weigh(tree: PaperTree, keep: Float64Array): number[] {
  tree.open(keep, WHOLE);
  const { candidate, parent, papers } = tree;
  const votes = new Array<number>(keep.length).fill(0);
  const left = new Float64Array(candidate.length);
  for (let node = 0; node < left.length; node++) {
    const above = parent[node]!;
    const arriving = above < 0 ? WHOLE : left[above]!;
    const kept = billionthsUp(arriving, keep[candidate[node]!]!);
    votes[candidate[node]!]! += papers[node]! * kept;
    left[node] = arriving - kept;
  }
  return votes;
}

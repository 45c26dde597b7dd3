/**
 * How a candidate's votes grew: what was there first, and what each later stage added, as pieces along one bar. A bar
 * is as long as the most the candidate ever held; beyond what was held at the end it is hollow, passed on to others.
 */
import type { Count } from '../../../../server/counting/elections/election';

export interface Piece {
  /** The stage that brought it. */
  stage: number;
  from: number;
  to: number;
}
export interface Growth {
  pieces: Piece[];
  most: number;
  held: number;
}

export function growthOf(count: Pick<Count, 'stages'>, candidate: number): Growth {
  const pieces: Piece[] = [];
  let most = 0;
  let held = 0;
  for (const { number, votes } of count.stages) {
    held = votes[candidate] ?? 0;
    if (held <= most) continue;
    pieces.push({ stage: number, from: most, to: held });
    most = held;
  }
  return { pieces, most, held };
}

/** The quota that held at the end: under some methods it falls as votes find nobody to go to. */
export const lastQuota = (count: Pick<Count, 'stages' | 'quota'>): number | null =>
  count.stages.at(-1)?.quota ?? count.quota;

/** How far the scale of the bars reaches: the longest bar, or the quota where nobody came that far. */
export const reachOf = (count: Pick<Count, 'stages' | 'quota'>): number =>
  Math.max(1, lastQuota(count) ?? 0, ...count.stages.flatMap(({ votes }) => votes));

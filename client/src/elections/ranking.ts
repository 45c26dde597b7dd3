/**
 * A ranked ballot while it is being marked: ranks in order, each of one candidate or, where the method allows, of
 * several equals. Every move gives a new ranking, so that any of them can be undone. Candidates go by their numbers on
 * the paper.
 */
export type Ranking = readonly (readonly number[])[];

/** Where a candidate stands: the rank, from 0, and those who share it. */
export interface Standing {
  rank: number;
  equals: readonly number[];
}

export function standingOf(ranking: Ranking, candidate: number): Standing | null {
  const rank = ranking.findIndex((equals) => equals.includes(candidate));
  return rank < 0 ? null : { rank, equals: ranking[rank]! };
}

const without = (ranking: Ranking, candidate: number): number[][] =>
  ranking.map((equals) => equals.filter((each) => each !== candidate)).filter((equals) => equals.length > 0);

export const remove = (ranking: Ranking, candidate: number): Ranking => without(ranking, candidate);

/** As the next preference, after all that are ranked. */
export const add = (ranking: Ranking, candidate: number): Ranking => [...without(ranking, candidate), [candidate]];

/** To a rank of its own, counted among the ranks of all others. */
export function moveTo(ranking: Ranking, candidate: number, rank: number): Ranking {
  return without(ranking, candidate).toSpliced(Math.max(0, rank), 0, [candidate]);
}

/** One step up or down. Who shares a rank leaves it; who is alone changes places with the neighbouring rank. */
export function move(ranking: Ranking, candidate: number, by: -1 | 1): Ranking {
  const here = standingOf(ranking, candidate);
  if (!here) return ranking;
  if (here.equals.length > 1) return moveTo(ranking, candidate, here.rank + (by > 0 ? 1 : 0));
  if (here.rank + by < 0 || here.rank + by >= ranking.length) return ranking;
  return moveTo(ranking, candidate, here.rank + by);
}

export const canMove = (ranking: Ranking, candidate: number, by: -1 | 1): boolean =>
  move(ranking, candidate, by) !== ranking;

/** To the same rank as the one above. */
export function join(ranking: Ranking, candidate: number): Ranking {
  const here = standingOf(ranking, candidate);
  if (!here || here.rank === 0 || here.equals.length > 1) return ranking;
  return without(ranking, candidate).map((equals, rank) =>
    rank === here.rank - 1 ? [...equals, candidate].toSorted((a, b) => a - b) : equals,
  );
}

/** Every candidate in the order shown, with the rank it has: equals bear the same one. */
export const places = (ranking: Ranking): { candidate: number; rank: number }[] =>
  ranking.flatMap((equals, rank) => equals.map((candidate) => ({ candidate, rank })));

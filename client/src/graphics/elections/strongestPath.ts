/**
 * The way by which one candidate reaches another under Schulze: a chain of wins, as strong as its weakest link. Of
 * all the strongest the shortest is shown; the strengths themselves come from the count.
 */
export type Table = readonly (readonly number[])[];

const at = (table: Table, a: number, b: number) => table[a]?.[b] ?? 0;

/** Whether `a` wins against `b` when only the two are compared. */
export const wins = (pairwise: Table, a: number, b: number) => at(pairwise, a, b) > at(pairwise, b, a);

/** The candidates on the way, both ends included; null where no chain of wins leads there. */
export function strongestPath(pairwise: Table, paths: Table, from: number, to: number): number[] | null {
  const strength = at(paths, from, to);
  if (from === to || strength <= 0) return null;
  const cameFrom = new Map<number, number>([[from, from]]);
  const queue = [from];
  for (let here = queue.shift(); here !== undefined; here = queue.shift()) {
    for (let next = 0; next < pairwise.length; next += 1) {
      if (cameFrom.has(next) || !wins(pairwise, here, next) || at(pairwise, here, next) < strength) continue;
      cameFrom.set(next, here);
      if (next === to) return backFrom(to, cameFrom);
      queue.push(next);
    }
  }
  return null;
}

function backFrom(to: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const way = [to];
  for (let here = to; cameFrom.get(here) !== here;) {
    here = cameFrom.get(here)!;
    way.unshift(here);
  }
  return way;
}

/** A relation of the count itself: `a` stands before `b` where its strongest path is the stronger. */
export const standsBefore = (paths: Table, a: number, b: number) => at(paths, a, b) > at(paths, b, a);

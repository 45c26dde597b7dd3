/**
 * A row of tiles is a list of edges: tile i lies between edge i and edge i+1. Neighbours share one and the
 * same number, so that tiles can neither overlap nor leave a gap, and the last edge is the end itself.
 */
export function edges(shares: readonly number[], from: number, to: number): number[] {
  const total = sum(shares);
  const result = [from];
  let before = 0;
  shares.forEach((share, index) => {
    before += share;
    const last = index === shares.length - 1;
    // Nothing to divide by: equal tiles are the only fair picture of nothings.
    const reached = total > 0 ? before / total : (index + 1) / shares.length;
    result.push(last ? to : from + (to - from) * reached);
  });
  return result;
}

/**
 * Shares of a whole in proportion, except that none goes below its own floor (a share of the whole too): the
 * others give way in proportion. Where the floors leave no room at all, the floors themselves are the shares.
 */
export function withFloors(shares: readonly number[], floors: readonly number[]): number[] {
  const whole = sum(floors);
  if (whole >= 1) return floors.map((floor) => floor / whole);
  const floorOf = (index: number) => floors[index] ?? 0;
  const raised = new Set<number>();
  for (;;) {
    const free = sum(shares.filter((_, index) => !raised.has(index)));
    const room = 1 - sum(floors.filter((_, index) => raised.has(index)));
    const share = (index: number) => (free > 0 ? ((shares[index] ?? 0) / free) * room : 0);
    const tooSmall = shares.findIndex((_, index) => !raised.has(index) && share(index) < floorOf(index));
    if (tooSmall < 0) return shares.map((_, index) => (raised.has(index) ? floorOf(index) : share(index)));
    raised.add(tooSmall);
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

/** The index of the tile under `at`, the nearest one where it lies outside. */
export function tileAt(row: readonly number[], at: number): number {
  for (let index = 1; index < row.length; index++) if (at < (row[index] ?? 0)) return index - 1;
  return Math.max(0, row.length - 2);
}

/** At which place of a list a dragged row would come to lie: behind all others whose middle it has passed. */
export function dropPlace(middles: readonly number[], from: number, by: number): number {
  const middle = (middles[from] ?? 0) + by;
  return middles.filter((other, place) => place !== from && other < middle).length;
}

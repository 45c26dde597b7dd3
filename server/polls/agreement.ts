// When tellers agree: at least two persons, every figure alike. A count brought in from elsewhere stands by itself.
import type { Tally } from './tree.js';

export interface Count {
  tellerId: string | null;
  source: 'TELLER' | 'IMPORT';
  tally: Tally;
  entitled: number;
}

export function agreement(counts: readonly Count[]): Count | null {
  const [first] = counts;
  if (!first || (counts.length < 2 && first.source !== 'IMPORT')) return null;
  return differences(counts).length === 0 ? first : null;
}

/** What counts differ in: options by name, and `entitled`. */
export function differences(counts: readonly Pick<Count, 'tally' | 'entitled'>[]): string[] {
  const unlike = (figures: readonly number[]) => new Set(figures).size > 1;
  const options = [...new Set(counts.flatMap(({ tally }) => Object.keys(tally)))];
  const differing = options.filter((option) => unlike(counts.map(({ tally }) => tally[option] ?? 0)));
  return unlike(counts.map(({ entitled }) => entitled)) ? [...differing, 'entitled'] : differing;
}

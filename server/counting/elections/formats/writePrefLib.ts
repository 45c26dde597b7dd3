/** Writes the orders of PrefLib: equal papers gathered, the most frequent first, in the narrowest kind that holds them all. */
import type { Election } from '../election.js';
import type { PrefLibKind } from './readPrefLib.js';
import { oneLine } from './text.js';
import { filledRanks, mustBeWhole, papersOf } from './writing.js';

/** PrefLib knows no seats, no withdrawn candidates and no ranks left empty: these are not written. */
export function writePrefLib({ title, candidates, ballots }: Election): { kind: PrefLibKind; text: string } {
  mustBeWhole(ballots, 'PrefLib');
  const voters = new Map<string, number>();
  let strict = true;
  let complete = true;
  let all = 0;
  for (const { row, ranks } of papersOf(ballots)) {
    const filled = filledRanks(ranks);
    const order = filled.map(orderOf).join(',');
    voters.set(order, (voters.get(order) ?? 0) + ballots.weights[row]!);
    strict &&= filled.every((rank) => rank.length === 1);
    complete &&= filled.flat().length === candidates.length;
    all += ballots.weights[row]!;
  }
  const kind: PrefLibKind = `${strict ? 's' : 't'}o${complete ? 'c' : 'i'}`;
  const orders = [...voters].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  const lines = [
    `# TITLE: ${oneLine(title)}`,
    `# DATA TYPE: ${kind}`,
    '# MODIFICATION TYPE: original',
    `# NUMBER ALTERNATIVES: ${candidates.length}`,
    `# NUMBER VOTERS: ${all}`,
    `# NUMBER UNIQUE ORDERS: ${orders.length}`,
    ...candidates.map((name, i) => `# ALTERNATIVE NAME ${i + 1}: ${oneLine(name)}`),
    ...orders.map(([order, count]) => `${count}: ${order}`),
    '',
  ];
  return { kind, text: lines.join('\n') };
}

function orderOf(rank: number[]): string {
  const numbers = rank.map((candidate) => candidate + 1).sort((a, b) => a - b);
  return numbers.length === 1 ? String(numbers[0]) : `{${numbers.join(',')}}`;
}

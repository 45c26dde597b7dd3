// A tally as a list, in the order of the ballot.
import type { Tally } from '../../server/polls/tree.js';
import type { OptionCount } from './polls.types.js';

export function optionCounts(tally: Readonly<Tally>, options: readonly string[]): OptionCount[] {
  const words = [...options, ...Object.keys(tally).filter((option) => !options.includes(option))];
  return words.map((option) => ({ option, count: tally[option] ?? 0 }));
}

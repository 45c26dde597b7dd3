/**
 * How many stand for each option: ballots in a body's poll, or votes cast upward by bodies. ABSTAIN is always counted, even
 * where the question does not offer it, because a body whose members divide equally casts it.
 */
import { safe, sum } from './integers.js';

export const FOR = 'FOR';
export const AGAINST = 'AGAINST';
export const ABSTAIN = 'ABSTAIN';

export type Totals = Readonly<Record<string, number>>;

/** The question's options, and whether it is a motion (FOR, AGAINST, perhaps ABSTAIN) or a choice among others. */
export interface Options {
  readonly all: readonly string[];
  readonly motion: boolean;
  /** Whose turn it is when remainders are equal: the status quo first. */
  readonly whenEqual: readonly string[];
}

export function readOptions(stated: readonly string[]): Options {
  const all = stated.includes(ABSTAIN) ? stated : [...stated, ABSTAIN];
  const motion = all.length === 3 && all.includes(FOR) && all.includes(AGAINST);
  const choices = all.filter((option) => option !== ABSTAIN);
  return { all, motion, whenEqual: motion ? [AGAINST, ABSTAIN, FOR] : [ABSTAIN, ...choices] };
}

export function totals(options: Options, count: (option: string) => number): Totals {
  const counted: Record<string, number> = {};
  for (const option of options.all) counted[option] = count(option);
  return counted;
}

export function add(options: Options, parts: readonly Totals[]): Totals {
  return totals(options, (option) => sum(parts.map((part) => part[option] ?? 0)));
}

/** FOR + AGAINST, or all options of a choice: everything but abstentions. */
export function castOn(tally: Totals): number {
  return present(tally) - (tally[ABSTAIN] ?? 0);
}

export function present(tally: Totals): number {
  let total = 0;
  for (const option in tally) total += tally[option]!;
  return safe(total);
}

/** The option with more than any other, ABSTAIN apart; null when the top is shared or nobody chose. */
export function leader(tally: Totals): string | null {
  let best: string | null = null;
  let most = 0;
  for (const option in tally) {
    const count = tally[option]!;
    if (option === ABSTAIN || count < most) continue;
    best = count > most ? option : null;
    most = count;
  }
  return best;
}

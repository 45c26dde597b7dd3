/**
 * How an option looks: a colour, a pattern and a letter, so that colour never stands alone.
 * FOR, AGAINST and ABSTAIN have their own; other options take the six spare looks in their order.
 */
export interface OptionLook {
  /** The CSS class suffix and the pattern's name. */
  look: string;
  letter: string;
}

const known: Record<string, OptionLook> = {
  FOR: { look: 'for', letter: 'F' },
  AGAINST: { look: 'against', letter: 'A' },
  ABSTAIN: { look: 'abstain', letter: '–' },
};

export const spareLooks = ['one', 'two', 'three', 'four', 'five', 'six'] as const;

export function optionLook(option: string, options: readonly string[]): OptionLook {
  const own = known[option];
  if (own) return own;
  const others = options.filter((name) => !(name in known));
  const place = Math.max(0, others.indexOf(option));
  return { look: spareLooks[place % spareLooks.length] ?? 'one', letter: String.fromCharCode(97 + (place % 26)) };
}

/** Options of a tally in the order of the poll, so that FOR is always first from the left and from below. */
export function inOrder<T extends { option: string }>(counts: readonly T[], options: readonly string[]): T[] {
  return [...counts].sort((a, b) => options.indexOf(a.option) - options.indexOf(b.option));
}

/** How many papers a row stands for: a whole number, or a decimal fraction held exactly as units of 10^-decimals. */

export interface Weight {
  units: number;
  decimals: number;
}

/** Beyond these digits a sum would no longer be exact. */
const MOST_DECIMALS = 9;

/** What is wrong with a weight, as what was expected instead; null where nothing is. */
export function weightFault(units: number, decimals: number): string | null {
  if (!(units > 0)) return 'a weight above 0';
  if (decimals > MOST_DECIMALS) return `a weight of at most ${MOST_DECIMALS} decimals`;
  if (!Number.isSafeInteger(units)) return 'a weight of at most 15 digits';
  return null;
}

/** Reads `12` or `1.50`; null where the text is no number, or one below zero. */
export function readWeight(text: string): Weight | null {
  const found = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!found) return null;
  const fraction = (found[2] ?? '').replace(/0+$/, '');
  return { units: Number(found[1]! + fraction), decimals: fraction.length };
}

export function writeWeight(units: number, decimals: number): string {
  if (decimals === 0) return String(units);
  const digits = String(units).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '');
}

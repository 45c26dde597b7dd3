// What stands behind an option of a command, read from its word: a whole number, a list of points, names.
import { InvalidArgumentError } from 'commander';

export function whole(word: string): number {
  const number = /^\d+$/.test(word) ? Number(word) : NaN;
  if (!Number.isSafeInteger(number)) throw new InvalidArgumentError('a whole number was expected');
  return number;
}

export const wholes = (word: string): number[] => word.split(',').map((each) => whole(each.trim()));

/** For options that may be given again and again. */
export const collect = (word: string, before: string[]): string[] => [...before, word];

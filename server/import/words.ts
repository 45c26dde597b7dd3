// The smallest readings of a cell: a word from a list, a date, a number. Each answers what it read or what it expected.
export type Read<Value> = { value: Value; expected: null } | { value: null; expected: string };

const ok = <Value>(value: Value): Read<Value> => ({ value, expected: null });
const not = (expected: string): Read<never> => ({ value: null, expected });

export function oneOf<Word extends string>(cell: string, words: readonly Word[], whenEmpty?: Word): Read<Word> {
  const found = cell === '' ? whenEmpty : words.find((word) => word === cell);
  return found ? ok(found) : not(`one of ${words.join(', ')} was expected, not ${quoted(cell)}`);
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function slug(cell: string): Read<string> {
  return SLUG.test(cell) && cell.length <= 80
    ? ok(cell)
    : not(
        `a slug of lower-case letters, digits and single hyphens, such as great-lakes, was expected, not ${quoted(cell)}`,
      );
}

export function name(cell: string, longest: number): Read<string> {
  return cell !== '' && cell.length <= longest ? ok(cell) : not(`a name of 1 to ${longest} characters was expected`);
}

/** A day of the calendar, not an instant; empty is null. */
export function date(cell: string, { latest }: { latest?: string } = {}): Read<string | null> {
  if (cell === '') return ok(null);
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(cell) &&
    !Number.isNaN(Date.parse(cell)) &&
    new Date(cell).toISOString().startsWith(cell);
  if (!real || cell < '1800-01-01') return not(`a date such as 2024-05-01 was expected, not ${quoted(cell)}`);
  return latest !== undefined && cell > latest ? not(`a date not after today was expected, not ${cell}`) : ok(cell);
}

/** Degrees, or null where nothing is given. */
export function degrees(cell: string, limit: number): Read<string | null> {
  if (cell === '') return ok(null);
  const real = /^[+-]?\d{1,3}(\.\d{1,12})?$/.test(cell) && Math.abs(Number(cell)) <= limit;
  return real
    ? ok(Number(cell).toFixed(5))
    : not(`degrees from -${limit} to ${limit} were expected, not ${quoted(cell)}`);
}

export function whole(cell: string): Read<number> {
  const value = Number(cell);
  return /^\d{1,15}$/.test(cell) && value <= 2_000_000_000
    ? ok(value)
    : not(`a whole number, 0 or more, was expected, not ${quoted(cell)}`);
}

export function email(cell: string): Read<string | null> {
  if (cell === '') return ok(null);
  const address = cell.toLowerCase();
  const real = /^[^@\s,;<>"()]+@[^@\s,;<>"()]+\.[^@\s,;<>"()]+$/.test(address) && address.length <= 254;
  return real ? ok(address) : not(`an address such as name@example.org was expected, not ${quoted(cell)}`);
}

export const quoted = (cell: string): string => JSON.stringify(cell.length > 60 ? `${cell.slice(0, 60)}…` : cell);

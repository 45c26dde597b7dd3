/**
 * What must be exceeded or reached: an exact share of a base. CAST counts FOR and AGAINST (every option of a choice), PRESENT
 * counts abstentions too, ENTITLED counts all who could have voted.
 */
import type { Requirement } from './decisionFile.js';
import { exact, fraction, leastReaching, reaches, shareOf } from './fraction.js';
import { type Totals, castOn, present } from './tally.js';

/** More than half of those cast: what a body decides by where its rule book names nothing else. */
export const SIMPLE_MAJORITY: Requirement = { fraction: '1/2', base: 'CAST', strict: true };

export interface Measure {
  readonly count: number;
  /** The base the share is taken of. */
  readonly of: number;
  readonly base: Requirement['base'];
  readonly fraction: string;
  readonly strict: boolean;
  /** The exact share of the base: to be exceeded when strict, else reached. A fraction as text where it is not whole. */
  readonly needed: number | string;
  /** The smallest whole number that is enough. */
  readonly least: number;
  readonly met: boolean;
}

/** Null where the share is one of all entitled, and their number is not known. */
export function measure(asked: Requirement, count: number, tally: Totals, entitled: number | null): Measure | null {
  const of = baseOf(asked.base, tally, entitled);
  if (of === null) return null;
  const share = fraction(asked.fraction);
  return {
    count,
    of,
    base: asked.base,
    fraction: asked.fraction,
    strict: asked.strict,
    needed: exact(shareOf(share, of)),
    least: leastReaching(share, of, asked.strict),
    met: count > 0 && reaches(count, share, of, asked.strict),
  };
}

function baseOf(base: Requirement['base'], tally: Totals, entitled: number | null): number | null {
  switch (base) {
    case 'CAST':
      return castOn(tally);
    case 'PRESENT':
      return present(tally);
    case 'ENTITLED':
      return entitled;
  }
}

/**
 * Whether a body's own threshold can refuse what more FOR than AGAINST would grant: a share above one half, or a share of
 * more than the ballots FOR and AGAINST.
 */
export function asksMore(asked: Requirement): boolean {
  const { top, bottom } = fraction(asked.fraction);
  return asked.base === 'CAST' ? 2n * top > bottom : top > 0n;
}

/**
 * Shares out whole seats among bodies by population, by one of six named methods (five of them in `divisors.ts`). Exactly
 * equal claims are never settled silently: by the order given, or else not at all, and reported either way.
 */
import { byDivisors, divisors } from './divisors.js';
import { hamilton } from './hamilton.js';
import { sum } from './integers.js';

export const METHODS = ['webster', 'hamilton', 'dhondt', 'adams', 'huntington-hill', 'dean'] as const;
export type Method = (typeof METHODS)[number];

export interface Claim {
  readonly name: string;
  readonly population: number;
}

export interface Apportionment {
  readonly method: Method;
  readonly seats: number;
  /** Seats by name; the seats of a tie that no order settled are given to nobody. */
  readonly allocation: Readonly<Record<string, number>>;
  readonly ties: readonly SeatTie[];
}

/** Bodies with exactly equal claims to fewer seats than they are. `settled` names who got one, null when no order was given. */
export interface SeatTie {
  readonly among: readonly string[];
  readonly seats: number;
  readonly settled: readonly string[] | null;
}

export interface ApportionInput {
  readonly method: Method;
  readonly seats: number;
  readonly minimum?: number | undefined;
  readonly claims: readonly Claim[];
  /** Names in the order in which equal claims are served, for example as drawn by lot. */
  readonly ties?: readonly string[] | undefined;
}

/** Seats that cannot be shared out at all, with a sentence saying why. */
export class CannotApportion extends Error {
  override name = 'CannotApportion';
}

export function apportion({ method, seats, minimum = 0, claims, ties }: ApportionInput): Apportionment {
  checkInput(seats, minimum, claims);
  const populations = claims.map((claim) => claim.population);
  const outcome =
    method === 'hamilton'
      ? hamilton(populations, seats, minimum)
      : byDivisors(divisors[method], populations, seats, minimum);
  const held = [...outcome.held];
  const tie = outcome.tie && settle(outcome.tie, claims, ties);
  for (const name of tie?.settled ?? []) held[claims.findIndex((claim) => claim.name === name)]! += 1;
  return {
    method,
    seats,
    allocation: Object.fromEntries(claims.map((claim, position) => [claim.name, held[position]!])),
    ties: tie ? [tie] : [],
  };
}

function checkInput(seats: number, minimum: number, claims: readonly Claim[]): void {
  for (const [what, value] of [['seats', seats] as const, ['minimum', minimum] as const]) {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new CannotApportion(`${what} must be a whole number, 0 or more`);
  }
  if (new Set(claims.map((claim) => claim.name)).size < claims.length) throw new CannotApportion('a name stands twice');
  if (claims.some(({ population }) => !Number.isSafeInteger(population) || population < 0)) {
    throw new CannotApportion('a population must be a whole number, 0 or more');
  }
  if (BigInt(minimum) * BigInt(claims.length) > BigInt(seats)) {
    throw new CannotApportion(`${seats} seats are too few for ${claims.length} bodies with at least ${minimum} each`);
  }
  if (sum(claims.map((claim) => claim.population)) === 0 && seats > minimum * claims.length) {
    throw new CannotApportion('seats cannot be shared out among bodies without population');
  }
}

/** Outcome by position: seats held, and the one tie at which sharing stopped, if any. */
export interface Held {
  readonly held: readonly number[];
  readonly tie: { readonly among: readonly number[]; readonly seats: number } | null;
}

function settle(tie: NonNullable<Held['tie']>, claims: readonly Claim[], order: readonly string[] = []): SeatTie {
  const among = tie.among.map((position) => claims[position]!.name);
  const ranked = order.filter((name) => among.includes(name));
  return {
    among,
    seats: tie.seats,
    settled: ranked.length === among.length ? ranked.slice(0, tie.seats) : null,
  };
}

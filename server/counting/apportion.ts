/**
 * Shares out whole seats among bodies by population, by one of six named methods (five of them in `divisors.ts`), each with at
 * least a minimum and at most a cap. Exactly equal claims are never settled silently: by the order given, or else not at all,
 * and reported either way.
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
  /** The most seats that anybody may hold; what the cap takes goes to the others. */
  readonly cap?: number | undefined;
  readonly claims: readonly Claim[];
  /** Names in the order in which equal claims are served, for example as drawn by lot. */
  readonly ties?: readonly string[] | undefined;
}

/** Seats that cannot be shared out at all, with a sentence saying why. */
export class CannotApportion extends Error {
  override name = 'CannotApportion';
}

/** What every method shares out, with the bounds that hold for everybody. */
export interface House {
  readonly seats: number;
  readonly minimum: number;
  readonly cap: number;
}

export function apportion({ method, seats, minimum = 0, cap = seats, claims, ties }: ApportionInput): Apportionment {
  const house = { seats, minimum, cap };
  checkInput(house, claims);
  const populations = claims.map((claim) => claim.population);
  const outcome =
    method === 'hamilton' ? hamilton(populations, house) : byDivisors(divisors[method], populations, house);
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

function checkInput({ seats, minimum, cap }: House, claims: readonly Claim[]): void {
  for (const [what, value] of Object.entries({ seats, minimum, cap })) {
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
  const populated = claims.filter(({ population }) => population > 0).length;
  const most = BigInt(cap) * BigInt(populated) + BigInt(minimum) * BigInt(claims.length - populated);
  if (cap < minimum || most < BigInt(seats)) {
    throw new CannotApportion(`${seats} seats are too many for ${populated} bodies with at most ${cap} each`);
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

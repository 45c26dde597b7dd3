/**
 * The divisor methods of apportionment: one seat after another goes to the body whose population, divided by a figure that
 * grows with the seats it holds, is largest. What differs is the figure for s seats: Adams s, Dean the harmonic mean of s
 * and s + 1, Huntington-Hill their geometric mean, Webster their arithmetic mean, D'Hondt s + 1.
 * See M. L. Balinski and H. P. Young, "Fair Representation".
 */
import type { Held, House, Method } from './apportion.js';
import { sum } from './integers.js';

/** What a body offers for its next seat, as an exact quotient; bottom 0 stands for "before everybody else". */
interface Offer {
  readonly top: bigint;
  readonly bottom: bigint;
  readonly population: bigint;
}
type Divisor = (population: bigint, held: bigint) => { top: bigint; bottom: bigint };

/** Common factors are left out, and Huntington-Hill compares squares, so that all of it stays in whole numbers. */
export const divisors: Record<Exclude<Method, 'hamilton'>, Divisor> = {
  adams: (p, s) => ({ top: p, bottom: s }),
  dean: (p, s) => ({ top: p * (2n * s + 1n), bottom: s * (s + 1n) }),
  'huntington-hill': (p, s) => ({ top: p * p, bottom: s * (s + 1n) }),
  webster: (p, s) => ({ top: p, bottom: 2n * s + 1n }),
  dhondt: (p, s) => ({ top: p, bottom: s + 1n }),
};

/** Among those before everybody else the larger population is first: a first seat for all, the largest served first. */
function compareOffers(a: Offer, b: Offer): number {
  if (a.bottom === 0n && b.bottom === 0n)
    return Number(a.population > b.population) - Number(a.population < b.population);
  const left = a.top * b.bottom;
  const right = b.top * a.bottom;
  return Number(left > right) - Number(left < right);
}

export function byDivisors(divisor: Divisor, populations: readonly number[], house: House): Held {
  const held = certainSeats(populations, house);
  const offer = (position: number): Offer => {
    const population = BigInt(populations[position]!);
    return { ...divisor(population, BigInt(held[position]!)), population };
  };
  const claimants = populations.flatMap((population, position) =>
    population > 0 && held[position]! < house.cap ? [position] : [],
  );
  const offers = new Map(claimants.map((position) => [position, offer(position)]));
  for (let left = house.seats - sum(held); left > 0;) {
    const best = highest(offers);
    if (best.length > left) return { held, tie: { among: best, seats: left } };
    for (const position of best) {
      held[position]! += 1;
      if (held[position] === house.cap) offers.delete(position);
      else offers.set(position, offer(position));
    }
    left -= best.length;
  }
  return { held, tie: null };
}

function highest(offers: ReadonlyMap<number, Offer>): number[] {
  let best: number[] = [];
  let top: Offer | null = null;
  for (const [position, offer] of offers) {
    const order = top === null ? 1 : compareOffers(offer, top);
    if (order > 0) [best, top] = [[position], offer];
    else if (order === 0) best.push(position);
  }
  return best;
}

/**
 * Seats every divisor method is sure to give, so that a large house is not filled one seat at a time. With the divisor
 * D = P / (S - n - n·m) each body is owed at least ⌊p / D⌋ and at most ⌈p / D⌉ or the minimum m; together at most S, so the
 * final divisor is no larger than D and nobody ends with less. Whoever is owed the cap so has it, and the others share the rest
 * in the same way.
 */
function certainSeats(populations: readonly number[], { seats, minimum, cap }: House): number[] {
  const held = populations.map(() => minimum);
  let sharing = Array.from(populations.keys());
  for (let left = seats; ;) {
    const people = sharing.reduce((total, position) => total + BigInt(populations[position]!), 0n);
    const spare = BigInt(left) - BigInt(sharing.length) * BigInt(1 + minimum);
    if (spare <= 0n || people === 0n) return held;
    const owed = (position: number) => Number((BigInt(populations[position]!) * spare) / people);
    const below = sharing.filter((position) => owed(position) < cap);
    for (const position of sharing) held[position] = Math.min(cap, Math.max(minimum, owed(position)));
    if (below.length === sharing.length) return held;
    left -= cap * (sharing.length - below.length);
    sharing = below;
  }
}

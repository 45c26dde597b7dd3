/**
 * Hamilton's method with a minimum, as the United States used it from 1850 (Vinton's act): a body whose quota is below the
 * minimum is lifted to it; the others have the whole part of their quota; what is left goes to the largest remainders of
 * those who were not lifted. If lifting alone uses up too many seats, the lifted bodies are set aside with their minimum and
 * the rest share anew what remains.
 *
 * Bodies whose quota is above the cap are set aside with the cap, and the rest share anew; where all that is above the cap is
 * less than all that is below the minimum, the others are set aside first, since sharing anew may take the excess away.
 */
import { sum } from './integers.js';
import type { Held, House } from './apportion.js';

interface Quota {
  readonly position: number;
  /** The quota times the people. */
  readonly share: bigint;
  readonly whole: number;
  readonly remainder: bigint;
}

export function hamilton(populations: readonly number[], { seats, minimum, cap }: House): Held {
  const held = populations.map(() => minimum);
  let sharing = Array.from(populations.keys());
  let house = seats;
  const setAside = (some: readonly Quota[], each: number) => {
    const gone = new Set(some.map((quota) => quota.position));
    for (const position of gone) held[position] = each;
    sharing = sharing.filter((position) => !gone.has(position));
    house -= each * gone.size;
  };
  for (;;) {
    const { quotas, people } = quotasOf(populations, sharing, house);
    const above = quotas.filter(({ share }) => share > BigInt(cap) * people);
    const [lifted, earned] = [
      quotas.filter(({ whole }) => whole < minimum),
      quotas.filter(({ whole }) => whole >= minimum),
    ];
    const left = house - sum(earned.map((quota) => quota.whole)) - minimum * lifted.length;
    if (above.length > 0 && apart(above, cap, people) >= apart(lifted, minimum, people)) setAside(above, cap);
    else if (above.length > 0 || left < 0) setAside(lifted, minimum);
    else {
      for (const { position, whole } of earned) held[position] = whole;
      return giveRemainders(held, earned, left);
    }
  }
}

function quotasOf(populations: readonly number[], sharing: readonly number[], house: number) {
  const people = sharing.reduce((total, position) => total + BigInt(populations[position]!), 0n);
  const quotas = sharing.map((position): Quota => {
    const share = BigInt(populations[position]!) * BigInt(house);
    if (people === 0n) return { position, share, whole: 0, remainder: 0n };
    return { position, share, whole: Number(share / people), remainder: share % people };
  });
  return { quotas, people };
}

/** How far these quotas are from the bound that they break, together, times the people. */
function apart(quotas: readonly Quota[], bound: number, people: bigint): bigint {
  const difference = quotas.reduce((total, { share }) => total + share - BigInt(bound) * people, 0n);
  return difference < 0n ? -difference : difference;
}

function giveRemainders(held: number[], earned: readonly Quota[], left: number): Held {
  const ranked = [...earned].sort((a, b) => (a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1));
  if (left === 0) return { held, tie: null };
  const edge = ranked[left - 1]!.remainder;
  const above = ranked.filter((quota) => quota.remainder > edge);
  const level = ranked.filter((quota) => quota.remainder === edge);
  const tied = above.length + level.length > left;
  for (const { position } of tied ? above : ranked.slice(0, left)) held[position]! += 1;
  const among = level.map((quota) => quota.position).sort((a, b) => a - b);
  return { held, tie: tied ? { among, seats: left - above.length } : null };
}

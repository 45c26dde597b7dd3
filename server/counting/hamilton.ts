/**
 * Hamilton's method with a minimum, as the United States used it from 1850 (Vinton's act): a body whose quota is below the
 * minimum is lifted to it; the others have the whole part of their quota; what is left goes to the largest remainders of
 * those who were not lifted. If lifting alone uses up too many seats, the lifted bodies are set aside with their minimum and
 * the rest share anew what remains.
 */
import { sum } from './integers.js';
import type { Held } from './apportion.js';

interface Quota {
  readonly position: number;
  readonly whole: number;
  readonly remainder: bigint;
}

export function hamilton(populations: readonly number[], seats: number, minimum: number): Held {
  const held = populations.map(() => minimum);
  let sharing = populations.map((_, position) => position);
  for (;;) {
    const house = seats - minimum * (populations.length - sharing.length);
    const quotas = quotasOf(populations, sharing, house);
    const earned = quotas.filter((quota) => quota.whole >= minimum);
    const lifted = quotas.length - earned.length;
    const left = house - sum(earned.map((quota) => quota.whole)) - minimum * lifted;
    if (left >= 0) {
      for (const { position, whole } of earned) held[position] = whole;
      return giveRemainders(held, earned, left);
    }
    sharing = earned.map((quota) => quota.position);
  }
}

function quotasOf(populations: readonly number[], sharing: readonly number[], house: number): Quota[] {
  const people = sharing.reduce((total, position) => total + BigInt(populations[position]!), 0n);
  return sharing.map((position) => {
    const share = BigInt(populations[position]!) * BigInt(house);
    if (people === 0n) return { position, whole: 0, remainder: 0n };
    return { position, whole: Number(share / people), remainder: share % people };
  });
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

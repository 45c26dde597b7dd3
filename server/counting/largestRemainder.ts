/**
 * Divides whole votes in proportion to counts: everybody gets the whole part of their share, and what is left goes one each
 * to the largest remainders. Equal remainders at the edge go by the order given, and are reported.
 */
import { sum } from './integers.js';

export interface Division {
  readonly parts: readonly number[];
  /** Positions whose equal remainders had to be settled by the order; empty when arithmetic alone decided. */
  readonly tied: readonly number[];
}

/** `counts` stand in the order that settles equal remainders, the favoured one first. */
export function largestRemainder(votes: number, counts: readonly number[]): Division {
  const whole = BigInt(sum(counts));
  if (whole === 0n) throw new RangeError('nothing can be divided in proportion to nothing');
  const weight = BigInt(votes);
  const shares = counts.map((count, position) => {
    const share = weight * BigInt(count);
    return { position, part: Number(share / whole), remainder: share % whole };
  });
  const left = votes - sum(shares.map((share) => share.part));
  const ranked = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.position - b.position : a.remainder > b.remainder ? -1 : 1,
  );
  const lucky = ranked.slice(0, left).map((share) => share.position);
  const edge = left > 0 && ranked[left - 1]!.remainder === ranked[left]?.remainder ? ranked[left]!.remainder : null;
  return {
    parts: shares.map(({ position, part }) => part + (lucky.includes(position) ? 1 : 0)),
    tied: edge === null ? [] : shares.filter((share) => share.remainder === edge).map((share) => share.position),
  };
}

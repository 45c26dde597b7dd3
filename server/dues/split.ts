/**
 * How dues divide between the levels: each share is the whole part of its exact fraction, and what is left stays with
 * the group that was paid, so that the parts always sum to the payment. Whole numbers only; nothing is rounded up.
 */
import type { Fraction } from '../counting/fraction.js';

export interface Divided {
  /** In the order of the shares. */
  readonly parts: readonly bigint[];
  /** What stays with the group that was paid. */
  readonly rest: bigint;
}

/**
 * Divides the step from `before` to `after`, both counted from nothing paid of the same charge. A charge paid in many
 * parts so divides exactly as if it had been paid at once: fractions of a cent that the group held are passed on by the
 * step that completes them. A step down takes back what the same step up gave.
 */
export function divide(before: bigint, after: bigint, shares: readonly Fraction[]): Divided {
  const parts = shares.map((share) => wholePart(after, share) - wholePart(before, share));
  return { parts, rest: after - before - parts.reduce((sum, part) => sum + part, 0n) };
}

const wholePart = (amount: bigint, { top, bottom }: Fraction): bigint => (amount * top) / bottom;

/** Whether shares leave nothing below zero to the group that was paid. */
export function atMostAll(shares: readonly Fraction[]): boolean {
  const sum = shares.reduce(
    (all, { top, bottom }) => ({ top: all.top * bottom + top * all.bottom, bottom: all.bottom * bottom }),
    { top: 0n, bottom: 1n },
  );
  return sum.top <= sum.bottom;
}

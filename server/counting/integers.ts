/**
 * Whole numbers for sums of people and votes. A count is a JavaScript integer, checked to stay below 2^53 so that it can be
 * printed exactly; wherever two counts are multiplied, the product is a bigint.
 */
export class TooLarge extends Error {
  constructor() {
    super('the numbers add up to more than can be printed exactly (2^53 - 1)');
    this.name = 'TooLarge';
  }
}

export function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return safe(total);
}

export function safe(total: number): number {
  if (!Number.isSafeInteger(total)) throw new TooLarge();
  return total;
}

/** The largest r with r * r <= n, by Newton's steps from above. */
export function squareRootFloor(n: bigint): bigint {
  if (n < 0n) throw new RangeError('a square root is asked only of 0 or more');
  if (n < 2n) return n;
  let guess = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/**
 * The integer nearest to the square root of n. There is never a tie to settle: halfway would mean √n = r + ½, so
 * n = r² + r + ¼, which no whole n can be. Hence r + 1 is nearer exactly when n > r² + r.
 */
export function nearestSquareRoot(n: number): number {
  const members = BigInt(n);
  const root = squareRootFloor(members);
  return Number(members > root * root + root ? root + 1n : root);
}

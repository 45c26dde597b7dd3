/** Exact arithmetic on whole numbers held in doubles, for figures that may outgrow 2^53 on the way to a small result. */

/** ⌊a × b ÷ c⌋. Below 2^53 the quotient of doubles cannot be rounded up to the next whole number, so its floor is exact. */
export function portion(a: number, b: number, c: number): number {
  const product = a * b;
  return product <= Number.MAX_SAFE_INTEGER ? Math.floor(product / c) : Number((BigInt(a) * BigInt(b)) / BigInt(c));
}

/** ⌈a × b ÷ c⌉. */
export function portionUp(a: number, b: number, c: number): number {
  return Number((BigInt(a) * BigInt(b) + BigInt(c) - 1n) / BigInt(c));
}

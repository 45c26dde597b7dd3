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

/**
 * ⌈a × b ÷ 10^9⌉ for whole a and b up to 10^9. The quotient of doubles is one off at most, and how far it is off, in
 * billionths, fits 32 bits, in which products are exact.
 */
export function billionthsUp(a: number, b: number): number {
  const about = Math.floor((a * b) / 1e9);
  const rest = (Math.imul(a, b) - Math.imul(about, 1e9)) | 0;
  if (rest <= 0) return about;
  return rest <= 1e9 ? about + 1 : about + 2;
}

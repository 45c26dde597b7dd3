/**
 * A share, written "1/2" in a rule book. Two shares are compared by cross multiplication, never by dividing, so that
 * "2/3 of 1,000,000,001" is exact.
 */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const WRITTEN = /^(0|[1-9][0-9]{0,17})\/([1-9][0-9]{0,17})$/;

/** Reads "a/b" with plain digits and b above 0; anything else is null, so that the caller can say where it stood. */
export function parseFraction(text: string): Fraction | null {
  const match = WRITTEN.exec(text);
  return match ? { top: BigInt(match[1]!), bottom: BigInt(match[2]!) } : null;
}

/** A share that was validated when the file was read. */
export function fraction(text: string): Fraction {
  const parsed = parseFraction(text);
  if (!parsed) throw new RangeError(`not a fraction such as "1/2": ${text}`);
  return parsed;
}

export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.top * b.bottom;
  const right = b.top * a.bottom;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function shareOf(share: Fraction, whole: number): Fraction {
  return { top: share.top * BigInt(whole), bottom: share.bottom };
}

/** More than the share of the whole when strict, else at least the share. */
export function reaches(count: number, share: Fraction, whole: number, strict: boolean): boolean {
  const order = compare({ top: BigInt(count), bottom: 1n }, shareOf(share, whole));
  return strict ? order > 0 : order >= 0;
}

/** The smallest whole count that reaches the share. */
export function leastReaching(share: Fraction, whole: number, strict: boolean): number {
  const { top, bottom } = shareOf(share, whole);
  return Number(strict ? top / bottom + 1n : (top + bottom - 1n) / bottom);
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

/** The value as it is printed: a whole number where it is one, otherwise the reduced fraction. */
export function exact({ top, bottom }: Fraction): number | string {
  if (top % bottom === 0n) return Number(top / bottom);
  const divisor = commonDivisor(top, bottom);
  return `${top / divisor}/${bottom / divisor}`;
}

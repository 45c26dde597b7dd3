// The division of dues, by its laws and by published figures.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fraction, type Fraction } from '../../../server/counting/fraction.js';
import { allot } from '../../../server/dues/allot.js';
import { atMostAll, divide } from '../../../server/dues/split.js';

const all = (parts: readonly bigint[]) => parts.reduce((sum, part) => sum + part, 0n);

/** Shares of a whole cut at random places: some take nothing, and together they take at most all of it. */
const shares: fc.Arbitrary<Fraction[]> = fc
  .tuple(fc.bigInt(1n, 10n ** 9n), fc.array(fc.bigInt(0n, 10n ** 9n), { maxLength: 8 }))
  .map(([spare, weights]) => {
    const bottom = all(weights) + spare;
    return weights.map((top) => ({ top, bottom }));
  });

test('every amount from 0.01 to 100.00 over random shares sums exactly, and no share is above its fraction or a cent below it', () => {
  fc.assert(
    fc.property(shares, (division) => {
      for (let amount = 1n; amount <= 10_000n; amount++) {
        const { parts, rest } = divide(0n, amount, division);
        if (all(parts) + rest !== amount || rest < 0n) return false;
        for (const [i, { top, bottom }] of division.entries()) {
          const over = amount * top - parts[i]! * bottom;
          if (over < 0n || over >= bottom) return false;
        }
      }
      return true;
    }),
    { numRuns: 40 },
  );
});

test('a charge paid in parts divides as if it had been paid at once', () => {
  fc.assert(
    fc.property(shares, fc.array(fc.bigInt(1n, 500n), { minLength: 1, maxLength: 30 }), (division, steps) => {
      const total = all(steps);
      const sums = division.map(() => 0n);
      let paid = 0n;
      let rest = 0n;
      for (const step of steps) {
        const divided = divide(paid, paid + step, division);
        divided.parts.forEach((part, i) => (sums[i]! += part));
        rest += divided.rest;
        paid += step;
        if (divided.parts.some((part) => part < 0n) || rest < 0n) return false;
      }
      const whole = divide(0n, total, division);
      return sums.every((sum, i) => sum === whole.parts[i]) && rest === whole.rest;
    }),
  );
});

test('a step down takes back what the step up gave', () => {
  fc.assert(
    fc.property(shares, fc.bigInt(0n, 10_000n), fc.bigInt(0n, 10_000n), (division, from, to) => {
      const up = divide(from, to, division);
      const down = divide(to, from, division);
      return down.rest === -up.rest && down.parts.every((part, i) => part === -up.parts[i]!);
    }),
  );
});

describe('CNT’s published division: 46 to the union, 12, 12, 12, 8, 5 and 5 hundredths to the others', () => {
  const cnt = ['12/100', '12/100', '12/100', '8/100', '5/100', '5/100'].map(fraction);

  test('1,000 payments of 28.00 lose no cent', () => {
    const sums = cnt.map(() => 0n);
    let kept = 0n;
    for (let i = 0; i < 1_000; i++) {
      const { parts, rest } = divide(0n, 2_800n, cnt);
      parts.forEach((part, at) => (sums[at]! += part));
      kept += rest;
    }
    expect([kept, ...sums]).toEqual([1_288_000n, 336_000n, 336_000n, 336_000n, 224_000n, 140_000n, 140_000n]);
    expect(kept + all(sums)).toBe(2_800_000n);
  });
});

test('268 payments of 28.00 by halves, a fifth and three tenths', () => {
  const { parts, rest } = divide(0n, 2_800n, ['1/5', '3/10'].map(fraction));
  expect([rest, ...parts].map((part) => part * 268n)).toEqual([375_200n, 150_080n, 225_120n]);
});

test('shares that take more than all are known', () => {
  expect(atMostAll(['1/3', '1/3', '1/3'].map(fraction))).toBe(true);
  expect(atMostAll(['1/3', '1/3', '334/1000'].map(fraction))).toBe(false);
  expect(atMostAll([])).toBe(true);
});

test('money settles what is owed longest first, in part if need be, and the rest is credit', () => {
  const owed = [
    { id: 'a', amount: 2_800n, settled: 1_800n },
    { id: 'b', amount: 500n, settled: 0n },
  ];
  expect(allot(1_200n, owed)).toEqual({
    parts: [
      { charge: owed[0], amount: 1_000n },
      { charge: owed[1], amount: 200n },
    ],
    rest: 0n,
  });
  expect(allot(1_600n, owed).rest).toBe(100n);
  expect(allot(7n, [])).toEqual({ parts: [], rest: 7n });
});

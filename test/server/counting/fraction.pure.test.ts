import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compare,
  exact,
  fraction,
  leastReaching,
  parseFraction,
  reaches,
  shareOf,
} from '../../../server/counting/fraction.js';
import { nearestSquareRoot, squareRootFloor } from '../../../server/counting/integers.js';

const anyFraction = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([top, bottom]) => ({ top, bottom }));

describe('a fraction as it is written', () => {
  test.each(['1/2', '0/1', '2/3', '10/4'])('%s is one', (text) => expect(parseFraction(text)).not.toBeNull());

  test.each([
    '',
    '1',
    '1/0',
    '01/2',
    '1/02',
    '-1/2',
    '+1/2',
    '1 / 2',
    '1/2 ',
    '0.5',
    '½',
    '1e3/2',
    '1/2/3',
    '1'.repeat(19) + '/1',
  ])('"%s" is none', (text) => expect(parseFraction(text)).toBeNull());

  test('text that was never checked is not taken for one', () => expect(() => fraction('half')).toThrow(/half/));
});

describe('the laws of fractions', () => {
  test('scaling a fraction changes nothing', () => {
    fc.assert(
      fc.property(anyFraction, fc.bigInt({ min: 1n, max: 10n ** 9n }), ({ top, bottom }, k) => {
        const scaled = { top: top * k, bottom: bottom * k };
        expect(compare(scaled, { top, bottom })).toBe(0);
        expect(exact(scaled)).toBe(exact({ top, bottom }));
      }),
    );
  });

  test('comparing one way is the opposite of comparing the other way', () => {
    fc.assert(fc.property(anyFraction, anyFraction, (a, b) => expect(compare(a, b) + compare(b, a)).toBe(0)));
  });

  test('the least count that reaches a share reaches it, and one less does not', () => {
    fc.assert(
      fc.property(anyFraction, fc.nat(10 ** 6), fc.boolean(), (share, whole, strict) => {
        fc.pre(share.top <= share.bottom);
        const least = leastReaching(share, whole, strict);
        expect(reaches(least, share, whole, strict)).toBe(true);
        expect(reaches(least - 1, share, whole, strict)).toBe(false);
      }),
    );
  });
});

describe('exact where floating point is not', () => {
  test('two thirds of a number too large for doubles', () => {
    const whole = 9007199254740991;
    expect(exact(shareOf(fraction('2/3'), whole))).toBe('18014398509481982/3');
    expect(reaches(6004799503160661, fraction('2/3'), whole, true)).toBe(true);
    expect(reaches(6004799503160660, fraction('2/3'), whole, false)).toBe(false);
  });

  test('a third of three tenths is one tenth', () => expect(reaches(1, fraction('1/3'), 3, false)).toBe(true));
});

describe('square roots', () => {
  test('the nearest integer, as defined: no other is nearer', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 12), (n) => {
        const root = BigInt(nearestSquareRoot(n));
        const four = 4n * BigInt(n);
        expect((2n * root - 1n) ** 2n <= four || root === 0n).toBe(true);
        expect((2n * root + 1n) ** 2n).toBeGreaterThan(four);
      }),
    );
  });

  test('around the halfway marks', () => {
    expect([0, 1, 2, 3, 4, 6, 7, 12, 13, 20, 21].map(nearestSquareRoot)).toEqual([0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5]);
  });

  test('the whole part of the root of a very large number', () => {
    const root = 12345678901234567890n;
    expect(squareRootFloor(root * root)).toBe(root);
    expect(squareRootFloor(root * root - 1n)).toBe(root - 1n);
    expect(() => squareRootFloor(-1n)).toThrow();
  });
});

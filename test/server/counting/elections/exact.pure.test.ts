/** The exact arithmetic of counts against whole numbers without limit. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { billionthsUp, portion, portionUp } from '../../../../server/counting/elections/exact.js';

const counting = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

test('a × b ÷ c, cut or rounded up, on either side of 2^53', () => {
  const nearBoundary = fc
    .record({ a: fc.integer({ min: 1, max: 10 ** 6 }), offset: fc.integer({ min: -3, max: 3 }), c: counting })
    .map(({ a, offset, c }) => ({ a, b: Math.max(0, Math.floor(2 ** 53 / a) + offset), c }));
  const anywhere = fc
    .record({ a: counting, b: counting, c: counting })
    .map(({ a, b, c }) => ({ a: Math.min(a, c), b, c }));
  fc.assert(
    fc.property(fc.oneof(nearBoundary, anywhere), ({ a, b, c }) => {
      const product = BigInt(a) * BigInt(b);
      const cut = product / BigInt(c);
      expect(portion(a, b, c)).toBe(Number(cut));
      expect(portionUp(a, b, c)).toBe(Number(cut * BigInt(c) === product ? cut : cut + 1n));
    }),
    { numRuns: 20_000 },
  );
});

test('a whole quotient is never passed by the floor of its double', () => {
  const quotients = fc.record({ c: fc.integer({ min: 2, max: 2 ** 31 }), q: fc.integer({ min: 1, max: 2 ** 22 }) });
  fc.assert(
    fc.property(quotients, ({ c, q }) => {
      expect(portion(c * q - 1, 1, c)).toBe(q - 1);
      expect(portion(c * q, 1, c)).toBe(q);
    }),
    { numRuns: 20_000 },
  );
});

test('billionths, rounded up', () => {
  const billion = fc.integer({ min: 0, max: 1_000_000_000 });
  fc.assert(
    fc.property(billion, billion, (a, b) => {
      const up = (BigInt(a) * BigInt(b) + 999_999_999n) / 1_000_000_000n;
      expect(billionthsUp(a, b)).toBe(Number(up));
    }),
    {
      numRuns: 20_000,
      examples: [
        [1_000_000_000, 1_000_000_000],
        [1, 1_000_000_000],
        [0, 5],
        [1, 1],
        [31_250, 32_000],
      ],
    },
  );
});

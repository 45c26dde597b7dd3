// The picture of a body's money: what is drawn is in proportion, and every label has its room.
import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import { layMoneyFlow, minorUnits, type MoneyEnd } from '../../client/src/graphics/moneyFlow';

const ends = (amounts: bigint[], side: string): MoneyEnd[] =>
  amounts.map((amount, at) => ({ key: `${side}${at}`, label: `${side} ${at}`, amount }));
const room = { extent: 200, words: 40, gap: 8 };

test('streams are as high as their share, on both sides and at the body', () => {
  const { sources, sinks, body } = layMoneyFlow(ends([300n, 100n], 'in'), ends([200n, 150n, 50n], 'out'), room);
  expect(sources.map(({ from, to }) => Math.round(to - from))).toEqual([150, 50]);
  expect(sinks.map(({ from, to }) => Math.round(to - from))).toEqual([100, 75, 25]);
  expect(Math.round(sinks.at(-1)!.bodyTo)).toBe(Math.round(body.to));
  expect(sources[0]!.bodyFrom).toBe(body.from);
});

test('whatever the sums, no two labels touch and nothing leaves the picture', () => {
  const amounts = fc.array(fc.bigInt(1n, 10n ** 12n), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(amounts, amounts, (into, out) => {
      const { sources, sinks, height } = layMoneyFlow(ends(into, 'in'), ends(out, 'out'), room);
      for (const side of [sources, sinks]) {
        side.forEach((end, at) => {
          expect(end.from).toBeGreaterThanOrEqual(-1e-6);
          expect(end.to).toBeLessThanOrEqual(height + 1e-6);
          if (at > 0) expect(end.words - side[at - 1]!.words).toBeGreaterThanOrEqual(room.words - 1e-6);
        });
      }
    }),
  );
});

test('a sum as text is read exactly', () => {
  expect(minorUnits('9007199254740993.01')).toBe(900719925474099301n);
  expect(minorUnits('28')).toBe(28n);
});

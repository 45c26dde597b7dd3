import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Requirement } from '../../../server/counting/index.js';
import { poll } from './files.js';

const asks = (fraction: string, base: Requirement['base'], strict: boolean) => ({
  threshold: { fraction, base, strict },
});

describe('a threshold', () => {
  test.each([
    ['more than half of those cast', asks('1/2', 'CAST', true), [6, 5, 9], 'CARRIED', '11/2'],
    ['exactly half is not more than half', asks('1/2', 'CAST', true), [5, 5, 0], 'DEFEATED', 5],
    ['a tie does not carry even where half would be enough', asks('1/2', 'CAST', false), [5, 5, 0], 'DEFEATED', 5],
    ['at least two thirds, met exactly', asks('2/3', 'CAST', false), [8, 4, 1], 'CARRIED', 8],
    ['more than two thirds, met exactly', asks('2/3', 'CAST', true), [8, 4, 1], 'DEFEATED', 8],
    ['abstentions weigh against where the base is PRESENT', asks('1/2', 'PRESENT', true), [6, 5, 1], 'DEFEATED', 6],
    ['and one vote more carries', asks('1/2', 'PRESENT', true), [7, 5, 1], 'CARRIED', '13/2'],
    [
      'those who stay away weigh against where the base is ENTITLED',
      asks('1/2', 'ENTITLED', true),
      [50, 0, 0],
      'DEFEATED',
      50,
    ],
    ['and one vote more carries there', asks('1/2', 'ENTITLED', true), [51, 0, 0], 'CARRIED', 50],
    ['a quarter of all entitled must agree as well', asks('1/4', 'ENTITLED', false), [24, 3, 0], 'DEFEATED', 25],
    ['and no share makes up for fewer FOR than AGAINST', asks('1/4', 'ENTITLED', false), [30, 40, 0], 'DEFEATED', 25],
    ['everybody', asks('1/1', 'CAST', false), [9, 0, 3], 'CARRIED', 9],
    ['nobody at all', asks('0/1', 'CAST', false), [0, 0, 0], 'DEFEATED', 0],
    ['abstentions alone', asks('1/2', 'CAST', false), [0, 0, 7], 'DEFEATED', 0],
  ] as const)('%s', (_, rule, tally, outcome, needed) => {
    expect(poll(rule, [...tally])).toMatchObject({ outcome, needed });
  });

  test('left out, it is more FOR than AGAINST', () => {
    expect(poll({ threshold: null }, [2, 1, 50]).outcome).toBe('CARRIED');
    expect(poll({ threshold: null }, [1, 1, 50]).outcome).toBe('DEFEATED');
  });

  const anyRule = fc
    .tuple(
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('CAST', 'PRESENT', 'ENTITLED'),
      fc.boolean(),
    )
    .filter(([top, bottom]) => top < bottom)
    .map(([top, bottom, base, strict]) => ({ top, bottom, base: base as Requirement['base'], strict }));
  const tally = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30));

  test('writing the fraction larger changes nothing', () => {
    fc.assert(
      fc.property(anyRule, tally, fc.integer({ min: 1, max: 999 }), ({ top, bottom, base, strict }, votes, k) => {
        const plain = poll(asks(`${top}/${bottom}`, base, strict), votes);
        const scaled = poll(asks(`${top * k}/${bottom * k}`, base, strict), votes);
        expect([scaled.outcome, scaled.needed]).toEqual([plain.outcome, plain.needed]);
      }),
    );
  });

  test('a vote that moves from AGAINST to FOR never defeats', () => {
    fc.assert(
      fc.property(anyRule, tally, ({ top, bottom, base, strict }, [yes, no, abstain]) => {
        fc.pre(no > 0);
        const rule = asks(`${top}/${bottom}`, base, strict);
        if (poll(rule, [yes, no, abstain]).outcome === 'CARRIED') {
          expect(poll(rule, [yes + 1, no - 1, abstain]).outcome).toBe('CARRIED');
        }
      }),
    );
  });

  test('at least as many AGAINST as FOR never carry', () => {
    fc.assert(
      fc.property(anyRule, tally, ({ top, bottom, base, strict }, [yes, no, abstain]) => {
        fc.pre(yes <= no);
        expect(poll(asks(`${top}/${bottom}`, base, strict), [yes, no, abstain]).outcome).toBe('DEFEATED');
      }),
    );
  });
});

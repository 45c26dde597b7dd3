import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { capFor } from '../../../server/counting/cap.js';
import { fraction } from '../../../server/counting/fraction.js';
import type { Rule } from '../../../server/counting/index.js';
import { GROUPS, body, decideMotion } from './files.js';

const rolls = [24, 12, 9, 18, 7, 11, 8, 61, 33, 15, 42, 28];
const weightsOf = (weight: Rule['weight'], members = rolls, given?: number[]) =>
  decideMotion(
    { ...GROUPS, weight },
    members.map((entitled, at) => body(`b${at}`, entitled, [Math.min(entitled, 1), 0], { weight: given?.[at] })),
  ).tree.map((part) => part.weight);

const bands: [number | null, number][] = [[9, 1], [19, 2], [39, 3], [69, 4], [null, 5]]; // prettier-ignore

describe('the weight of a body', () => {
  test('EQUAL: one each', () => expect(weightsOf({ kind: 'EQUAL' })).toEqual(rolls.map(() => 1)));

  test('PER_CAPITA: one for each member in good standing', () =>
    expect(weightsOf({ kind: 'PER_CAPITA' })).toEqual(rolls));

  test('BANDS: by upper limits, 28 votes in the demonstration federation', () => {
    const weights = weightsOf({ kind: 'BANDS', bands });
    expect(weights).toEqual([3, 2, 1, 2, 1, 2, 1, 4, 3, 2, 4, 3]);
    expect(weightsOf({ kind: 'BANDS', bands }, [9, 10, 19, 20, 69, 70, 5000])).toEqual([1, 2, 2, 3, 4, 5, 5]);
  });

  test('SQUARE_ROOT: the nearest integer', () => {
    expect(weightsOf({ kind: 'SQUARE_ROOT' }, [6, 7, 12, 13, 100])).toEqual([2, 3, 3, 4, 10]);
  });

  test('GIVEN: as published, and needed', () => {
    expect(weightsOf({ kind: 'GIVEN' }, [5, 6], [2, 1])).toEqual([2, 1]);
    expect(() => weightsOf({ kind: 'GIVEN' }, [5, 6])).toThrow('bodies[0].weight: expected the weight of the body');
  });

  test('APPORTIONED: seats by a named method with a minimum', () => {
    const weight = { kind: 'APPORTIONED', seats: 20, method: 'webster', minimum: 1 } as const;
    expect(weightsOf(weight, [61, 33, 4])).toEqual([12, 7, 1]);
  });

  test('APPORTIONED with equal claims asks for an order rather than choosing', () => {
    const weight = { kind: 'APPORTIONED', seats: 3, method: 'hamilton' } as const;
    expect(() => weightsOf(weight, [5, 5])).toThrow('rule.weight.ties: expected an order for b0, b1');
    expect(weightsOf({ ...weight, ties: ['b1', 'b0'] }, [5, 5])).toEqual([1, 2]);
    expect(() => weightsOf({ ...weight, minimum: 9 }, [5, 5])).toThrow(/rule\.weight: expected an apportionment/);
  });

  test('kinds that count members need the roll', () => {
    for (const kind of ['PER_CAPITA', 'SQUARE_ROOT'] as const) {
      const unknown = { name: 'North', tally: { FOR: 1 } };
      expect(() => decideMotion({ ...GROUPS, weight: { kind } }, [unknown])).toThrow(/bodies\[0\]\.entitled/);
    }
  });

  test('weights too large to add up exactly are refused', () => {
    const huge = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
    expect(() => weightsOf({ kind: 'GIVEN' }, [5, 6], huge)).toThrow(/2\^53/);
  });
});

describe('a cap: no body above a share of the total', () => {
  test('holds the largest at the share of the total that remains', () => {
    expect(weightsOf({ kind: 'PER_CAPITA', cap: '1/4' }, [100, 20, 20, 20])).toEqual([20, 20, 20, 20]);
    expect(weightsOf({ kind: 'PER_CAPITA', cap: '1/3' }, [100, 20, 20, 20])).toEqual([30, 20, 20, 20]);
    expect(weightsOf({ kind: 'PER_CAPITA', cap: '1/1' }, [100, 20])).toEqual([100, 20]);
  });

  test('is named in the arithmetic with those it holds', () => {
    const rule = { ...GROUPS, weight: { kind: 'PER_CAPITA' as const, cap: '1/3' } };
    const bodies = [body('Big', 100, [9, 0]), body('B', 20, [9, 0]), body('C', 20, [0, 9]), body('D', 20, [0, 9])];
    expect(decideMotion(rule, bodies).arithmetic).toContain('The cap holds Big at 30 of 90 votes');
  });

  test('that so few bodies cannot keep holds them all at the least weight', () => {
    expect(weightsOf({ kind: 'PER_CAPITA', cap: '1/4' }, [100, 20, 0])).toEqual([20, 20, 0]);
    const rule = { ...GROUPS, weight: { kind: 'PER_CAPITA' as const, cap: '1/4' } };
    expect(decideMotion(rule, [body('A', 9, [1, 0]), body('B', 2, [1, 0])]).arithmetic).toContain(
      'The bodies are too few for the cap, so A are held at the least weight, 2 of 4 votes',
    );
  });

  test('keeps the share, and one vote more for those held would break it', () => {
    const votes = fc.array(fc.nat(500), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (own, a, b) => {
        const [top, bottom] = [Math.min(a, b), Math.max(a, b)];
        const { limit, kept } = capFor(own, fraction(`${top}/${bottom}`));
        const capped = (most: number) => own.map((votes) => Math.min(votes, most));
        const keeps = (most: number) => {
          const held = capped(most);
          return Math.max(...held) * bottom <= top * held.reduce((sum, votes) => sum + votes, 0);
        };
        expect(keeps(limit)).toBe(kept);
        if (kept && limit < Math.max(...own)) expect(keeps(limit + 1)).toBe(false);
        if (!kept) expect(new Set(capped(limit).filter((votes) => votes > 0)).size).toBe(1);
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { castSplit } from '../../../server/counting/cast.js';
import { readOptions } from '../../../server/counting/tally.js';
import { GROUPS, body, decideMotion } from './files.js';

const threshold = (fraction: string, base: 'CAST' | 'PRESENT' | 'ENTITLED', strict = false) => ({
  voting: 'MEMBERS' as const,
  threshold: { fraction, base, strict },
});
const twoThirds = threshold('2/3', 'CAST');
const motionOptions = readOptions(['FOR', 'AGAINST', 'ABSTAIN']);

/** What one body of 100 casts with weight 7, by a rule of its own if it has one. */
function castOf(tally: number[], rule?: object) {
  const above = {
    ...GROUPS,
    weight: { kind: 'GIVEN' as const },
    threshold: { fraction: '3/4', base: 'CAST' as const, strict: false },
  };
  return decideMotion(above, [body('One', 100, tally, { weight: 7, rule: rule as never })]).tree[0]!;
}

describe('casting as one bloc', () => {
  test('more FOR than AGAINST casts FOR, fewer AGAINST, equal ABSTAIN', () => {
    expect(castOf([5, 4]).cast).toEqual({ FOR: 7, AGAINST: 0, ABSTAIN: 0 });
    expect(castOf([4, 5]).cast).toEqual({ FOR: 0, AGAINST: 7, ABSTAIN: 0 });
    expect(castOf([4, 4]).cast).toEqual({ FOR: 0, AGAINST: 0, ABSTAIN: 7 });
    expect(castOf([0, 0, 9]).cast).toEqual({ FOR: 0, AGAINST: 0, ABSTAIN: 7 });
    expect(castOf([0, 0, 0])).toMatchObject({ cast: { FOR: 0, AGAINST: 0, ABSTAIN: 0 }, side: null });
  });

  test('the threshold above is for the decision above: a body without a rule mandates by more FOR than AGAINST', () => {
    expect(castOf([6, 4])).toMatchObject({ outcome: 'CARRIED', side: 'FOR', ownRule: false });
  });

  test('where its own rule asks more, CARRIED casts FOR and DEFEATED casts AGAINST', () => {
    expect(castOf([6, 4], twoThirds)).toMatchObject({ outcome: 'DEFEATED', side: 'AGAINST' });
    expect(castOf([8, 4], twoThirds)).toMatchObject({ outcome: 'CARRIED', side: 'FOR' });
    expect(castOf([5, 5], twoThirds)).toMatchObject({ outcome: 'DEFEATED', side: 'AGAINST' });
    expect(castOf([6, 4, 3], threshold('1/2', 'PRESENT'))).toMatchObject({
      outcome: 'DEFEATED',
      side: 'AGAINST',
    });
    expect(castOf([24, 4, 3], threshold('1/4', 'ENTITLED'))).toMatchObject({
      outcome: 'DEFEATED',
      side: 'AGAINST',
    });
  });

  test('an own rule that asks no more leaves a tie an abstention', () => {
    for (const rule of [threshold('1/2', 'CAST', true), threshold('1/2', 'CAST'), threshold('1/3', 'CAST'), {}]) {
      expect(castOf([5, 5], rule)).toMatchObject({ outcome: 'DEFEATED', side: 'ABSTAIN', ownRule: true });
    }
  });

  test('an own quorum that is missed casts nothing, whatever the threshold', () => {
    expect(castOf([30, 2], { ...twoThirds, quorum: { electors: '1/3' } })).toMatchObject({
      outcome: 'INQUORATE',
      side: null,
    });
  });
});

describe('casting a split weight', () => {
  const split = (tally: number[], weight: number) => {
    const [yes, no, abstain] = tally;
    return castSplit({ FOR: yes!, AGAINST: no!, ABSTAIN: abstain! }, weight, motionOptions);
  };

  test.each([
    ['in proportion', [10, 20, 10], 4, [1, 2, 1], []],
    ['the largest remainder gets the vote left', [5, 3, 1], 4, [2, 1, 1], []],
    ['equal remainders go to AGAINST first', [1, 1, 0], 1, [0, 1, 0], ['AGAINST', 'FOR']],
    ['then to ABSTAIN', [1, 0, 1], 1, [0, 0, 1], ['ABSTAIN', 'FOR']],
    ['and to FOR last', [1, 1, 1], 2, [0, 1, 1], ['AGAINST', 'ABSTAIN', 'FOR']],
    ['no weight divides into nothing', [3, 2, 1], 0, [0, 0, 0], []],
  ])('%s', (_, tally, weight, [yes, no, abstain], tied) => {
    expect(split(tally, weight)).toEqual({ cast: { FOR: yes, AGAINST: no, ABSTAIN: abstain }, tied });
  });

  test('the parts add up to the weight, and each is less than one vote from its exact share', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10 ** 6), { minLength: 3, maxLength: 3 }), fc.nat(10 ** 6), (tally, weight) => {
        const ballots = tally[0]! + tally[1]! + tally[2]!;
        fc.pre(ballots > 0);
        const { FOR, AGAINST, ABSTAIN } = split(tally, weight).cast;
        expect(FOR! + AGAINST! + ABSTAIN!).toBe(weight);
        [FOR, AGAINST, ABSTAIN].forEach((part, at) => {
          const apart = BigInt(part!) * BigInt(ballots) - BigInt(tally[at]!) * BigInt(weight);
          expect(apart < BigInt(ballots) && apart > -BigInt(ballots)).toBe(true);
        });
      }),
    );
  });

  test('says in the arithmetic that equal remainders were settled', () => {
    const rule = { ...GROUPS, cast: 'SPLIT' as const };
    const { arithmetic } = decideMotion(rule, [body('North', 9, [2, 2]), body('South', 9, [3, 0])]);
    expect(arithmetic).toContain('North: equal remainders, so the order AGAINST, FOR decided');
    expect(arithmetic).toContain('North: 2 FOR, 2 AGAINST, 0 ABSTAIN; casts 1 AGAINST');
  });
});

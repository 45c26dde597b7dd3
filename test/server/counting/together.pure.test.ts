// Bodies whose ballots are published in common: the same weights, the same sums and the same outcome as if each
// tally were told; only the step from a tally to a side is taken on trust.
import { describe, expect, test } from '@jest/globals';
import { checkDecisionFile, decide, type Body, type DecisionFile } from '../../../server/counting/index.js';

const file = (bodies: Body[], rule: object = {}): DecisionFile =>
  checkDecisionFile({
    options: ['FOR', 'AGAINST', 'ABSTAIN'],
    rule: {
      voting: 'GROUPS',
      weight: {
        kind: 'BANDS',
        bands: [
          [9, 1],
          [null, 2],
        ],
      },
      cast: 'BLOC',
      quorum: { bodies: '1/2' },
      ...rule,
    },
    bodies,
  });

const ash = { name: 'Ash', entitled: 20, tally: { FOR: 9, AGAINST: 4 } };
const bay = { name: 'Bay', entitled: 12, tally: { FOR: 1, AGAINST: 3 } };
const elm = { name: 'Elm', entitled: 6, tally: { FOR: 2, AGAINST: 1 } };
const pool = (sides: [string | null, string | null], more: object[] = [{}, {}]): Body => ({
  name: 'Bay and Elm',
  entitled: 18,
  tally: { FOR: 3, AGAINST: 4 },
  together: [
    { name: 'Bay', entitled: 12, side: sides[0], ...more[0] },
    { name: 'Elm', entitled: 6, side: sides[1], ...more[1] },
  ],
});

describe('bodies together', () => {
  test('decide as they would one by one', () => {
    const apart = decide(file([ash, bay, elm]));
    const together = decide(file([ash, pool(['AGAINST', 'FOR'])]));
    expect(together.outcome).toBe(apart.outcome);
    expect(together.lenses).toEqual(apart.lenses);
    expect(together.quorum).toEqual(apart.quorum);
    expect(together.tree.map(({ name, weight, cast }) => [name, weight, cast])).toEqual(
      apart.tree.map(({ name, weight, cast }) => [name, weight, cast]),
    );
  });

  test('say what each cast, and that its ballots are told only with others', () => {
    const { arithmetic } = decide(file([ash, pool(['AGAINST', 'FOR'])]));
    expect(arithmetic).toContain('Bay: casts 2 AGAINST; its few ballots are published with those of others');
  });

  test('have their divided votes told', () => {
    const split = decide(
      file([ash, pool(['AGAINST', 'FOR'], [{ cast: { FOR: 1, AGAINST: 1 } }, { cast: { FOR: 1 } }])], {
        cast: 'SPLIT',
      }),
    );
    expect(split.lenses.weight.totals).toEqual({ FOR: 3, AGAINST: 2, ABSTAIN: 0 });
  });

  test('one that cast nothing does not count as having taken part', () => {
    const { quorum } = decide(file([ash, pool([null, 'FOR'])]));
    expect(quorum.bodies).toMatchObject({ tookPart: 2, of: 3 });
  });

  test.each([
    ['a side that is no option', pool(['MAYBE', 'FOR']), /only the options FOR, AGAINST, ABSTAIN/],
    [
      'rolls that do not add up',
      { ...pool(['FOR', 'FOR']), entitled: 17 },
      /18, which the bodies together add up to, not 17/,
    ],
    [
      'a rule of the common entry',
      { ...pool(['FOR', 'FOR']), rule: { voting: 'MEMBERS' as const } },
      /nothing, because the body has bodies or a rule/,
    ],
    [
      'a name that stands elsewhere too',
      { ...pool(['FOR', 'FOR']), together: [{ name: 'Ash', entitled: 18, side: 'FOR' }] },
      /not "Ash" again/,
    ],
  ])('%s is refused', (_what, body, sentence) => {
    expect(() => file([ash, body as Body])).toThrow(sentence);
  });
});

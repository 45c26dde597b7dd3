/** Scottish rule, Meek's method and instant runoff against the naive ones, stage by stage, on random elections. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyContest, countIfPossible, plainContest, plainly } from './contests.js';
import { type Contested, type NaiveCount, NoChoice, irvNaively, meekNaively, scottishNaively } from './naiveStv.js';

const methods = [
  ['scottish-stv', scottishNaively],
  ['meek-stv', meekNaively],
  ['irv', irvNaively],
] as const;

function naivelyIfPossible(contested: Contested, naively: (contested: Contested) => NaiveCount): NaiveCount | null {
  try {
    return naively(contested);
  } catch (error) {
    if (error instanceof NoChoice) return null;
    throw error;
  }
}

test.each(methods)('%s', (method, naively) => {
  fc.assert(
    fc.property(plainContest, (made) => {
      const contested = method === 'irv' ? { ...made, seats: 1 } : made;
      expect(plainly(countIfPossible(contested, method)!)).toEqual(naively(contested));
    }),
    { numRuns: 2000 },
  );
});

test.each(methods)('%s, with withdrawals, re-opening nominations and constraints', (method, naively) => {
  let refused = 0;
  let runs = 0;
  fc.assert(
    fc.property(anyContest, (made) => {
      const contested = method === 'irv' ? { ...made, seats: 1 } : made;
      const counted = countIfPossible(contested, method);
      expect(counted && plainly(counted, contested.reopen)).toEqual(naivelyIfPossible(contested, naively));
      runs += 1;
      refused += counted === null ? 1 : 0;
    }),
    { numRuns: 3000 },
  );
  expect(runs - refused).toBeGreaterThan(1000);
});

// Papers put together say the same as before, and none is like another.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { papersOf, votesOf } from '../../../conformance/elections/papers.js';
import { gathered, Packing } from '../../../../server/counting/elections/formats/index.js';
import { elections } from './elections.js';

test('gathered papers hold the same votes, each way of marking once, in the order of their first', () => {
  fc.assert(
    fc.property(elections(), fc.array(fc.nat()), ({ ballots }, again) => {
      const rows = again.map((row) => (ballots.rows > 0 ? row % ballots.rows : -1)).filter((row) => row >= 0);
      const packing = new Packing(ballots.candidates);
      const drawn = papersOf(ballots);
      for (const row of rows) {
        for (const rank of drawn[row]![1].split(' ').filter(Boolean)) mark(packing, rank);
        packing.end(ballots.weights[row]!, ballots.weightDecimals);
      }
      const all = packing.ballots();
      const once = gathered(all);
      expect(votesOf(once)).toEqual(votesOf(all));
      expect(papersOf(once).map(([, ranks]) => ranks)).toEqual([...new Set(papersOf(all).map(([, ranks]) => ranks))]);
    }),
  );
});

function mark(packing: Packing, rank: string): void {
  if (rank === '-') return packing.skip();
  rank.split('=').forEach((number, i) => packing.mark(Number(number) - 1, i > 0));
}

test('papers of the same marks and other scores are not the same', () => {
  const packing = new Packing(2, { scored: true });
  for (const score of [3, 4, 3]) {
    packing.mark(0, false, score);
    packing.end();
  }
  const { rows, weights, scores } = gathered(packing.ballots());
  expect({ rows, weights: [...weights], scores: [...scores!] }).toEqual({ rows: 2, weights: [2, 1], scores: [3, 4] });
});

test('rows outgrow the first arrays and stay what they were', () => {
  const packing = new Packing(300);
  for (let row = 0; row < 3000; row += 1) {
    for (let rank = 0; rank <= row % 7; rank += 1) packing.mark((row * 31 + rank) % 300);
    packing.end(row + 1);
  }
  const { rows, weights, offsets, marks } = packing.ballots();
  expect(rows).toBe(3000);
  for (let row = 0; row < rows; row += 1) {
    const expected = Array.from({ length: (row % 7) + 1 }, (_, rank) => (row * 31 + rank) % 300);
    expect([weights[row], ...marks.subarray(offsets[row], offsets[row + 1])]).toEqual([row + 1, ...expected]);
  }
});

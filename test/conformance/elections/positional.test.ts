/** Points by rank: four finals of the Eurovision Song Contest, with the points of every song, and the tie of 1991. */
import { describe, expect, test } from '@jest/globals';
import { readBlt } from '../../../server/counting/elections/formats/readBlt.js';
import { count } from '../../../server/counting/elections/index.js';
import { type PublishedPositional, bytesOf, published } from './load.js';

const { points, contests } = published<PublishedPositional>('positional');

test('there are four', () => expect(contests).toHaveLength(4));

describe.each(contests)('$id', ({ id, file, ballots, scores, top, winner }) => {
  const { candidates, ...election } = readBlt(bytesOf(file));
  const counted = count({ candidates, ...election }, { method: 'positional', seats: 1, points });
  const name = (candidate: number) => candidates[candidate]!;

  test('the points of every song', () => {
    expect(counted.valid).toBe(ballots);
    expect(counted.decimals).toBe(0);
    expect(Object.fromEntries(counted.scores!.map((sum, candidate) => [name(candidate), sum]))).toEqual(scores);
  });

  test('the winner', () => {
    expect(counted.elected.map(({ candidate }) => name(candidate))).toEqual([winner ?? top[0]]);
  });

  if (id === 'eurovision-1991') {
    test('France and Sweden are level on points and on twelves, and Sweden has more tens', () => {
      const tie = counted.ties.find((each) => each.for === 'ELECTION')!;
      expect(tie.between.map(name)).toEqual(top);
      expect(tie).toMatchObject({ decidedBy: 'RULE', pick: candidates.indexOf('SE') });
    });
  }
});

/** Marking a ranked ballot: whatever is moved, nobody is lost or ranked twice, and the text that is cast can be read back. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isBallot, writeEach, writeRanks } from '../../server/counting/elections/marks';
import { isBlank, kindOf, readEach, readNumbers, readRanking } from '../../client/src/elections/ballotMarks';
import {
  add,
  canMove,
  join,
  move,
  moveTo,
  places,
  remove,
  standingOf,
  type Ranking,
} from '../../client/src/elections/ranking';

const five: Ranking = [[3], [1], [4], [5], [2]];

describe('a ranking', () => {
  test('begins with the first that is added, and goes on behind', () => {
    expect(add(add([], 4), 2)).toEqual([[4], [2]]);
    expect(add([[4], [2]], 4)).toEqual([[2], [4]]);
  });

  test('moves one candidate up or down a rank, the others keep their order', () => {
    expect(move(five, 4, -1)).toEqual([[3], [4], [1], [5], [2]]);
    expect(move(five, 4, 1)).toEqual([[3], [1], [5], [4], [2]]);
  });

  test('has nothing above the first and nothing below the last', () => {
    expect([canMove(five, 3, -1), canMove(five, 2, 1), canMove(five, 3, 1)]).toEqual([false, false, true]);
    expect(canMove(five, 9, 1)).toBe(false);
  });

  test('takes a candidate to any rank at once, and off it', () => {
    expect(moveTo(five, 2, 0)).toEqual([[2], [3], [1], [4], [5]]);
    expect(remove(five, 4)).toEqual([[3], [1], [5], [2]]);
    expect(standingOf(remove(five, 4), 4)).toBeNull();
  });

  test('joins equals, and parts them again on either side', () => {
    const joined = join(five, 4);
    expect(joined).toEqual([[3], [1, 4], [5], [2]]);
    expect(move(joined, 4, 1)).toEqual([[3], [1], [4], [5], [2]]);
    expect(move(joined, 4, -1)).toEqual([[3], [4], [1], [5], [2]]);
    expect(join(five, 3)).toBe(five);
  });

  test('shows equals with the same rank', () => {
    expect(places([[3], [1, 4], [2]])).toEqual([
      { candidate: 3, rank: 0 },
      { candidate: 1, rank: 1 },
      { candidate: 4, rank: 1 },
      { candidate: 2, rank: 2 },
    ]);
  });

  test('loses nobody and ranks nobody twice, whatever is done with it', () => {
    const candidate = fc.integer({ min: 1, max: 8 });
    const deed = fc.oneof(
      candidate.map((n) => (r: Ranking) => add(r, n)),
      candidate.map((n) => (r: Ranking) => move(r, n, -1)),
      candidate.map((n) => (r: Ranking) => move(r, n, 1)),
      candidate.map((n) => (r: Ranking) => join(r, n)),
      fc.tuple(candidate, candidate).map(
        ([n, to]) =>
          (r: Ranking) =>
            standingOf(r, n) ? moveTo(r, n, to) : r,
      ),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        let ranking: Ranking = [];
        for (const each of deeds) {
          const before = ranking.flat().length;
          ranking = each(ranking);
          expect(ranking.flat().length).toBeGreaterThanOrEqual(before);
          expect(new Set(ranking.flat()).size).toBe(ranking.flat().length);
          expect(ranking.every((equals) => equals.length > 0)).toBe(true);
        }
        const marks = writeRanks(ranking);
        expect(isBallot('schulze', 8, marks)).toBe(true);
        expect(writeRanks(readRanking(marks))).toBe(marks);
      }),
    );
  });
});

describe('a cast ballot is read back', () => {
  test('as it was marked', () => {
    expect(readRanking('3>1=2')).toEqual([[3], [1, 2]]);
    expect(readNumbers('1,4')).toEqual([1, 4]);
    expect(writeEach(readEach('1:5,2:0'))).toBe('1:5,2:0');
    expect([readRanking('BLANK'), readNumbers('BLANK'), [...readEach('BLANK')]]).toEqual([[], [], []]);
    expect([isBlank(''), isBlank('BLANK'), isBlank('1')]).toEqual([true, true, false]);
  });

  test('by the way its method marks', () => {
    expect(['scottish-stv', 'irv', 'approval', 'score', 'plurality', 'consent'].map(kindOf)).toEqual([
      'ranked',
      'ranked',
      'approval',
      'score',
      'plurality',
      'consent',
    ]);
  });
});

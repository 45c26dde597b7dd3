/** The methods without stages: each rule by an example. */
import { describe, expect, test } from '@jest/globals';
import {
  CannotCount,
  type Count,
  type CountOptions,
  LotNeeded,
  count,
} from '../../../../server/counting/elections/index.js';
import { pack, paper, scored, type Paper } from './ballots.js';

const [A, B, C, D] = [0, 1, 2, 3];
const run = (papers: readonly Paper[], options: Omit<CountOptions, 'seats'> & { seats?: number }, candidates = 4) =>
  count(pack(candidates, papers), { seats: 1, ...options });
const winners = ({ elected }: Count) => elected.map(({ candidate }) => candidate);

describe('plurality', () => {
  const method = 'plurality';

  test('the most first preferences; of more places each to the next', () => {
    const papers = [paper(5, [A]), paper(4, [B], [C]), paper(3, [C], [B]), paper(1, [D])];
    const counted = run(papers, { method, seats: 2 });
    expect([winners(counted), counted.alternates, counted.scores]).toEqual([
      [A, B],
      [C, D],
      [5, 4, 3, 1],
    ]);
    expect(counted.stages).toMatchObject([{ number: 1, act: { kind: 'FIRST' }, votes: [5, 4, 3, 1], elected: [A, B] }]);
  });

  test('a first rank that is empty or shared is nobody’s', () => {
    const counted = run([paper(2, [], [A]), paper(3, [A, B], [C]), paper(1, [D])], { method });
    expect([counted.scores, counted.valid, counted.blank]).toEqual([[0, 0, 0, 1], 1, 5]);
  });

  test('a vote for somebody who withdrew is for the next', () => {
    expect(run([paper(2, [A], [B]), paper(1, [C])], { method, withdrawn: [A] }).scores).toEqual([0, 2, 1, 0]);
  });
});

describe('approval', () => {
  test('one vote for each mark, whatever its rank', () => {
    const counted = run([paper(2, [A], [B]), paper(3, [], [B, C]), paper(4)], { method: 'approval' });
    expect([counted.scores, counted.valid, counted.blank]).toEqual([[2, 5, 3, 0], 5, 4]);
  });

  test('on papers with scores 0 is no mark', () => {
    const counted = run([scored(2, 5, 0, null, 1), scored(1, 0, 0, 0, 0)], { method: 'approval', seats: 2 });
    expect([counted.scores, counted.valid, counted.blank]).toEqual([[2, 0, 0, 2], 2, 1]);
  });
});

describe('score', () => {
  test('sums; a candidate who is given nothing has 0 of the paper', () => {
    const counted = run([scored(2, 5, 3, null, 0), scored(1, 0, 5, 4, 1)], { method: 'score', highestScore: 5 });
    expect([counted.scores, winners(counted), counted.alternates]).toEqual([[10, 11, 4, 1], [B], [A, C, D]]);
  });

  test('a score above the highest spoils the paper', () => {
    const counted = run([scored(2, 5, 6), scored(1, 0, 5)], { method: 'score', highestScore: 5 });
    expect([counted.scores, counted.valid, counted.blank]).toEqual([[0, 5, 0, 0], 1, 2]);
  });

  test('papers that rank give no scores', () => {
    expect(() => run([paper(1, [A])], { method: 'score' })).toThrow(CannotCount);
  });
});

describe('positional', () => {
  const method = 'positional';

  test('without points it is Borda’s count among those who stand', () => {
    expect(run([paper(2, [A], [B], [C], [D])], { method }).scores).toEqual([6, 4, 2, 0]);
    expect(run([paper(2, [A], [B], [C], [D])], { method, withdrawn: [B] }).scores).toEqual([4, 0, 2, 0]);
  });

  test('a rank left empty gives its points to nobody', () => {
    expect(run([paper(1, [A], [], [B])], { method, points: [5, 3, 2, 1] }).scores).toEqual([5, 2, 0, 0]);
  });

  test('equals share the points of the ranks they fill, cut at five decimals', () => {
    const counted = run([paper(2, [A, B, C], [D])], { method, points: [5, 3, 2, 1], seats: 3 });
    expect([counted.decimals, counted.valid]).toEqual([5, 200_000]);
    expect(counted.scores).toEqual([666_666, 666_666, 666_666, 200_000]);
    expect(counted.stages[0]!.truncated).toBe(2);
  });

  test('equal sums: more first ranks, then more second, and so on', () => {
    const papers = [paper(1, [A], [B]), paper(1, [B], [C], [A]), paper(1, [C], [B], [A])];
    const counted = run(papers, { method, points: [3, 2, 1] });
    expect(counted.scores).toEqual([5, 7, 5, 0]);
    expect(counted.alternates).toEqual([C, A, D]);
    expect(run([...papers, paper(1, [], [A])], { method, points: [3, 2, 1] }).ties).toEqual([
      { stage: 1, between: [A, B], for: 'ELECTION', decidedBy: 'RULE', pick: B },
    ]);
  });

  test.each([[[]], [[1, 2]], [[1.5]], [[-1]]])('%j are no points', (points) => {
    expect(() => run([paper(1, [A])], { method, points })).toThrow(CannotCount);
  });
});

describe('consent', () => {
  const method = 'consent';

  test('carried when one agrees and none blocks, each proposal for itself', () => {
    const papers = [scored(3, 2, 2, 1, null), scored(1, 1, 0, null, null)];
    const counted = run(papers, { method });
    expect(winners(counted)).toEqual([A]);
    expect(counted.consent).toEqual([
      { agree: 3, standAside: 1, block: 0 },
      { agree: 3, standAside: 0, block: 1 },
      { agree: 0, standAside: 3, block: 0 },
      { agree: 0, standAside: 0, block: 0 },
    ]);
  });

  test('a mark without a score agrees; a number beyond is no answer', () => {
    expect(run([paper(2, [A])], { method }).consent![A]).toEqual({ agree: 2, standAside: 0, block: 0 });
    const counted = run([scored(2, 3)], { method });
    expect([counted.consent![A], counted.blank]).toEqual([{ agree: 0, standAside: 0, block: 0 }, 2]);
  });
});

describe('schulze', () => {
  const method = 'schulze';
  /** A above B above C above A, each by two papers to one, and D below. */
  const circle = [paper(1, [A], [B], [C]), paper(1, [B], [C], [A]), paper(1, [C], [A], [B])];

  test('every unbeaten candidate is elected, be they more than the places', () => {
    const counted = run(circle, { method });
    expect([winners(counted), counted.alternates, counted.ties]).toEqual([[A, B, C], [D], []]);
  });

  test('the lot puts them in order, and is shown', () => {
    const counted = run(circle, { method, lot: [D, C, A, B] });
    expect(winners(counted)).toEqual([C, A, B]);
    expect(counted.ties).toEqual([{ stage: 1, between: [A, B, C], for: 'ELECTION', decidedBy: 'LOT', pick: C }]);
  });

  test('of further places each goes to the unbeaten of the rest, and a lot is needed where they are too many', () => {
    const papers = [paper(3, [A]), paper(1, [B], [C]), paper(1, [C], [B])];
    expect(() => run(papers, { method, seats: 2 })).toThrow(LotNeeded);
    expect(winners(run(papers, { method, seats: 2, lot: [D, C, B, A] }))).toEqual([A, C]);
    expect(winners(run(papers, { method, seats: 3 }))).toEqual([A, B, C]);
  });

  test('takes no more candidates than it can count', () => {
    expect(() => run([paper(1, [0])], { method }, 1001)).toThrow('at most 1000 candidates');
    expect(winners(run([paper(1, [999])], { method }, 1000))).toEqual([999]);
  });
});

describe('places', () => {
  const method = 'approval';
  const papers = [paper(3, [A]), paper(2, [B]), paper(2, [C]), paper(1, [D])];

  test('where a place turns on equals the lot is needed, and names them', () => {
    expect(() => run(papers, { method, seats: 2 })).toThrow(LotNeeded);
    try {
      run(papers, { method, seats: 2 });
    } catch (error) {
      expect(error).toMatchObject({ stage: 1, between: [B, C] });
    }
  });

  test('where there is room for all of them it is not', () => {
    expect(winners(run(papers, { method, seats: 3 }))).toEqual([A, B, C]);
  });

  test('equal alternates have no order without a lot: the list ends before them', () => {
    const counted = run(papers, { method });
    expect([winners(counted), counted.alternates, counted.ties]).toEqual([[A], [], []]);
    const drawn = run(papers, { method, lot: [D, C, B, A] });
    expect(drawn.alternates).toEqual([C, B, D]);
    expect(drawn.ties).toEqual([{ stage: 1, between: [B, C], for: 'ORDER', decidedBy: 'LOT', pick: C }]);
  });

  test('re-opening nominations takes every place that is left, and has the benefit of a tie', () => {
    const counted = run(papers, { method, seats: 3, reopen: B });
    expect([winners(counted), counted.alternates, counted.reopened]).toEqual([[A], [], true]);
    expect(counted.stages[0]!.elected).toEqual([A, B, B]);
    expect(counted.ties).toEqual([{ stage: 1, between: [B, C], for: 'ORDER', decidedBy: 'RULE', pick: B }]);
  });

  test('who is behind it is no alternate', () => {
    const counted = run(papers, { method, reopen: D });
    expect([winners(counted), counted.reopened]).toEqual([[A], false]);
    expect(run(papers, { method, reopen: D, lot: [A, B, C, D] }).alternates).toEqual([B, C]);
  });

  test('unbeaten re-opening nominations: nobody is elected by schulze', () => {
    const level = [paper(1, [A], [B]), paper(1, [B], [A])];
    const counted = run(level, { method: 'schulze', reopen: B });
    expect([winners(counted), counted.reopened]).toEqual([[], true]);
  });
});

test('sums too large to be exact are refused', () => {
  const huge = Number.MAX_SAFE_INTEGER;
  expect(run([paper(huge, [A])], { method: 'approval' }).scores![A]).toBe(huge);
  expect(() => run([paper(huge, [A])], { method: 'positional' })).toThrow(CannotCount);
  expect(() => run([paper(huge, [A]), paper(1, [B])], { method: 'schulze' })).toThrow(CannotCount);
});

test('constraints are met only by methods that elect one after another', () => {
  const constraints = [{ name: 'North', members: [A], atLeast: 1, atMost: null }];
  expect(() => run([paper(1, [A])], { method: 'approval', constraints })).toThrow('Constraints can be met by');
});

/** Meek's method by small cases whose figures can be worked out by hand. */
import { expect, test } from '@jest/globals';
import { type CountOptions, count } from '../../../../server/counting/elections/index.js';
import { type Paper, pack, paper } from './ballots.js';

const [A, B, C, D] = [0, 1, 2, 3];
const VOTE = 1_000_000_000;

function run(candidates: number, papers: Paper[], options: Partial<CountOptions> = {}) {
  const counted = count(pack(candidates, papers), { method: 'meek-stv', seats: 1, ...options });
  return { ...counted, winners: counted.elected.map(({ candidate }) => candidate) };
}

test('stages settle on keep values under which the elected hold one quota each', () => {
  const counted = run(4, [paper(60, [A], [B]), paper(22, [C]), paper(18, [D])], { seats: 2 });
  const [first, settled] = counted.stages;
  expect(first).toMatchObject({ quota: 100 * (VOTE / 3 - 1 / 3) + 34, elected: [A], excluded: [] });
  expect(first!.act).toEqual({ kind: 'SETTLED', keep: [VOTE, VOTE, VOTE, VOTE], iterations: 1, excluded: null });
  expect(settled!.act).toMatchObject({ kind: 'SETTLED', keep: [555_555_556, VOTE, VOTE, VOTE], excluded: D });
  expect(settled!.votes).toEqual([60 * 555_555_556, 60 * 444_444_444, 22 * VOTE, 18 * VOTE]);
  expect(counted.winners).toEqual([A, B]);
});

test('papers that no longer name anybody lower the quota', () => {
  const counted = run(3, [paper(5, [A]), paper(4, [B]), paper(2, [C])]);
  expect(counted.stages.map(({ quota }) => quota)).toEqual([5.5 * VOTE + 1, 4.5 * VOTE + 1]);
  expect(counted.winners).toEqual([A]);
});

test('votes that come after an exclusion go on through those elected before', () => {
  const counted = run(4, [paper(6, [A]), paper(2, [B]), paper(1, [C], [A], [B]), paper(2, [D])], { seats: 2 });
  expect(counted.stages[1]).toMatchObject({ excluded: [C] });
  expect(counted.elected).toEqual([
    { candidate: A, stage: 1 },
    { candidate: B, stage: 3 },
  ]);
});

test('a missing figure is passed over; the order ends where a figure stands twice', () => {
  const counted = run(4, [
    paper(5, [A], [], [B]),
    paper(3, [B, C], [A]),
    paper(2, [C], [A, D], [B]),
    paper(1, [], [D]),
  ]);
  expect(counted).toMatchObject({ valid: 8 * VOTE, blank: 3 * VOTE });
  expect(counted.stages[0]!.votes).toEqual([5 * VOTE, 0, 2 * VOTE, VOTE]);
});

test('no more candidates than places: all are elected, whatever the papers say', () => {
  expect(run(2, [paper(1, [B])], { seats: 2 })).toMatchObject({ winners: [B, A] });
  expect(run(2, [], { seats: 3, lot: [B, A] })).toMatchObject({ winners: [B, A] });
});

test('re-opening nominations keeps a quota for every place it takes, and the rest goes on once it is excluded', () => {
  const counted = run(3, [paper(60, [C], [B]), paper(20, [A]), paper(20, [B])], { seats: 3, reopen: C });
  expect(counted).toMatchObject({ winners: [B], reopened: true });
  expect(counted.stages.flatMap(({ elected }) => elected)).toEqual([C, C, B]);
});

test('who is doomed by a constraint is excluded in a stage of its own', () => {
  const constraints = [{ name: 'one of two', members: [A, B], atLeast: 0, atMost: 1 }];
  const papers = [paper(10, [A], [B]), paper(4, [B]), paper(4, [C]), paper(3, [D])];
  const counted = run(4, papers, { seats: 2, constraints });
  expect(counted.stages[1]!.act).toEqual({ kind: 'EXCLUSION', candidates: [B], because: 'CONSTRAINT' });
  expect(counted.winners).toEqual([A, C]);
});

test('more papers than nine decimals can hold exactly are refused', () => {
  expect(run(1, [paper(9_007_199, [A])]).winners).toEqual([A]);
  expect(() => run(1, [paper(9_007_200, [A])])).toThrow(expect.objectContaining({ code: 'TOO_MANY_PAPERS' }));
});

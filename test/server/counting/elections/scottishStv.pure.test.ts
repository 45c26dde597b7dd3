/** The Scottish rule by small cases: what is read of a paper, vacant places, guarded and doomed candidates, large figures. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CountOptions, CannotCount, LotNeeded, count } from '../../../../server/counting/elections/index.js';
import { type Paper, pack, paper } from './ballots.js';
import { plainly } from './contests.js';
import { scottishNaively } from './naiveStv.js';

const [A, B, C, D, E] = [0, 1, 2, 3, 4];

function run(candidates: number, papers: Paper[], options: Partial<CountOptions> = {}) {
  const counted = count(pack(candidates, papers), { method: 'scottish-stv', seats: 1, ...options });
  return { ...counted, winners: counted.elected.map(({ candidate }) => candidate) };
}

const votesAfter = ({ stages }: ReturnType<typeof run>, stage: number) =>
  stages[stage - 1]!.votes.map((units) => units / 100_000);

describe('a surplus', () => {
  test('moves all papers at the surplus times the value they came with, divided by the votes, cut at five decimals', () => {
    const counted = run(3, [paper(7, [A], [B]), paper(4, [A], [C]), paper(1, [B]), paper(2, [C])], { seats: 2 });
    expect(counted.quota).toBe(500_000);
    expect(counted.stages[1]).toMatchObject({
      act: { kind: 'SURPLUS', candidate: A, surplus: 600_000, value: 54_545 },
      votes: [500_000, 100_000 + 7 * 54_545, 200_000 + 4 * 54_545],
      truncated: 600_000 - 11 * 54_545,
      transfers: [
        { from: A, to: B, votes: 7 * 54_545 },
        { from: A, to: C, votes: 4 * 54_545 },
      ],
    });
  });

  test('is not divided among fewer papers where some have no next preference', () => {
    const counted = run(3, [paper(6, [A], [B]), paper(6, [A]), paper(1, [B]), paper(1, [C])], { seats: 2 });
    expect(votesAfter(counted, 2)).toEqual([5, 1 + 6 * 0.58333, 1]);
    expect(counted.stages[1]!.exhausted).toBe(6 * 58_333);
  });
});

describe('a paper', () => {
  test('is read up to a missing figure, and up to a figure that stands twice', () => {
    const counted = run(4, [
      paper(3, [A], [], [B]),
      paper(2, [B], [A, C], [D]),
      paper(2, [C, D], [A]),
      paper(1, [], [A]),
    ]);
    expect(votesAfter(counted, 1)).toEqual([3, 2, 0, 0]);
    expect(counted).toMatchObject({ valid: 500_000, blank: 300_000, quota: 300_000, winners: [A] });
  });

  test('is read as though those withdrawn had not been on it', () => {
    const counted = run(4, [paper(2, [A], [B]), paper(3, [A, C]), paper(1, [D]), paper(1, [A])], {
      withdrawn: [A],
    });
    expect(votesAfter(counted, 1)).toEqual([0, 2, 3, 1]);
    expect(counted.blank).toBe(100_000);
  });

  test('may weigh a fraction: votes have its decimals more, the quota is whole', () => {
    const ballots = { ...pack(2, [paper(250, [A]), paper(125, [B])]), weightDecimals: 2 };
    const counted = count(ballots, { method: 'scottish-stv', seats: 1 });
    expect(counted).toMatchObject({ decimals: 7, valid: 37_500_000, quota: 20_000_000 });
    expect(counted.stages[0]!.votes).toEqual([25_000_000, 12_500_000]);
  });
});

describe('the last places', () => {
  test('no more candidates than places: all are elected', () => {
    expect(run(2, [paper(3, [A])], { seats: 4 })).toMatchObject({ winners: [A, B], reopened: false });
  });

  test('as many left as places: elected when the last exclusion has been carried out, surpluses staying where they are', () => {
    const counted = run(4, [paper(9, [A]), paper(4, [B]), paper(3, [C]), paper(2, [D], [C])], { seats: 3, lot: null });
    expect(counted.winners).toEqual([A, C, B]);
    expect(counted.elected.map(({ stage }) => stage)).toEqual([1, 3, 3]);
  });
});

describe('ties', () => {
  const papers = [paper(2, [A]), paper(2, [B]), paper(3, [C])];

  test('without a lot, candidates equal at every stage stop the count', () => {
    expect(() => run(3, papers)).toThrow(LotNeeded);
    expect(() => run(3, papers)).toThrow(expect.objectContaining({ stage: 2, between: [A, B] }));
  });

  test('the later in the lot is excluded, and the tie is reported', () => {
    const { ties, alternates } = run(3, papers, { lot: [B, C, A] });
    expect(ties).toEqual([{ stage: 2, between: [A, B], for: 'EXCLUSION', decidedBy: 'LOT', pick: A }]);
    expect(alternates).toEqual([B, A]);
  });

  test('elected at one stage with equal votes: the order is that of first preferences', () => {
    const papers = [paper(4, [B]), paper(5, [A]), paper(1, [C], [B]), paper(3, [D]), paper(2, [E])];
    const counted = run(5, papers, { seats: 2 });
    expect(votesAfter(counted, 4)).toEqual([5, 5, 0, 0, 0]);
    expect(counted.winners).toEqual([A, B]);
    expect(counted.ties).toEqual([{ stage: 4, between: [A, B], for: 'ORDER', decidedBy: 'HISTORY', pick: A }]);
  });

  test('alternates end where only a lot could order them', () => {
    expect(run(4, [paper(9, [A]), paper(2, [B]), paper(1, [C]), paper(1, [D])]).alternates).toEqual([]);
    expect(run(3, [paper(9, [A]), paper(2, [B]), paper(1, [C])]).alternates).toEqual([B, C]);
  });
});

describe('re-opening nominations', () => {
  test('takes a place for every quota it holds, which stays vacant; what it has above them may still go on', () => {
    const counted = run(3, [paper(60, [C], [B]), paper(20, [A]), paper(20, [B])], { seats: 3, reopen: C });
    expect(counted).toMatchObject({ quota: 2_600_000, winners: [B], reopened: true, alternates: [] });
    expect(counted.stages.map(({ elected }) => elected)).toEqual([[C, C], [B]]);
    expect(votesAfter(counted, 2)).toEqual([20, 20 + 60 * 0.13333, 52]);
  });

  test('beaten by everybody it is excluded, and its papers go on', () => {
    const counted = run(3, [paper(4, [A]), paper(3, [B]), paper(2, [C], [B])], { reopen: C });
    expect(counted).toMatchObject({ reopened: false, alternates: [A], winners: [B] });
  });

  test('nobody is elected for want of others while it stands', () => {
    const counted = run(2, [paper(5, [B])], { seats: 3, reopen: B });
    expect(counted).toMatchObject({ winners: [], reopened: true });
    expect(counted.stages.map(({ elected }) => elected)).toEqual([[B, B], [B]]);
  });
});

describe('constraints', () => {
  const women = { name: 'women', members: [C, D, E], atLeast: 2, atMost: null };
  const black = { name: 'black', members: [A, B, E], atLeast: 2, atMost: null };

  test("Hill's example: who is needed to meet two constraints at once is guarded, though lowest", () => {
    const papers = [paper(12, [A]), paper(11, [B]), paper(14, [C]), paper(13, [D]), paper(3, [E])];
    const counted = run(5, papers, { seats: 3, constraints: [women, black] });
    expect(counted.winners).toContain(E);
    expect(counted.winners.filter((one) => women.members.includes(one))).toHaveLength(2);
    expect(counted.winners.filter((one) => black.members.includes(one))).toHaveLength(2);
  });

  test('who can no longer be elected is excluded at once, before any surplus moves', () => {
    const papers = [paper(10, [A], [B]), paper(4, [B]), paper(4, [C]), paper(3, [D])];
    const atMostOne = { name: 'one of two', members: [A, B], atLeast: 0, atMost: 1 };
    const counted = run(4, papers, { seats: 2, constraints: [atMostOne] });
    expect(counted.stages[1]!.act).toEqual({ kind: 'EXCLUSION', candidates: [B], because: 'CONSTRAINT' });
    expect(counted.winners).toEqual([A, C]);
  });

  test('of two who reach the quota together, the one with more votes may doom the other', () => {
    const atMostOne = { name: 'one of two', members: [A, B], atLeast: 0, atMost: 1 };
    const counted = run(3, [paper(10, [A]), paper(9, [B]), paper(1, [C])], { seats: 2, constraints: [atMostOne] });
    expect(counted.winners).toEqual([A, C]);
  });

  test('what nobody could meet is refused', () => {
    const tooMany = { name: 'three of two', members: [A, B], atLeast: 3, atMost: null };
    expect(() => run(4, [paper(1, [A])], { seats: 3, constraints: [tooMany] })).toThrow(CannotCount);
  });
});

describe('options that cannot be', () => {
  test.each([
    ['SEATS', { seats: 0 }],
    ['SEATS', { seats: 1.5 }],
    ['CANDIDATES', { withdrawn: [7] }],
    ['CANDIDATES', { withdrawn: [A, B, C] }],
    ['CANDIDATES', { reopen: 3 }],
    ['CANDIDATES', { reopen: A, withdrawn: [A] }],
    ['LOT', { lot: [A, B, B] }],
    ['CONSTRAINTS', { constraints: [{ name: 'x', members: [A], atLeast: 2, atMost: 1 }] }],
  ])('%s %j', (code, options) => {
    expect(() => run(3, [paper(1, [A])], options)).toThrow(expect.objectContaining({ code }));
  });
});

test.each(['scottish-stv', 'meek-stv', 'irv'] as const)('%s: more candidates than stages can be told of', (method) => {
  const lot = Array.from({ length: 500 }, (_, candidate) => candidate);
  expect(run(500, [paper(3, [A]), paper(3, [B]), paper(1, [C])], { method, lot }).winners).toEqual([A]);
  expect(() => run(2001, [paper(1, [A])], { method })).toThrow(expect.objectContaining({ code: 'CANDIDATES' }));
});

describe('figures beyond 2^53', () => {
  test('a surplus so large that times a value it is no exact double is still divided exactly', () => {
    const millions = fc.integer({ min: 800_000, max: 40_000_000 });
    fc.assert(
      fc.property(millions, millions, millions, fc.integer({ min: 1, max: 1_000_000 }), (a, b, c, d) => {
        const papers = [
          paper(a + b, [A], [B], [C]),
          paper(b, [B], [C], [D]),
          paper(c, [A], [C], [B]),
          paper(d, [D], [E]),
        ];
        const contested = { candidates: 5, papers, seats: 3, lot: [A, B, C, D, E] };
        expect(plainly(run(5, papers, { seats: 3, lot: contested.lot }))).toEqual(scottishNaively(contested));
      }),
      { numRuns: 500 },
    );
  });

  test('more papers than can be held exactly are refused', () => {
    const code = 'TOO_MANY_PAPERS';
    expect(run(1, [paper(90_071_992_547, [A])]).winners).toEqual([A]);
    expect(() => run(1, [paper(90_071_992_548, [A])])).toThrow(expect.objectContaining({ code }));
  });
});

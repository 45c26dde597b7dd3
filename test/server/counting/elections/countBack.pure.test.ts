/** Who fills a vacated place, from the papers of the election. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countBack } from '../../../../server/counting/elections/countBack.js';
import { type CountMethod, type CountOptions, count } from '../../../../server/counting/elections/index.js';
import { pack, paper } from './ballots.js';
import { countContest, plainContest } from './contests.js';

const [A, B, C, D] = [0, 1, 2, 3];
const ballots = pack(4, [paper(40, [A], [C]), paper(35, [B], [D]), paper(15, [D]), paper(10, [C])]);
const options: CountOptions = { method: 'scottish-stv', seats: 2 };

test('the papers of whoever left go on to whom they name next; who is still in office stays', () => {
  expect(countBack(ballots, options, [A]).fills).toBe(C);
  expect(countBack(ballots, options, [B]).fills).toBe(D);
});

test('one place after another, in the order in which they were vacated', () => {
  const back = countBack(ballots, options, [A, C]);
  expect(back.fills).toBe(D);
  expect(back.count.elected.map(({ candidate }) => candidate)).toEqual([B, D]);
});

test('who would not serve is named before the vacancy', () => {
  expect(countBack(ballots, options, [C, A]).fills).toBe(D);
});

test('who is in office is not excluded, though the papers alone would now prefer others', () => {
  const papers = [paper(25, [A], [C]), paper(25, [A], [D]), paper(24, [B]), paper(14, [C]), paper(12, [D])];
  const elected = (withdrawn: number[]) =>
    count(pack(4, papers), { ...options, withdrawn }).elected.map(({ candidate }) => candidate);
  expect(elected([])).toEqual([A, B]);
  expect(elected([A])).toEqual([C, D]);
  const back = countBack(pack(4, papers), options, [A]);
  expect(back.fills).toBe(C);
  expect(back.count.elected.map(({ candidate }) => candidate)).toEqual([C, B]);
});

test('nobody fills the place where nobody else stood, or re-opening nominations is preferred', () => {
  const three = pack(3, [paper(5, [A], [C]), paper(1, [B])]);
  expect(countBack(three, { method: 'irv', seats: 1 }, [A]).fills).toBe(C);
  expect(countBack(three, { method: 'irv', seats: 1, reopen: C }, [A]).fills).toBe(null);
  expect(countBack(pack(2, [paper(1, [A])]), { method: 'scottish-stv', seats: 2 }, [A]).fills).toBe(null);
});

test('only methods that elect one after another can be counted back', () => {
  expect(() => countBack(ballots, { method: 'approval', seats: 2 }, [A])).toThrow(
    expect.objectContaining({ code: 'OPTIONS' }),
  );
});

test.each(['scottish-stv', 'meek-stv', 'irv'] satisfies CountMethod[])(
  '%s: all in office stay, and somebody else fills the place while there is anybody else',
  (method) => {
    fc.assert(
      fc.property(plainContest, fc.nat(), (made, which) => {
        const contested = method === 'irv' ? { ...made, seats: 1 } : made;
        const before = countContest(contested, method).elected.map(({ candidate }) => candidate);
        const leaving = before[which % before.length]!;
        if (contested.candidates === 1) return;
        const { candidates, papers, seats, lot } = contested;
        const back = countBack(pack(candidates, papers), { method, seats, lot }, [leaving]);
        const staying = before.filter((candidate) => candidate !== leaving);
        const { fills } = back;
        const after = back.count.elected.map(({ candidate }) => candidate);
        expect(after.toSorted()).toEqual([...staying, ...(fills === null ? [] : [fills])].sort());
        expect(fills !== null).toBe(candidates > before.length);
        expect(before).not.toContain(fills);
      }),
      { numRuns: 1000 },
    );
  },
);

// A ballot is written in the one way there is for what it says; what a teller reads is brought into that form.
import { describe, expect, test } from '@jest/globals';
import {
  isBallot,
  packPapers,
  readPaper,
  writeApproval,
  writeEach,
  writeRanks,
} from '../../../../server/counting/elections/marks.js';
import { SKIPPED, TIED } from '../../../../server/counting/elections/election.js';
import { writePapers } from '../../../../server/counting/elections/paperText.js';

describe('a ballot an elector can cast', () => {
  test.each([
    ['scottish-stv', '3>1>2'],
    ['scottish-stv', '2'],
    ['irv', 'BLANK'],
    ['schulze', '3>1=2'],
    ['approval', '1,4'],
    ['plurality', '4'],
    ['score', '1:5,2:0,3:1,4:2'],
    ['consent', '1:A,3:B,4:S'],
  ] as const)('%s: %s', (method, marks) => expect(isBallot(method, 4, marks)).toBe(true));
});

describe('what is no ballot, or not in its one form', () => {
  test.each([
    ['scottish-stv', '', 'nothing at all'],
    ['scottish-stv', '5', 'a candidate who is not on the paper'],
    ['scottish-stv', '0', 'candidates are numbered from 1'],
    ['scottish-stv', '01>2', 'a number in another form'],
    ['scottish-stv', '1>1', 'a candidate twice'],
    ['scottish-stv', '1=2', 'equal ranks where the method has none'],
    ['scottish-stv', '1>->2', 'a rank left empty, which no screen leaves'],
    ['scottish-stv', '1 > 2', 'spaces'],
    ['scottish-stv', 'SPOILT', 'a spoilt paper, which no screen makes'],
    ['meek-stv', '1>2>', 'a rank without a candidate'],
    ['schulze', '2=1', 'equals not in the order of the paper'],
    ['approval', '4,1', 'not in the order of the paper'],
    ['approval', '1,1', 'a mark twice'],
    ['plurality', '1,2', 'two marks'],
    ['score', '1:5,2:0', 'a candidate without a score'],
    ['score', '1:6,2:0,3:0,4:0', 'a score above the highest'],
    ['consent', '3:A,1:A', 'not in the order of the paper'],
    ['consent', '1:X', 'no answer'],
  ] as const)('%s %j: %s', (method, marks, _why) => expect(isBallot(method, 4, marks)).toBe(false));
});

test('what a teller reads is brought into one form, and what no paper says is not read', () => {
  expect(readPaper('scottish-stv', 4, ' 3 > 2=1 > - ')).toBe('3>1=2');
  expect(readPaper('scottish-stv', 4, '1>->2')).toBe('1>->2');
  expect(readPaper('scottish-stv', 4, '-')).toBe('BLANK');
  expect(readPaper('score', 4, '3:1,1:5')).toBe('1:5,3:1');
  expect(readPaper('consent', 4, '2:s')).toBe('2:S');
  expect(readPaper('approval', 4, '4,1')).toBe('1,4');
  expect(readPaper('irv', 4, 'spoilt')).toBe('SPOILT');
  for (const bad of ['5', '1>1', '1=-', '1>2>3>4>-', 'ONE', '1;2'])
    expect(readPaper('scottish-stv', 4, bad)).toBeNull();
});

test('a screen writes the same form', () => {
  expect(writeRanks([[3], [2, 1]])).toBe('3>1=2');
  expect(writeRanks([])).toBe('BLANK');
  expect(writeApproval([4, 1])).toBe('1,4');
  expect(writeEach(new Map([[2, 'S'], [1, 'A']]))).toBe('1:A,2:S'); // prettier-ignore
});

test('papers are packed as a count takes them', () => {
  const ranked = packPapers('schulze', 3, [['3>1=2', 2], ['BLANK', 1], ['1>->2', 1]]); // prettier-ignore
  expect([...ranked.weights]).toEqual([2, 1, 1]);
  expect([...ranked.offsets]).toEqual([0, 3, 3, 6]);
  expect([...ranked.marks]).toEqual([2, 0, 1 | TIED, 0, SKIPPED, 1]);
  const consent = packPapers('consent', 3, [['1:A,2:B,3:S', 1]]);
  expect([...consent.scores!]).toEqual([2, 0, 1]);
});

test('packed papers are written back as they were', () => {
  const papers = [
    ['3>1=2', 2],
    ['1>->2', 1],
    ['BLANK', 4],
  ] as const;
  const written = writePapers('scottish-stv', packPapers('scottish-stv', 3, papers));
  expect(written).toEqual(papers.map(([marks, times]) => ({ marks, times })));
});

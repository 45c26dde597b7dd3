// An election as it is certified: what the text says is all that its result follows from.
import { describe, expect, test } from '@jest/globals';
import {
  certifiedText,
  decideElection,
  packed,
  paperLines,
  recountElection,
  type Cast,
  type CertifiedElection,
  type Question,
} from '../../../../server/counting/elections/certified.js';
import { readCertified } from '../../../../server/counting/elections/readCertified.js';

const question = (more: Partial<Question> = {}): Question => ({
  title: 'Delegates',
  method: 'scottish-stv',
  seats: 2,
  candidates: ['ann', 'bea', 'cid', 'dot'].map((id) => ({ id, label: null })),
  reopen: null,
  constraints: [],
  quorum: '0/1',
  alternatesKept: 2,
  ...more,
});
const cast = (papers: readonly string[], more: Partial<Cast> = {}): Cast => ({
  withdrawn: [],
  entitled: 40,
  cast: papers.length,
  lot: { seed: '0'.repeat(64), order: [4, 3, 2, 1] },
  papers: paperLines(papers),
  ...more,
});
const decide = (papers: readonly string[], asked: Partial<Question> = {}, known: Partial<Cast> = {}) => {
  const [of, facts] = [question(asked), cast(papers, known)];
  return decideElection(of, facts, packed(of, facts.papers!));
};
const times = (n: number, marks: string) => Array<string>(n).fill(marks);

const plain = [...times(8, '1>3'), ...times(5, '2'), ...times(3, '3'), ...times(1, '4')];

describe('what an election comes to', () => {
  test('places go to those elected, in order; alternates follow, as many as are kept', () => {
    const { outcome, elected, alternates, count } = decide(plain);
    expect([outcome, elected]).toEqual(['ELECTED', [1, 2]]);
    expect(alternates).toEqual([3, 4]);
    expect(decide(plain, { alternatesKept: 1 }).alternates).toEqual([3]);
    expect(count!.quota).not.toBeNull();
  });

  test('too few took part: nobody is elected, and nothing is counted', () => {
    expect(decide(plain, { quorum: '1/2' })).toEqual({
      outcome: 'INQUORATE',
      elected: [],
      alternates: [],
      count: null,
    });
    expect(decide([...plain, ...times(3, 'BLANK')], { quorum: '1/2' }).outcome).toBe('ELECTED');
  });

  test('papers pass over who withdrew', () => {
    expect(decide(plain, {}, { withdrawn: [1] }).elected).toEqual([3, 2]);
  });

  test('fewer stand than there are places: some stay empty', () => {
    expect(decide(plain, {}, { withdrawn: [1, 2, 3] })).toMatchObject({ outcome: 'UNFILLED', elected: [4] });
    expect(decide(plain, {}, { withdrawn: [1, 2, 3, 4] })).toMatchObject({ outcome: 'UNFILLED', elected: [] });
  });

  test('a place that re-opening nominations takes stays empty', () => {
    const { outcome, elected } = decide([...times(9, '4'), ...times(8, '1')], { reopen: 4 });
    expect([outcome, elected]).toEqual(['REOPENED', [1]]);
  });

  test('what nothing else decides the lot decides', () => {
    const even = [...times(3, '1'), ...times(3, '2')];
    expect(decide(even, { seats: 1 }).elected).toEqual([2]);
    expect(decide(even, { seats: 1 }, { lot: { seed: '0'.repeat(64), order: [1, 2, 3, 4] } }).elected).toEqual([1]);
  });

  test('at least one of a group is elected, where one of it stands', () => {
    const constraints = [{ name: 'shop floor', members: [4], atLeast: 1, atMost: null }];
    expect(decide(plain, { constraints }).elected).toContain(4);
    expect(decide(plain, { constraints }, { withdrawn: [4] }).elected).toEqual([1, 2]);
  });

  test('proposals put for consent do not compete for places', () => {
    const answers = ['1:A,2:A,3:S', '1:A,2:B', '1:A,3:A'];
    expect(decide(answers, { method: 'consent', seats: 1, alternatesKept: 0 }).elected).toEqual([1, 3]);
  });

  test('of several whom nobody beats the first in the lot has the place, and the next follows', () => {
    const circle = ['1>2>3>4', '2>3>1>4', '3>1>2>4'];
    expect(decide(circle, { method: 'schulze', seats: 1 })).toMatchObject({ elected: [3], alternates: [2, 1] });
  });
});

const certify = (): CertifiedElection => {
  const { count: _count, ...decided } = decide(plain);
  return { ...question(), ...cast(plain), ...decided };
};

test('the text tells everything, reads back to the same, and recounts to the same', () => {
  const certified = certify();
  const text = certifiedText(certified);
  expect(readCertified(text)).toEqual(certified);
  expect(certifiedText(readCertified(text))).toBe(text);
  expect(recountElection(readCertified(text))).toMatchObject({
    outcome: 'ELECTED',
    elected: [1, 2],
    alternates: [3, 4],
  });
});

test('the order in which papers were cast is nowhere', () => {
  expect(paperLines(['2', '1>2', '2'])).toEqual(paperLines(['2', '2', '1>2']));
  expect(paperLines(['2', '1>2', '2'])).toEqual(['1 1>2', '2 2']);
});

describe('a text that is none', () => {
  const broken = (change: (file: Record<string, any>) => void): string => {
    const file = JSON.parse(certifiedText(certify()));
    change(file);
    return JSON.stringify(file);
  };
  test.each([
    ['no JSON', '{', 'is JSON'],
    ['another format', broken((file) => (file['format'] = 'x')), 'format'],
    ['a method nobody knows', broken((file) => (file['method'] = 'x')), 'method'],
    ['a field too many', broken((file) => (file['names'] = [])), 'top'],
    ['somebody elected who did not stand', broken((file) => (file['elected'] = [9])), 'candidate 9'],
    ['a paper of another election', broken((file) => file['papers'].push('1 7>8')), '7>8'],
    ['a paper in another form', broken((file) => file['papers'].push('1 01')), '01'],
    ['half a paper', broken((file) => file['papers'].push('0.5 1')), 'papers'],
  ])('%s', (_what, text, told) => expect(() => readCertified(text)).toThrow(told));
});

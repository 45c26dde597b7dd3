/** What the pages of elections rest on: a recount that sees every difference, "what if", payloads, and where a dragged row lands. */
import { describe, expect, test } from '@jest/globals';
import {
  certifiedText,
  decideElection,
  packed,
  paperLines,
  type Cast,
  type Question,
} from '../../server/counting/elections/certified.js';
import { compareCounts } from '../../client/src/elections/compareCounts';
import { dropPlace } from '../../client/src/elections/dropPlace';
import { asksOf, constraintLines, payloadOf, readConstraints } from '../../client/src/elections/electionPayload';
import { keepLines, keptLines } from '../../client/src/elections/keptLines';
import { recountFile, whatIf } from '../../client/src/elections/recountElection';

const question: Question = {
  title: 'Delegates of Portland',
  method: 'scottish-stv',
  seats: 2,
  candidates: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: null })),
  reopen: null,
  constraints: [],
  quorum: '0/1',
  alternatesKept: 1,
};
const times = (n: number, marks: string) => Array<string>(n).fill(marks);
const lines = paperLines([...times(14, '1>2>3'), ...times(5, '2>3'), ...times(7, '3>2'), ...times(4, '4>3'), 'BLANK']);
const cast: Cast = {
  withdrawn: [],
  entitled: 40,
  cast: 31,
  lot: { seed: '0'.repeat(64), order: [1, 2, 3, 4] },
  papers: lines,
};
const decided = decideElection(question, cast, packed(question, lines));
const { count, ...ending } = decided;
const file = certifiedText({ ...question, ...cast, ...ending });

describe('the recount', () => {
  test('from the published file alone gives the certified result, and every stage of it', () => {
    const here = recountFile(file)!;
    expect([here.outcome, here.elected, here.alternates]).toEqual([ending.outcome, ending.elected, ending.alternates]);
    const { agrees, stages } = compareCounts(count, here.count);
    expect(agrees).toBe(true);
    expect(stages).toHaveLength(count!.stages.length);
    expect(stages.length).toBeGreaterThan(2);
  });

  test('is told from the certified count by a single unit, in the stage where it lies', () => {
    const other = structuredClone(count)!;
    other.stages[1]!.votes[2]! += 1;
    const { agrees, stages } = compareCounts(other, count);
    expect(agrees).toBe(false);
    expect(stages.filter(({ same }) => !same)).toEqual([{ number: 2, same: false }]);
  });

  test('is told from it by a stage more, by another order of the elected, and by nothing having been counted', () => {
    const shorter = { ...count!, stages: count!.stages.slice(0, -1) };
    expect(compareCounts(count, shorter).agrees).toBe(false);
    expect(compareCounts(count, { ...count!, elected: count!.elected.toReversed() }).agrees).toBe(false);
    expect(compareCounts(count, null).agrees).toBe(false);
    expect(compareCounts(null, null).agrees).toBe(true);
  });

  test('does not mind in which order a database hands back the fields of a stage', () => {
    const turned = count!.stages.map((stage) => Object.fromEntries(Object.entries(stage).reverse())) as never;
    expect(compareCounts({ ...count!, stages: turned }, count).agrees).toBe(true);
  });
});

describe('what if', () => {
  test('nothing is changed, the same are elected', () => {
    const same = whatIf(file, { method: 'scottish-stv', seats: 2, without: [] })!;
    expect(same.elected.map(({ candidate }) => candidate + 1)).toEqual(ending.elected);
  });

  test('a candidate is away, the papers go to the next', () => {
    const without = whatIf(file, { method: 'scottish-stv', seats: 2, without: [1] })!;
    expect(without.elected.map(({ candidate }) => candidate + 1)).not.toContain(1);
    expect(without.stages[0]!.votes[1]).toBe(19 * 10 ** without.decimals);
  });

  test('another method counts the same papers', () => {
    expect(whatIf(file, { method: 'schulze', seats: 1, without: [] })!.pairwise).not.toBeNull();
  });

  test('papers that are not published are not counted', () => {
    const kept = certifiedText({ ...question, ...cast, ...ending, papers: null });
    expect(whatIf(kept, { method: 'irv', seats: 1, without: [] })).toBeNull();
    expect(recountFile(kept)).toBeNull();
  });
});

describe('a motion that calls an election', () => {
  test('carries what its form holds, and only what belongs to its kind', () => {
    const payload = {
      kind: 'PERSONS',
      seats: 3,
      office: 'DELEGATE',
      termMonths: 12,
      takesOfficeOn: '2027-01-01',
      constraints: [{ name: 'Women', atLeast: 2, atMost: null }],
    };
    expect(payloadOf(asksOf(payload))).toEqual(payload);
    const options = { kind: 'OPTIONS', seats: 1, method: 'approval', options: ['May', 'June'] };
    expect(payloadOf(asksOf({ ...options, office: 'left over' }))).toEqual(options);
  });

  test('reads conditions line by line, and says when one is none', () => {
    const constraints = readConstraints('2 Women\n 1-3 Trade A \n')!;
    expect(constraints).toEqual([
      { name: 'Women', atLeast: 2, atMost: null },
      { name: 'Trade A', atLeast: 1, atMost: 3 },
    ]);
    expect(readConstraints(constraintLines(constraints))).toEqual(constraints);
    expect(readConstraints('at least two women')).toBeNull();
  });
});

test('a dragged row lands behind all whose middle it has passed', () => {
  const middles = [32, 96, 160, 224];
  expect(dropPlace(middles, 0, 0)).toBe(0);
  expect(dropPlace(middles, 0, 70)).toBe(1);
  expect(dropPlace(middles, 0, 500)).toBe(3);
  expect(dropPlace(middles, 3, -1000)).toBe(0);
  expect(dropPlace(middles, 2, -70)).toBe(1);
});

test('papers typed and not sent outlive a reload, and are forgotten when they are sent', () => {
  const slots = new Map<string, string>();
  const store = {
    getItem: (key: string) => slots.get(key) ?? null,
    setItem: (key: string, value: string) => void slots.set(key, value),
    removeItem: (key: string) => void slots.delete(key),
  } as unknown as Storage;
  keepLines(store, 'e', 1, ['3>1', 'BLANK']);
  expect(keptLines(store, 'e', 1)).toEqual(['3>1', 'BLANK']);
  expect(keptLines(store, 'e', 2)).toBeNull();
  keepLines(store, 'e', 1, null);
  expect(keptLines(store, 'e', 1)).toBeNull();
});

import { describe, expect, test } from '@jest/globals';
import {
  DecisionFileError,
  checkDecisionFile,
  decide,
  readDecisionFile,
  withLine,
} from '../../../server/counting/index.js';

const valid = {
  title: 'Motion',
  options: ['FOR', 'AGAINST', 'ABSTAIN'],
  rule: {
    voting: 'GROUPS',
    weight: { kind: 'BANDS', bands: [[9, 1], [null, 2]] }, // prettier-ignore
    cast: 'BLOC',
    quorum: { electors: '0/1', bodies: '1/2' },
    threshold: { fraction: '1/2', base: 'CAST', strict: true },
    bodies: null,
  },
  bodies: [
    { name: 'North', entitled: 9, tally: { FOR: 3, AGAINST: 2, ABSTAIN: 1 } },
    { name: 'South', bodies: [{ name: 'South 1', entitled: 12, tally: { FOR: 1 } }] },
  ],
};

/** The valid file with something else at a place; undefined removes it. */
function changed(path: (string | number)[], value: unknown): unknown {
  const copy = structuredClone(valid);
  let at: Record<string | number, unknown> = copy as never;
  for (const step of path.slice(0, -1)) at = at[step] as never;
  if (value === undefined) delete at[path.at(-1)!];
  else at[path.at(-1)!] = value;
  return copy;
}

function complaint(data: unknown): DecisionFileError {
  try {
    decide(checkDecisionFile(data));
  } catch (error) {
    if (error instanceof DecisionFileError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a decision file', () => {
  test('that follows the grammar is read as it stands', () => {
    expect(readDecisionFile(JSON.stringify(valid))).toEqual(valid);
  });

  test('may leave out options nobody marked, a title, and null what it does not use', () => {
    expect(decide(checkDecisionFile(changed(['title'], undefined))).title).toBeNull();
    expect(decide(checkDecisionFile(changed(['bodies', 0, 'tally'], {}))).tree[0]?.ballots).toBe(0);
    expect(checkDecisionFile(changed(['rule', 'quorum'], null))).toBeDefined();
  });

  test.each([
    [['rules'], {}, 'rules', /only the keys title, options, rule, bodies/],
    [['options'], ['FOR', 'FOR'], 'options', /all different/],
    [['options'], ['FOR', 'ABSTAIN'], 'options', /at least two/],
    [['options'], ['A', 'CARRIED'], 'options', /other than CARRIED/],
    [['bodies'], [], 'bodies', /at least one body/],
    [['rule'], undefined, 'rule', /a rule/],
    [['rule', 'voting'], undefined, 'rule.voting', /MEMBERS, GROUPS/],
    [['rule', 'voting'], 'DELEGATES', 'rule.voting', /MEMBERS, GROUPS/],
    [['rule', 'weight'], null, 'rule.weight', /a weight/],
    [['rule', 'weight'], { kind: 'HEIGHT' }, 'rule.weight.kind', /GIVEN, EQUAL/],
    [['rule', 'weight', 'bands'], [[9, 1]], 'rule.weight.bands', /last of them null/],
    [
      ['rule', 'weight', 'bands'],
      [
        [9, 1],
        [9, 2],
        [null, 3],
      ],
      'rule.weight.bands',
      /rising/,
    ],
    [
      ['rule', 'weight', 'bands'],
      [
        [null, 1],
        [null, 2],
      ],
      'rule.weight.bands',
      /only the last/,
    ],
    [['rule', 'weight', 'bands', 0], [9, 1.5], 'rule.weight.bands[0][1]', /whole number/],
    [['rule', 'weight', 'seats'], 5, 'rule.weight.seats', /only the keys kind, bands, cap/],
    [['rule', 'weight', 'cap'], '0/1', 'rule.weight.cap', /above/],
    [['rule', 'weight', 'cap'], '3/2', 'rule.weight.cap', /up to/],
    [['rule', 'weight'], { kind: 'APPORTIONED', seats: 9, method: 'lottery' }, 'rule.weight.method', /webster/],
    [['rule', 'cast'], 'HALF', 'rule.cast', /BLOC, SPLIT/],
    [['rule', 'quorum', 'electors'], 0.5, 'rule.quorum.electors', /fraction/],
    [['rule', 'quorum', 'bodies'], '2/1', 'rule.quorum.bodies', /from "0\/1" to "1\/1"/],
    [['rule', 'threshold', 'fraction'], '50%', 'rule.threshold.fraction', /such as "1\/2"/],
    [['rule', 'threshold', 'base'], 'ALL', 'rule.threshold.base', /CAST, PRESENT, ENTITLED/],
    [['rule', 'threshold', 'strict'], 'yes', 'rule.threshold.strict', /more than/],
    [['rule', 'threshold'], { fraction: '3/3', base: 'CAST', strict: true }, 'rule.threshold', /more than the whole/],
    [['rule', 'treshold'], {}, 'rule.treshold', /only the keys voting/],
    [['rule', 'citation'], { ruleBook: 0, section: 'motions' }, 'rule.citation.ruleBook', /1 or more/],
    [['bodies', 0, 'name'], '', 'bodies[0].name', /name of the body/],
    [['bodies', 0, 'name'], undefined, 'bodies[0].name', /name of the body/],
    [['bodies', 0, 'entitled'], -1, 'bodies[0].entitled', /0 or more/],
    [['bodies', 0, 'entitled'], '9', 'bodies[0].entitled', /whole number/],
    [['bodies', 0, 'tally'], undefined, 'bodies[0].tally', /a tally, or bodies/],
    [['bodies', 0, 'tally', 'FOR'], 2.5, 'bodies[0].tally.FOR', /ballots/],
    [['bodies', 0, 'tally', 'YES'], 2, 'bodies[0].tally.YES', /only the options FOR, AGAINST, ABSTAIN/],
    [['bodies', 0, 'tally', 'two words'], 2, 'bodies[0].tally["two words"]', /only the options/],
    [['bodies', 0, 'tally', 'FOR'], 9, 'bodies[0].tally', /at most 9 ballots/],
    [['bodies', 0, 'tally', 'FOR'], 2 ** 53, 'bodies[0].tally.FOR', /whole number/],
    [['bodies', 1, 'tally'], { FOR: 1 }, 'bodies[1].tally', /no tally of its own/],
    [['bodies', 1, 'entitled'], 13, 'bodies[1].entitled', /12, which the bodies below add up to, not 13/],
    [['bodies', 1, 'name'], 'North', 'bodies[1].name', /"North" again/],
    [['bodies', 1, 'rule'], { voting: 'GROUPS' }, 'bodies[1].rule.weight', /a weight/],
    [['bodies', 1, 'rule'], {}, 'bodies[1].rule.voting', /MEMBERS, GROUPS/],
    [['bodies', 1, 'bodies', 0, 'entitled'], undefined, 'bodies[1].bodies[0].entitled', /BANDS weight/],
    [
      ['bodies', 0, 'rule'],
      { bodies: { fraction: '1/2', base: 'CAST', strict: true } },
      'bodies[0].rule.bodies',
      /null/,
    ],
    [['bodies', 1, 'bodies', 0, 'colour'], 'red', 'bodies[1].bodies[0].colour', /only the keys name/],
  ])('with %j set to %j is refused', (path, value, place, expected) => {
    const error = complaint(changed(path, value));
    expect(error.path).toBe(place);
    expect(error.expected).toMatch(expected);
    expect(error.message).toBe(`${place}: expected ${error.expected}`);
  });

  test.each([[null], [[]], ['text'], [7]])('that is %j is refused', (data) => {
    expect(complaint(data)).toMatchObject({ path: '', expected: expect.stringContaining('a decision') });
  });

  test('whose numbers cannot be added exactly is refused', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const bodies = ['A', 'B'].map((name) => ({ name, entitled: most, tally: { FOR: most } }));
    expect(complaint(changed(['bodies'], bodies)).expected).toMatch(/2\^53/);
  });

  test('nested beyond reason is refused in words', () => {
    const depth = 20000;
    const open = '{"name":"b","bodies":['.repeat(depth);
    const bodies = `${open}{"name":"b","tally":{}}${']}'.repeat(depth)}`;
    const text = `{"options":["FOR","AGAINST"],"rule":{"voting":"MEMBERS"},"bodies":[${bodies}]}`;
    expect(() => readDecisionFile(text)).toThrow(DecisionFileError);
  });
});

describe('the line of a complaint', () => {
  const text = JSON.stringify(valid, null, 2);
  const lineWith = (part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;
  const read = (written: string) => {
    try {
      return decide(readDecisionFile(written));
    } catch (error) {
      return withLine(error, written) as DecisionFileError;
    }
  };

  test('is that of the value', () => {
    const line = lineWith('"entitled": 12');
    expect(read(text.replace('"entitled": 12', '"entitled": "twelve"'))).toMatchObject({
      path: 'bodies[1].bodies[0].entitled',
      line,
      message: expect.stringMatching(new RegExp(`^line ${line}: bodies`)),
    });
  });

  test('is that of the nearest thing around it where it is missing', () => {
    const without = text.replace('"name": "South 1",', '');
    expect(read(without)).toMatchObject({
      path: 'bodies[1].bodies[0].name',
      line: lineWith('"name": "South 1"') - 1,
    });
  });

  test('is told too when only the decision found it wanting', () => {
    const without = text.replace('"entitled": 12,', '');
    expect(read(without)).toMatchObject({
      path: 'bodies[1].bodies[0].entitled',
      line: lineWith('"South 1"') - 1,
    });
  });

  test('is that of the second of two equal keys', () => {
    const twice = text.replace('"AGAINST": 2,', '"AGAINST": 2,\n "FOR": 4,');
    expect(read(twice)).toMatchObject({
      path: 'bodies[0].tally.FOR',
      expected: 'each key once',
      line: lineWith('"AGAINST": 2') + 1,
    });
  });

  test('is found in text that is not JSON', () => {
    const line = lineWith('"cast"');
    expect(read(text.replace('"cast": "BLOC"', '"cast": BLOC'))).toMatchObject({
      line,
      expected: 'a JSON document',
    });
    expect(read(text.slice(0, -2))).toMatchObject({ line: text.split('\n').length - 1 });
    expect(read('')).toMatchObject({ line: 1 });
  });

  test('strings with quotes, brackets and line breaks in them do not confuse it', () => {
    const odd = text.replace('"Motion"', JSON.stringify('a "b" ] { , : \n c'));
    expect(read(odd.replace('"strict": true', '"strict": 1'))).toMatchObject({ line: lineWith('"strict"') });
  });
});

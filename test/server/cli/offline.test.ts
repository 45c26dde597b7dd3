// Commands that need no database: they decide, verify and read lists for anybody who has the files.
import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folder, tidy, withLine } from '../import/folder.js';
import { emptyFolder, run, tidyFolders } from './program.js';

const motion7 = path.resolve(import.meta.dirname, '../../conformance/decisions/motion-7.json');
afterAll(() => {
  tidy();
  tidyFolders();
});

function file(name: string, content: string | Buffer): string {
  const place = path.join(emptyFolder(), name);
  writeFileSync(place, content);
  return place;
}

describe('mandate', () => {
  test('without a word lists its commands and ends well', async () => {
    const { code, out, err } = await run([]);
    expect([code, err]).toEqual([0, '']);
    for (const command of ['serve', 'demo', 'import', 'count', 'apportion', 'decide', 'verify', 'check', 'bundle'])
      expect(out).toContain(`\n  ${command} `);
  });

  test.each([
    [['overthrow'], 'unknown command'],
    [['decide'], "missing required argument 'file'"],
    [['decide', motion7, '--loudly'], 'unknown option'],
    [['decide', motion7, 'more'], 'too many arguments'],
  ])('%j is bad usage: one sentence, exit 2', async (words, sentence) => {
    const { code, out, err } = await run(words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('mandate decide', () => {
  test('prints the outcome and every sentence of the arithmetic', async () => {
    const { code, out, err } = await run(['decide', motion7]);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[1]).toBe('DEFEATED');
    expect(out).toContain('12 of 28 votes cast FOR; more than 14 needed');
  });

  test('--json prints one document with outcome, binding lens and the three lenses', async () => {
    const { code, out, err } = await run(['decide', motion7, '--json']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'DEFEATED',
      binding: 'weight',
      lenses: { bodies: { FOR: 7, AGAINST: 5 }, weight: { FOR: 12, AGAINST: 16 }, members: { FOR: 131, AGAINST: 99 } },
    });
  });

  test('names the line and what was expected there', async () => {
    const text = readFileSync(motion7, 'utf8').replace('"FOR": 15', '"FOR": -15');
    const line = text.split('\n').findIndex((each) => each.includes('-15')) + 1;
    const place = file('motion.json', text);
    const { code, out, err } = await run(['decide', place]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      `mandate: ${place}, line ${line}: bodies[0].tally.FOR: expected a whole number of ballots, 0 or more\n`,
    );
  });

  test.each([
    ['a file that is not there', () => path.join(emptyFolder(), 'none.json'), 'there is no such file'],
    ['a folder', () => emptyFolder(), 'a file was expected'],
    ['another encoding', () => file('latin.json', Buffer.from([0x7b, 0xe9, 0x7d])), 'UTF-8 text was expected'],
    ['no JSON', () => file('words.json', 'carried'), 'line 1: expected a JSON document'],
  ])('%s is unreadable input: exit 2', async (_what, make, sentence) => {
    const place = make();
    const { code, err } = await run(['decide', place]);
    expect(code).toBe(2);
    expect(err).toContain(place);
    expect(err).toContain(sentence);
  });
});

describe('mandate verify', () => {
  test('what is no bundle is unreadable input: exit 2', async () => {
    const { code, err } = await run(['verify', motion7]);
    expect(code).toBe(2);
    expect(err).toContain('mandate-bundle/1');
  });
});

describe('mandate import --dry-run', () => {
  test('tells what would come in, and writes nothing', async () => {
    const data = path.join(emptyFolder(), 'data');
    const { code, out, err } = await run(['import', folder(), '--dry-run', '--json'], { DATA_DIR: data });
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      bodies: 5,
      members: 5,
      offices: 4,
      tallies: 0,
      elections: 0,
      problems: [],
      dryRun: true,
      result: null,
      electionResults: {},
    });
    expect(existsSync(data)).toBe(false);
  });

  test('what breaks a rule is listed whole, with file and line: exit 1', async () => {
    const place = folder({ 'members.csv': withLine('members.csv', 'mill,,nobody,ACTIVE,2021-02-29,,') });
    const { code, out, err } = await run(['import', place, '--dry-run', '--json']);
    expect(code).toBe(1);
    expect(
      JSON.parse(out).problems.map(({ file: name, line }: { file: string; line: number }) => [name, line]),
    ).toEqual([
      ['members.csv', 7],
      ['members.csv', 7],
      ['members.csv', 7],
    ]);
    expect(err).toMatch(
      /^mandate: nothing was loaded: members\.csv, line 7: joined_on: a date such as .* was expected, not "2021-02-29"; 2 more\n$/,
    );
  });

  test('lists that cannot be read are unreadable input: exit 2', async () => {
    expect((await run(['import', folder({ 'bodies.csv': null }), '--dry-run'])).code).toBe(2);
    const { code, err } = await run(['import', path.join(emptyFolder(), 'none')]);
    expect(code).toBe(2);
    expect(err).toContain('a folder with bodies.csv and members.csv was expected');
  });

  test('an election that cannot be read is told with its line: exit 2', async () => {
    const { code, err } = await run(['import', folder({ 'elections/mill.blt': '2 1\n1 3 0\n0\n' })]);
    expect(code).toBe(2);
    expect(err).toMatch(/elections\/mill\.blt, line 2: a candidate from 1 to 2, not "3" was expected/);
  });
});

import { afterEach, describe, expect, test } from '@jest/globals';
import { foundingRules } from '../../../server/rules/defaults.js';
import { readPlan } from '../../../server/import/plan.js';
import { problemSentence } from '../../../server/import/problems.js';
import { folder, replacing, sound, tidy, withLine } from './folder.js';

const TODAY = '2026-11-21';
afterEach(tidy);

async function problemsOf(files: Record<string, string | Buffer | null>) {
  const { problems } = await readPlan(folder(files), TODAY);
  return problems;
}

/** What is said about a folder spoilt in one place: `file, line N: …`. */
async function said(files: Record<string, string | Buffer | null>): Promise<string[]> {
  return (await problemsOf(files)).list.map(problemSentence);
}

test('a folder in order is read whole, whatever the order of its rows', async () => {
  const { plan, problems } = await readPlan(folder(), TODAY);
  expect(problems.list).toEqual([]);
  expect([...plan.bodies.values()].map(({ slug, depth }) => [slug, depth])).toEqual([
    ['harbour', 2],
    ['union', 0],
    ['coast', 1],
    ['mill', 2],
    ['camp', 2],
  ]);
  expect(plan.bodies.get('harbour')).toMatchObject({ latitude: '44.65000', longitude: '-63.57000', country: 'CA' });
  expect(plan.members[0]).toMatchObject({
    email: 'ada@example.org',
    offices: [
      { body: 'harbour', office: 'SECRETARY' },
      { body: 'harbour', office: 'TELLER' },
    ],
  });
  expect(plan.members[1]!.offices).toEqual([
    { body: 'coast', office: 'SECRETARY' },
    { body: 'union', office: 'CONVENOR' },
  ]);
  expect(plan.members[2]).toMatchObject({ displayName: 'Çelik', state: 'ACTIVE' });
  expect(plan.rules).toEqual(foundingRules);
});

test('a file may begin with a byte order mark and end its lines as Windows does', async () => {
  const { problems, plan } = await readPlan(
    folder({ 'bodies.csv': `\ufeff${sound['bodies.csv']!.replaceAll('\n', '\r\n')}` }),
    TODAY,
  );
  expect(problems.list).toEqual([]);
  expect(plan.bodies.size).toBe(5);
});

test('the same letters written in two ways become one', async () => {
  const { plan } = await readPlan(
    folder({ 'members.csv': withLine('members.csv', 'mill,E\u0301lan,,ACTIVE,2020-01-01,,') }),
    TODAY,
  );
  expect(plan.members.at(-1)!.displayName).toBe('\u00c9lan');
});

test('parents that go in a circle are found', async () => {
  const circle = replacing('bodies.csv', 'coast,Coast,REGION,union', 'coast,Coast,REGION,inland').concat(
    'inland,Inland,REGION,coast,,,,,,AFFILIATED\n',
  );
  expect(await said({ 'bodies.csv': circle })).toContain(
    'bodies.csv, line 7: parent: a line of parents up to the Federation was expected, and these go in a circle',
  );
});

test('a tree without a Federation is refused', async () => {
  expect(await said({ 'bodies.csv': replacing('bodies.csv', 'FEDERATION,', 'REGION,') })).toContain(
    'bodies.csv: one row of kind FEDERATION was expected, and there is none',
  );
});

test('every problem is told, not the first alone', async () => {
  const problems = await problemsOf({
    'bodies.csv': withLine('bodies.csv', 'x,X,UNION,nowhere,,,,,,GONE'),
    'members.csv': withLine('members.csv', 'mill,,nobody,ACTIVE,2021-02-29,,'),
  });
  expect(problems.list.map(({ file, line }) => `${file} ${line}`)).toEqual([
    'bodies.csv 7',
    'bodies.csv 7',
    'bodies.csv 7',
    'members.csv 7',
    'members.csv 7',
    'members.csv 7',
  ]);
});

describe('a file that cannot be read as what it should be is unreadable', () => {
  test.each([
    ['no bodies.csv', { 'bodies.csv': null }, 'bodies.csv: the file was expected in the folder'],
    [
      'an empty file',
      { 'bodies.csv': '' },
      'bodies.csv: a header was expected: slug,name,kind,parent,country,subdivision,locality,latitude,longitude,state',
    ],
    [
      'a header without a column',
      { 'members.csv': 'local_group,display_name\n' },
      'members.csv, line 1: a header with the columns local_group,display_name,email,state,joined_on,dues_paid_until,offices was expected; email, state, joined_on, dues_paid_until, offices is missing',
    ],
    [
      'a header with a strange column',
      { 'tallies.csv': 'body,entitled,FOR,AGAINST,ABSTAIN,SPOILT\n' },
      'tallies.csv, line 1: a header with the columns body,entitled,FOR,AGAINST,ABSTAIN was expected; "SPOILT" is not among them',
    ],
    [
      'another encoding',
      {
        'members.csv': Buffer.concat([
          Buffer.from(sound['members.csv']!),
          Buffer.from('mill,Jos\u00e9,,ACTIVE,2020-01-01,,\n', 'latin1'),
        ]),
      },
      'members.csv, line 7: UTF-8 text was expected',
    ],
    [
      'a quotation mark left open',
      { 'members.csv': `${sound['members.csv']}mill,"X,,ACTIVE,2020-01-01,,\n` },
      'members.csv, line 7: the closing quotation mark of a cell was expected',
    ],
  ])('%s', async (_what, files: Record<string, string | Buffer | null>, sentence) => {
    const problems = await problemsOf(files);
    expect(problems.list.map(problemSentence)).toContain(sentence);
    expect(problems.unreadable).toBe(true);
  });
});

test('a line without end is given up early, in bounded memory', async () => {
  const endless = Buffer.concat([Buffer.from(sound['members.csv']!), Buffer.alloc(256 * 1024 * 1024, 'x')]);
  const place = folder({ 'members.csv': endless });
  const before = process.memoryUsage().rss;
  const { problems } = await readPlan(place, TODAY);
  expect(problems.list.map(problemSentence)).toEqual(['members.csv, line 7: a row of at most 64 kB was expected']);
  expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024);
});

test('the Federation may bring its own rule book, and it must be whole', async () => {
  const debate = { ...foundingRules, motions: { ...foundingRules.motions, debateDays: 21 } };
  const { plan } = await readPlan(folder({ 'rules.json': JSON.stringify(debate) }), TODAY);
  expect(plan.rules.motions.debateDays).toBe(21);
  expect((await said({ 'rules.json': '{"standing":{"duesGraceDays":30}}' }))[0]).toMatch(/^rules\.json: motions: /);
  expect(await said({ 'rules.json': '{' })).toEqual(['rules.json: a JSON document in UTF-8 was expected']);
});

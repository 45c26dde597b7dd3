// Elections held elsewhere come in with their ballots, are counted anew, and are shown like any other.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { checkSnapshot } from '../../../server/checks/index.js';
import { verifyBundle } from '../../../server/history/verify.js';
import { publishedBundle } from '../../../server/history/publish.js';
import { importPlan } from '../../../server/import/import.js';
import { readPlan } from '../../../server/import/plan.js';
import { problemSentence } from '../../../server/import/problems.js';
import { rollTextOf } from '../../../server/polls/freeze.js';
import { openWorld, type World } from '../../support/world.js';
import { folder, tidy } from './folder.js';

const TODAY = '2026-11-21';
const data = path.resolve(import.meta.dirname, '../../conformance/elections/data');
let world: World | null = null;
afterEach(async () => {
  tidy();
  await world?.close();
  world = null;
});

const small = `4 2
-4
3 1 2 3 0
2 2=3 1 0
1 - 3 0
1 0
2 3 0
0
"Ada"
"Bo"
"Çelik"
"Dee"
"Council of the mill, 2019"
`;

const said = async (blt: string | Buffer, name = 'mill') => {
  const { problems } = await readPlan(folder({ [`elections/${name}.blt`]: blt }), TODAY);
  return problems.list.map(problemSentence);
};

describe('what cannot come in is told with file and line, and nothing comes in', () => {
  test.each([
    ['an empty file', '', /^elections\/mill\.blt, line 1: /],
    [
      'a candidate nobody knows',
      '2 1\n1 3 0\n0\n"a"\n"b"\n"t"\n',
      /^elections\/mill\.blt, line 2: a candidate from 1 to 2, not "3"/,
    ],
    ['more places than candidates', '2 3\n0\n"a"\n"b"\n"t"\n', /^elections\/mill\.blt, line 1: /],
    ['no end of the papers', '2 1\n1 1 0\n', /^elections\/mill\.blt, line 3: /],
    ['half a paper', '2 1\n0.5 1 0\n0\n"a"\n"b"\n"t"\n', /whole papers were expected/],
    ['everybody withdrawn', '1 1\n-1\n0\n"a"\n"t"\n', /a candidate who has not withdrawn/],
    ['a name without end', `1 1\n0\n"${'x'.repeat(201)}"\n"t"\n`, /at most 200 characters/],
  ])('%s', async (_what, blt, sentence) => {
    expect(await said(blt)).toEqual([expect.stringMatching(sentence)]);
  });

  test('an election of nobody', async () => {
    expect(await said(small, 'nowhere')).toEqual([expect.stringMatching(/the slug of a body .* not "nowhere"/)]);
  });

  test('more candidates than a page of stages can show', async () => {
    const names = Array.from({ length: 301 }, (_, at) => `"c${at}"`).join('\n');
    expect(await said(`301 1\n0\n${names}\n"t"\n`)).toEqual([
      expect.stringMatching(/at most 300 candidates were expected, not 301/),
    ]);
  });
});

async function load(files: Record<string, string | Buffer>) {
  world = await openWorld();
  const { plan, problems } = await readPlan(folder(files), TODAY);
  expect(problems.list).toEqual([]);
  return importPlan(world.services, plan);
}

const facts = `title calledBy state office method seats poll { id } candidates { number name withdrawn: state }
  result { outcome papers withheld elected { number name } count } ballotFile(format: BLT) { text }`;

test('it is shown with its candidates, counted by the Scottish rules, and gives nobody an office', async () => {
  const { counts, elections } = await load({ 'elections/mill.blt': small });
  expect(counts.elections).toBe(1);
  const { data: told } = await world!.ask(
    `query ($id: ID!) { election(id: $id) { ${facts} } body(slug: "mill") { elections(first: 3) { edges { node { title } } } } }`,
    { id: `Election_${elections['mill']}` },
  );
  expect(told.election).toMatchObject({
    title: 'Council of the mill, 2019',
    calledBy: 'IMPORT',
    state: 'CERTIFIED',
    office: null,
    method: 'scottish-stv',
    seats: 2,
    poll: null,
    result: {
      outcome: 'ELECTED',
      papers: 9,
      withheld: false,
      elected: [
        { number: 1, name: 'Ada' },
        { number: 3, name: 'Çelik' },
      ],
    },
  });
  expect(told.election.candidates[3]).toEqual({ number: 4, name: 'Dee', withdrawn: 'WITHDRAWN' });
  expect(told.election.ballotFile.text).toContain('3 1 2 3 0');
  expect(told.body.elections.edges).toHaveLength(1);
  const terms = await world!.db.selectFrom('office_term').select('source').where('source', '=', 'ELECTION').execute();
  expect(terms).toEqual([]);
});

test('it passes the checks of the database, and verifies offline', async () => {
  await load({ 'elections/mill.blt': small, 'elections/union.blt': small });
  const { checks } = await checkSnapshot(world!.db, world!.services.sequencer.signer);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  const { bundle } = await publishedBundle(world!.db, world!.services.sequencer, rollTextOf);
  expect(verifyBundle(bundle).checks.filter(({ ok }) => !ok)).toEqual([]);
});

interface Contest {
  file: string;
  valid: number;
  elected: string[];
}

test('the largest ward of all comes in whole, and elects whom its council declared', async () => {
  const { contests } = JSON.parse(readFileSync(path.join(data, 'stv.json'), 'utf8')) as { contests: Contest[] };
  const ward = contests.toSorted((a, b) => b.valid - a.valid)[0]!;
  const { elections } = await load({ 'elections/mill.blt': readFileSync(path.join(data, ward.file)) });
  const { data: told } = await world!.ask(`query ($id: ID!) { election(id: $id) { ${facts} } }`, {
    id: `Election_${elections['mill']}`,
  });
  const { result } = told.election;
  expect(result.papers).toBeGreaterThanOrEqual(ward.valid);
  expect(result.elected.map(({ name }: { name: string }) => name)).toEqual(ward.elected);
});

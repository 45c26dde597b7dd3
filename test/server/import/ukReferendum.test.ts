// A published referendum taken over body by body comes to its official result.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeUkLists } from '../../../scripts/uk-lists.mjs';
import { checkDatabase } from '../../../server/checks/index.js';
import { importPlan } from '../../../server/import/import.js';
import { readPlan } from '../../../server/import/plan.js';
import { openWorld, type World } from '../../support/world.js';
import { folder, tidy } from './folder.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const lists = folder();
  writeUkLists(lists);
  const { plan, problems } = await readPlan(lists, '2026-11-21');
  expect(problems.list).toEqual([]);
  expect((await importPlan(world.services, plan)).counts).toEqual({
    bodies: 395,
    members: 0,
    offices: 0,
    tallies: 382,
    elections: 0,
  });
}, 60_000);
afterAll(async () => {
  tidy();
  await world.close();
});

const RESULT = `{ body(slug: "uk") { proposals(first: 1) { edges { node { state result { outcome binding electors ballots
  lenses { lens totals { option count } } tallies { body { name kind } entitled tally { option count } } } } } } } }`;
type Totals = { option: string; count: number }[];
const byOption = (totals: Totals) => Object.fromEntries(totals.map(({ option, count }) => [option, count]));

test('Leave (FOR) 17,410,742, Remain (AGAINST) 16,141,241, of an electorate of 46,500,001; 263 areas to 119', async () => {
  const { data } = await world.ask(RESULT);
  const { state, result } = data.body.proposals.edges[0].node;
  const lens = (name: string) => byOption(result.lenses.find((each: { lens: string }) => each.lens === name).totals);
  expect([state, result.outcome, result.binding, result.electors, result.ballots]).toEqual([
    'CARRIED',
    'CARRIED',
    'MEMBERS',
    46_500_001,
    33_551_983,
  ]);
  expect(lens('MEMBERS')).toEqual({ FOR: 17_410_742, AGAINST: 16_141_241, ABSTAIN: 0 });
  expect(lens('BODIES')).toEqual({ FOR: 263, AGAINST: 119, ABSTAIN: 0 });
});

test('9 of the 12 regions had more for Leave than for Remain', async () => {
  const { data } = await world.ask(RESULT);
  const tallies: { body: { kind: string }; tally: Totals }[] = data.body.proposals.edges[0].node.result.tallies;
  const regions = tallies.filter(({ body }) => body.kind === 'REGION').map(({ tally }) => byOption(tally));
  expect(regions).toHaveLength(12);
  expect(regions.filter(({ FOR = 0, AGAINST = 0 }) => FOR > AGAINST)).toHaveLength(9);
});

test('everything that must hold in a database holds', async () => {
  const { checks } = await checkDatabase(world.db, world.services.sequencer.signer);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkDatabase } from '../../../server/checks/index.js';
import { publishedBundle } from '../../../server/history/publish.js';
import { verifyBundle } from '../../../server/history/verify.js';
import { importPlan } from '../../../server/import/import.js';
import { readPlan } from '../../../server/import/plan.js';
import { rollTextOf } from '../../../server/polls/freeze.js';
import { foundingRules } from '../../../server/rules/defaults.js';
import { openWorld, type World } from '../../support/world.js';
import { folder, tidy } from './folder.js';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => {
  tidy();
  await world.close();
});

async function load(files: Record<string, string> = {}) {
  const { plan, problems } = await readPlan(folder(files), '2026-11-21');
  expect(problems.list).toEqual([]);
  return importPlan(world.services, plan);
}

const tallies = 'body,entitled,FOR,AGAINST,ABSTAIN\nharbour,30,12,8,1\nmill,9,2,5,0\n';
const count = async (table: 'body' | 'person' | 'membership' | 'rule_book' | 'history_record') =>
  Number(
    (
      await world.db
        .selectFrom(table)
        .select((row) => row.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

test('bodies, members and offices come in as they stand in the lists', async () => {
  expect(await load()).toEqual({
    counts: { bodies: 5, members: 5, offices: 4, tallies: 0, elections: 0 },
    pollId: null,
    elections: {},
  });
  const { data } = await world.ask(
    '{ federation { name children { name children { name state memberCount goodStandingCount } } } }',
  );
  expect(data.federation).toEqual({
    name: 'Union',
    children: [
      {
        name: 'Coast',
        children: [
          { name: 'Camp', state: 'IN_FORMATION', memberCount: 0, goodStandingCount: 0 },
          { name: 'Harbour', state: 'AFFILIATED', memberCount: 2, goodStandingCount: 2 },
          { name: 'Mill, upper', state: 'AFFILIATED', memberCount: 1, goodStandingCount: 1 },
        ],
      },
    ],
  });
  const offices = await world.db
    .selectFrom('office_term')
    .innerJoin('body', 'body.id', 'office_term.body_id')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['slug', 'office', 'display_name'])
    .orderBy('slug')
    .orderBy('office')
    .execute();
  expect(offices).toEqual([
    { slug: 'coast', office: 'SECRETARY', display_name: 'Bo' },
    { slug: 'harbour', office: 'SECRETARY', display_name: 'Ada' },
    { slug: 'harbour', office: 'TELLER', display_name: 'Ada' },
    { slug: 'union', office: 'CONVENOR', display_name: 'Bo' },
  ]);
});

test('what came in holds by every invariant, and stands in the history', async () => {
  await load({ 'tallies.csv': tallies });
  const { checks } = await checkDatabase(world.db, world.services.sequencer.signer);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  const leaves = await world.db.selectFrom('history_leaf').select('data').orderBy('seq').execute();
  expect(JSON.parse(leaves[0]!.data)).toMatchObject({ type: 'deed', body: { name: 'import' } });
});

test('a database with a federation in it takes no import, and stays as it was', async () => {
  await load();
  const before = [await count('body'), await count('person'), await count('history_record')];
  const { plan } = await readPlan(
    folder({ 'members.csv': 'local_group,display_name,email,state,joined_on,dues_paid_until,offices\n' }),
    '2026-11-21',
  );
  await expect(importPlan(world.services, plan)).rejects.toMatchObject({ code: 'NOT_EMPTY' });
  expect([await count('body'), await count('person'), await count('history_record')]).toEqual(before);
});

test('of two imports at the same time one comes in and the other is refused', async () => {
  const { plan } = await readPlan(folder(), '2026-11-21');
  const ends = await Promise.allSettled([importPlan(world.services, plan), importPlan(world.services, plan)]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect([await count('body'), await count('rule_book')]).toEqual([5, 1]);
});

test('what the database refuses at the end leaves nothing behind', async () => {
  const { plan } = await readPlan(folder(), '2026-11-21');
  plan.members.push({ ...plan.members[0]!, displayName: ' ', email: null });
  await expect(importPlan(world.services, plan)).rejects.toThrow();
  expect([
    await count('body'),
    await count('person'),
    await count('membership'),
    await count('history_record'),
  ]).toEqual([0, 0, 0, 0]);
});

describe('a motion decided elsewhere', () => {
  const RESULT = `{ federation { proposals(first: 5) { edges { node { number state title result {
    outcome binding electors ballots lenses { lens totals { option count } } tallies { body { slug } entitled tally { option count } } } } } } } }`;
  const resultOf = async () => (await world.ask(RESULT)).data.federation.proposals.edges[0].node;
  const totals = (result: { lenses: { lens: string; totals: { option: string; count: number }[] }[] }, lens: string) =>
    Object.fromEntries(
      result.lenses.find((each) => each.lens === lens)!.totals.map(({ option, count: n }) => [option, n]),
    );

  test('is certified by the same engine from the count of each body, and its page shows it', async () => {
    await load({ 'tallies.csv': tallies, 'motion.json': '{"title":"Bread","text":"More of it."}' });
    const { state, title, number, result } = await resultOf();
    expect([state, title, number, result.outcome, result.electors, result.ballots]).toEqual([
      'CARRIED',
      'Bread',
      1,
      'CARRIED',
      39,
      28,
    ]);
    expect(totals(result, 'WEIGHT')).toMatchObject({ FOR: 3, AGAINST: 1 });
    expect(totals(result, 'MEMBERS')).toEqual({ FOR: 14, AGAINST: 13, ABSTAIN: 1 });
  });

  test('where members vote together the count of each body stands by itself', async () => {
    const together = {
      ...foundingRules,
      decisions: {
        DEFAULT: {
          ...foundingRules.decisions.DEFAULT,
          voting: 'MEMBERS',
          weight: null,
          cast: null,
          quorum: { electors: '0/1' },
        },
      },
    };
    await load({ 'tallies.csv': tallies, 'rules.json': JSON.stringify(together) });
    const { state, result } = await resultOf();
    expect([state, result.binding]).toEqual(['CARRIED', 'MEMBERS']);
    expect(totals(result, 'MEMBERS')).toEqual({ FOR: 14, AGAINST: 13, ABSTAIN: 1 });
    const mill = result.tallies.find(({ body }: { body: { slug: string } }) => body.slug === 'mill');
    expect(mill).toMatchObject({
      entitled: 9,
      tally: expect.arrayContaining([
        { option: 'FOR', count: 2 },
        { option: 'AGAINST', count: 5 },
      ]),
    });
  });

  test('is verified offline from the published record', async () => {
    await load({ 'tallies.csv': tallies });
    const { bundle, polls } = await publishedBundle(world.db, world.services.sequencer, rollTextOf);
    expect(verifyBundle(bundle).checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(polls).toBe(1);
  });

  test('brings nothing in when its figures cannot be decided by the rule', async () => {
    const seats = {
      ...foundingRules,
      decisions: {
        DEFAULT: {
          ...foundingRules.decisions.DEFAULT,
          weight: { kind: 'APPORTIONED', seats: 1, method: 'webster', minimum: 1 },
        },
      },
    };
    const { plan, problems } = await readPlan(
      folder({ 'tallies.csv': tallies, 'rules.json': JSON.stringify(seats) }),
      '2026-11-21',
    );
    expect(problems.list).toEqual([]);
    await expect(importPlan(world.services, plan)).rejects.toThrow();
    expect(await count('body')).toBe(0);
  });
});

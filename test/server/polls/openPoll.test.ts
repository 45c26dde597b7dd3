// Opening: who may, when, for how long, who is on the roll, and which polls make up the decision.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openDuePolls } from '../../../server/polls/byTheClock.js';
import { foundingRules } from '../../support/founding.js';
import {
  addPeople,
  gather,
  grant,
  local,
  motion,
  open,
  opened,
  ownRules,
  pollIn,
  readPoll,
  type Gathered,
} from '../../support/polls.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let here: Gathered;
beforeAll(async () => {
  world = await openWorld();
  here = await gather(world, { North: { Alder: 5, Birch: 3 }, South: { Cedar: 12 } });
});
afterAll(() => world.close());

const shapes = async (rootId: string) =>
  (
    await sql<{
      body: string;
      parent: string | null;
      voting: string;
      roll: number;
      weight: number | null;
      own: boolean;
      section: string;
    }>`
    select b.slug as body, pb.slug as parent, p.voting, p.roll_count as roll, p.weight, p.own_rule as own, p.rule_section as section
    from poll p join body b on b.id = p.body_id left join poll pp on pp.id = p.parent_id left join body pb on pb.id = pp.body_id
    where p.root_id = ${rootId} order by p.parent_id is not null, b.slug`.execute(world.db)
  ).rows;

test('each Local Group has a poll of its own under that of the Federation, with the weight of its roll', async () => {
  const root = await opened(world, here.bodies['federation']!, here.secretary);
  expect(await shapes(root)).toMatchObject([
    {
      body: 'federation',
      parent: null,
      voting: 'GROUPS',
      roll: 20,
      weight: null,
      own: true,
      section: 'decisions.DEFAULT',
    },
    { body: 'alder', parent: 'federation', voting: 'MEMBERS', roll: 5, weight: 1, own: false },
    { body: 'birch', parent: 'federation', voting: 'MEMBERS', roll: 3, weight: 1, own: false },
    { body: 'cedar', parent: 'federation', voting: 'MEMBERS', roll: 12, weight: 2, own: false },
  ]);
});

test('the roll is told in figures, by body', async () => {
  const { poll } = await open(world, await motion(world, here.bodies['federation']!), here.secretary);
  expect(poll.rollByBody).toEqual([
    { entitled: 5, body: { slug: 'alder' } },
    { entitled: 3, body: { slug: 'birch' } },
    { entitled: 12, body: { slug: 'cedar' } },
  ]);
});

test('the poll is open for as long as the rule book says, and its motion is being voted on', async () => {
  const proposalId = await motion(world, here.bodies['federation']!);
  const { poll } = await open(world, proposalId, here.secretary);
  const days = (Date.parse(poll.closesAt) - Date.parse(poll.openedAt)) / 86_400_000;
  expect(Math.round(days)).toBe(7);
  const { state } = await world.db
    .selectFrom('proposal')
    .select('state')
    .where('id', '=', proposalId)
    .executeTakeFirstOrThrow();
  expect(state).toBe('VOTING');
});

test('an officer may give more time, never less than the rule book', async () => {
  const longer = new Date(Date.now() + 20 * 86_400_000);
  const { poll } = await open(world, await motion(world, here.bodies['federation']!), here.secretary, {
    closesAt: longer,
  });
  expect(Math.abs(Date.parse(poll.closesAt) - longer.getTime())).toBeLessThan(1_000);
  const sooner = await open(world, await motion(world, here.bodies['federation']!), here.secretary, {
    closesAt: new Date(Date.now() + 3_600_000),
  });
  expect(sooner).toMatchObject({ code: 'CLOSING_TIME', field: 'closesAt', rule: 'motions' });
});

test('only an officer of the deciding body opens its poll', async () => {
  const refusal = await open(world, await motion(world, here.bodies['federation']!), here.people['cedar']![0]!);
  expect(refusal).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('no poll opens before the debate has run its time', async () => {
  const proposalId = await motion(world, here.bodies['federation']!);
  await sql`update proposal set debate_until = now() + interval '1 hour' where id = ${proposalId}`.execute(world.db);
  expect(await open(world, proposalId, here.secretary)).toMatchObject({ code: 'DEBATE_NOT_OVER' });
});

test('a motion has one poll, however often it is opened at once', async () => {
  const proposalId = await motion(world, here.bodies['federation']!);
  const answers = await Promise.all(Array.from({ length: 6 }, () => open(world, proposalId, here.secretary)));
  expect(answers.filter((answer) => answer['poll'])).toHaveLength(1);
  expect(new Set(answers.filter((answer) => !answer['poll']).map((answer) => answer['code']))).toEqual(
    new Set(['WRONG_STATE']),
  );
});

test('the same key opens once and gives the first answer', async () => {
  const input = { idempotencyKey: crypto.randomUUID() };
  const proposalId = await motion(world, here.bodies['federation']!);
  const [first, again] = [
    await open(world, proposalId, here.secretary, input),
    await open(world, proposalId, here.secretary, input),
  ];
  expect(again['poll'].id).toBe(first['poll'].id);
});

test('the clock opens the poll of a motion whose debate is over', async () => {
  const proposalId = await motion(world, here.bodies['federation']!);
  await openDuePolls(world.clock());
  const { state } = await world.db
    .selectFrom('poll')
    .select('state')
    .where('proposal_id', '=', proposalId)
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow();
  expect(state).toBe('OPEN');
});

test('who joins, pays or lapses later changes nothing on the roll', async () => {
  const root = await opened(world, here.bodies['federation']!, here.secretary);
  const [late] = await addPeople(world, here.bodies['alder']!, 1);
  await world.db
    .updateTable('membership')
    .set({ dues_paid_until: '2020-01-01' })
    .where('person_id', '=', here.people['alder']![1]!)
    .execute();
  const alder = await pollIn(world, root, here.bodies['alder']!);
  const onRoll = async (personId: string) =>
    (await readPoll(world, alder, personId, 'viewer { onRoll }'))['viewer'].onRoll;
  expect([await onRoll(late!), await onRoll(here.people['alder']![1]!)]).toEqual([false, true]);
  await world.db
    .updateTable('membership')
    .set({ dues_paid_until: '2099-12-31' })
    .where('person_id', '=', here.people['alder']![1]!)
    .execute();
  await world.db.updateTable('membership').set({ state: 'RESIGNED' }).where('person_id', '=', late!).execute();
});

test('a body in formation has no poll, and its members are on no roll', async () => {
  const id = crypto.randomUUID();
  await world.db
    .insertInto('body')
    .values({
      id,
      kind: 'LOCAL_GROUP',
      parent_id: here.bodies['south']!,
      name: 'Dogwood',
      slug: 'dogwood',
      state: 'IN_FORMATION',
    })
    .execute();
  const [member] = await addPeople(world, id, 4);
  const root = await opened(world, here.bodies['federation']!, here.secretary);
  expect((await shapes(root)).map((poll) => poll.body)).not.toContain('dogwood');
  const { viewer } = await readPoll(world, root, member!, 'viewer { onRoll cannot { code message rule values } }');
  expect(viewer).toMatchObject({
    onRoll: false,
    cannot: { code: 'NOT_ON_ROLL', rule: 'roll', values: { reason: 'BODY_IN_FORMATION' } },
  });
});

test('decided through Regions, each Region has a poll by bodies between', async () => {
  const nested = await gatherWith({ constituents: 'CHILDREN' });
  expect(
    (await shapes(nested)).map(({ body, parent, voting, roll, weight }) => ({ body, parent, voting, roll, weight })),
  ).toEqual([
    { body: 'federation', parent: null, voting: 'GROUPS', roll: 20, weight: null },
    { body: 'alder', parent: 'north', voting: 'MEMBERS', roll: 5, weight: 1 },
    { body: 'birch', parent: 'north', voting: 'MEMBERS', roll: 3, weight: 1 },
    { body: 'cedar', parent: 'south', voting: 'MEMBERS', roll: 12, weight: 2 },
    { body: 'north', parent: 'federation', voting: 'GROUPS', roll: 8, weight: 1 },
    { body: 'south', parent: 'federation', voting: 'GROUPS', roll: 12, weight: 2 },
  ]);
});

test('where members vote together there is one poll, and people at large in a Region vote in it', async () => {
  const atLarge = await addPeople(world, here.bodies['north']!, 2);
  const root = await gatherWith({ voting: 'MEMBERS', constituents: 'CHILDREN' });
  expect(await shapes(root)).toMatchObject([{ body: 'federation', voting: 'MEMBERS', roll: 22 }]);
  expect((await readPoll(world, root, atLarge[0]!, 'viewer { onRoll cannot { code } }'))['viewer']).toEqual({
    onRoll: true,
    cannot: null,
  });
  const byBodies = await gatherWith({});
  const { viewer } = await readPoll(world, byBodies, atLarge[0]!, 'viewer { onRoll cannot { values } }');
  expect(viewer).toMatchObject({ onRoll: false, cannot: { values: { reason: 'AT_LARGE' } } });
});

test('a body votes under its own rule book where it speaks of mandates', async () => {
  const two = {
    ...foundingRules.decisions.DEFAULT,
    voting: 'MEMBERS' as const,
    threshold: { fraction: '2/3', base: 'CAST' as const, strict: false },
  };
  await ownRules(world, here.bodies['birch']!, { decisions: { MANDATE: two } });
  const root = await opened(world, here.bodies['federation']!, here.secretary);
  const birch = (await shapes(root)).find((poll) => poll.body === 'birch');
  expect(birch).toMatchObject({ own: true, section: 'decisions.MANDATE' });
});

test('a Local Group decides its own motion by its members', async () => {
  await grant(world, here.people['cedar']![0]!, here.bodies['cedar']!, 'SECRETARY');
  const root = await opened(world, here.bodies['cedar']!, here.people['cedar']![0]!);
  expect(await shapes(root)).toMatchObject([{ body: 'cedar', voting: 'MEMBERS', roll: 12, weight: null }]);
});

/** A poll of the Federation under a rule book changed for the moment. */
async function gatherWith(change: object): Promise<string> {
  const rules = {
    ...foundingRules,
    decisions: { ...foundingRules.decisions, ORDINARY: { ...foundingRules.decisions.DEFAULT, ...change } },
  };
  await sql`alter table rule_book disable trigger all`.execute(world.db);
  await world.db
    .updateTable('rule_book')
    .set({ rules: JSON.stringify(rules) })
    .where('id', '=', here.ruleBookId)
    .execute();
  const { poll } = await open(world, await motion(world, here.bodies['federation']!), here.secretary);
  await world.db
    .updateTable('rule_book')
    .set({ rules: JSON.stringify(foundingRules) })
    .where('id', '=', here.ruleBookId)
    .execute();
  await sql`alter table rule_book enable trigger all`.execute(world.db);
  return local(poll.id);
}

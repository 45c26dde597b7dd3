// Seconding: by another member, once, in time; the number needed opens the debate.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { lapseUnseconded } from '../../../server/proposals/lapseUnseconded.js';
import { found, foundingRules, type Founded } from '../../support/founding.js';
import { deed, read, second, submit } from '../../support/motions.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let p: Founded['people'];
beforeAll(async () => {
  world = await openWorld();
  f = await found(world, { ...foundingRules, motions: { ...foundingRules.motions, secondsNeeded: 2, debateDays: 5 } });
  p = f.people;
});
afterAll(() => world.close());

const overdue = (id: string) =>
  world.db
    .updateTable('proposal')
    .set({ second_by: sql`now() - interval '1 second'` })
    .where('id', '=', id.slice(9))
    .execute();

test('the last second needed brings a motion into debate, and not the one before', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  expect(await second(world, id, p['amy']!)).toMatchObject({
    state: 'SUBMITTED',
    secondCount: 1,
    viewerSeconded: true,
    debateUntil: null,
  });
  const motion = await second(world, id, p['ann']!);
  expect(motion).toMatchObject({ state: 'DEBATE', secondCount: 2 });
  expect(Date.parse(motion['debateUntil']) - Date.parse(motion['debateFrom'])).toBe(5 * 86_400_000);
  expect(motion['steps'].at(-1)).toMatchObject({ fromState: 'SUBMITTED', toState: 'DEBATE' });
});

test('the author does not second their own motion', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  expect(await second(world, id, p['abe']!)).toMatchObject({ code: 'NOT_ALLOWED', rule: 'motions' });
});

test('a member seconds once, even when they press twice at the same time', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  const answers = await Promise.all([second(world, id, p['amy']!), second(world, id, p['amy']!)]);
  expect(answers.map((answer) => answer['code'] ?? answer['state']).sort()).toEqual(['ALREADY_SECONDED', 'SUBMITTED']);
  expect(await read(world, id)).toMatchObject({ secondCount: 1, state: 'SUBMITTED' });
});

test('two members who second at the same time count as two', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  await Promise.all([second(world, id, p['amy']!), second(world, id, p['ann']!)]);
  expect(await read(world, id)).toMatchObject({ secondCount: 2, state: 'DEBATE' });
});

test('sent again with its key, a second is answered as the first time', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  const input = { idempotencyKey: newKey(), proposalId: id };
  await deed(world, 'secondProposal', input, p['amy']!);
  expect(await deed(world, 'secondProposal', input, p['amy']!)).toMatchObject({ secondCount: 1 });
});

test('a neighbour does not second, a member of a body below does', async () => {
  const local = await submit(world, f.bodies.alder, p['abe']!);
  expect(await second(world, local['id'], p['ben']!)).toMatchObject({ code: 'NOT_ALLOWED' });
  const regional = await submit(world, f.bodies.north, p['abe']!);
  expect(await second(world, regional['id'], p['ben']!)).toMatchObject({ secondCount: 1 });
});

test('when the time is over nobody seconds, and the clock lets the motion lapse, once', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  await overdue(id);
  expect(await second(world, id, p['amy']!)).toMatchObject({ code: 'NOT_SECONDED_IN_TIME', rule: 'motions' });
  expect(
    (await Promise.all([lapseUnseconded(world.clock()), lapseUnseconded(world.clock())])).reduce((sum, n) => sum + n),
  ).toBe(1);
  const motion = await read(world, id, p['amy']!);
  expect(motion).toMatchObject({ state: 'LAPSED' });
  expect(motion['steps'].filter((step: { toState: string }) => step.toState === 'LAPSED')).toHaveLength(1);
  expect(await second(world, id, p['amy']!)).toMatchObject({ code: 'NOT_SECONDED_IN_TIME' });
  const records = await world.db.selectFrom('history_record').select('body').execute();
  expect(records.filter(({ body }) => (body as { name: string }).name === 'lapseUnseconded')).toHaveLength(1);
});

test('a motion still in time does not lapse', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  expect(await lapseUnseconded(world.clock())).toBe(0);
  expect(await read(world, id)).toMatchObject({ state: 'SUBMITTED' });
});

test('a motion in debate needs no more seconds', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  await second(world, id, p['amy']!);
  await second(world, id, p['ann']!);
  expect(await second(world, id, p['art']!)).toMatchObject({ code: 'WRONG_STATE' });
});

// A carried motion of a typed kind does what it says, once, and nothing else can do it, raw SQL neither.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { effectiveRules } from '../../../server/rules/effectiveRules.js';
import { found, foundingRules, type Founded } from '../../support/founding.js';
import { debated, decide } from '../../support/motions.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
beforeAll(async () => {
  world = await openWorld();
  f = await found(world);
});
afterAll(() => world.close());

const inDebate = async (bodyId: string, more: object) =>
  (await debated(world, bodyId, f.people['abe']!, f.people['amy']!, more))['id'] as string;
const clause = { key: 'solidarity', kind: 'PRINCIPLE', heading: 'Solidarity', text: 'One for all.' };
const forming = async (slug: string) => {
  const id = newKey();
  await world.db
    .insertInto('body')
    .values({ id, kind: 'LOCAL_GROUP', parent_id: f.bodies.north, name: slug, slug, state: 'IN_FORMATION' })
    .execute();
  return id;
};
const stateOf = async (bodyId: string) =>
  (await world.db.selectFrom('body').select('state').where('id', '=', bodyId).executeTakeFirstOrThrow()).state;
const needsDecision = { code: 'MD009' };

test('a carried platform is the next version, with the days the motion or else the rule book gives for accepting it', async () => {
  const newest = () =>
    world.db.selectFrom('platform_version').selectAll().orderBy('number', 'desc').executeTakeFirstOrThrow();
  const days = async () => {
    const { rows } = await sql<{
      days: number;
    }>`select (reaccept_by::date - in_force_from::date) as days from platform_version order by number desc limit 1`.execute(
      world.db,
    );
    return rows[0]!.days;
  };
  const first = await inDebate(f.bodies.federation, {
    kind: 'ADOPT_PLATFORM',
    payload: { clauses: [clause], reacceptDays: 30 },
  });
  const records = await decide(world, first);
  expect(await newest()).toMatchObject({ number: 2, proposal_id: first.slice(9) });
  expect(await days()).toBe(30);
  expect(records).toEqual([[(await newest()).id, { clauses: [clause] }]]);
  await decide(world, await inDebate(f.bodies.federation, { kind: 'ADOPT_PLATFORM', payload: { clauses: [clause] } }));
  expect(await days()).toBe(foundingRules.platform.reacceptDays);
});

test('a carried rule book is the body’s next version and applies at once', async () => {
  const change = (challengeDays: number) => ({
    kind: 'ADOPT_RULE_BOOK',
    payload: { rules: { roll: { challengeDays } } },
  });
  await decide(world, await inDebate(f.bodies.alder, change(5)));
  await decide(world, await inDebate(f.bodies.alder, change(6)));
  const { rules, source } = await effectiveRules(world.db, f.bodies.alder);
  expect(rules.roll.challengeDays).toBe(6);
  expect(source.roll).toMatchObject({ bodyId: f.bodies.alder, version: 2 });
});

test('a carried affiliation gives a body in formation its vote, and the change names the motion', async () => {
  const elm = await forming('elm');
  const motion = await inDebate(f.bodies.north, { kind: 'AFFILIATE_BODY', payload: { bodyId: `Body_${elm}` } });
  expect(await stateOf(elm)).toBe('IN_FORMATION');
  await decide(world, motion);
  expect(await stateOf(elm)).toBe('AFFILIATED');
  const change = await world.db
    .selectFrom('body_state')
    .selectAll()
    .where('body_id', '=', elm)
    .executeTakeFirstOrThrow();
  expect(change).toMatchObject({ state: 'AFFILIATED', proposal_id: motion.slice(9) });
});

test('a second motion for the same affiliation is carried and changes nothing more', async () => {
  const fir = await forming('fir');
  const motions = [];
  for (const _ of [1, 2])
    motions.push(await inDebate(f.bodies.north, { kind: 'AFFILIATE_BODY', payload: { bodyId: `Body_${fir}` } }));
  await decide(world, motions[0]!);
  expect(await decide(world, motions[1]!)).toEqual([]);
  expect(await world.db.selectFrom('body_state').select('state').where('body_id', '=', fir).execute()).toHaveLength(1);
});

test('what is defeated, or fails for want of a quorum, does nothing', async () => {
  const before = await world.db.selectFrom('rule_book').select('id').execute();
  for (const outcome of ['DEFEATED', 'INQUORATE'] as const) {
    await decide(
      world,
      await inDebate(f.bodies.alder, { kind: 'ADOPT_RULE_BOOK', payload: { rules: { roll: { challengeDays: 9 } } } }),
      outcome,
    );
  }
  expect(await world.db.selectFrom('rule_book').select('id').execute()).toHaveLength(before.length);
});

const book = (bodyId: string, version: number, proposalId: string | null) =>
  world.db
    .insertInto('rule_book')
    .values({ id: newKey(), body_id: bodyId, version, rules: '{}', proposal_id: proposalId })
    .execute();

test('by raw SQL: no later rule book without a motion, with one not carried, of another kind, or of another body', async () => {
  const open = (
    await inDebate(f.bodies.federation, { kind: 'ADOPT_RULE_BOOK', payload: { rules: foundingRules } })
  ).slice(9);
  const ordinary = (await inDebate(f.bodies.federation, {})).slice(9);
  await decide(world, `Proposal_${ordinary}`);
  await expect(book(f.bodies.federation, 2, null)).rejects.toMatchObject({ code: '23514' });
  await expect(book(f.bodies.federation, 2, open)).rejects.toMatchObject(needsDecision);
  await expect(book(f.bodies.federation, 2, ordinary)).rejects.toMatchObject(needsDecision);
  const elsewhere = (
    await inDebate(f.bodies.north, { kind: 'ADOPT_RULE_BOOK', payload: { rules: { roll: { challengeDays: 1 } } } })
  ).slice(9);
  await decide(world, `Proposal_${elsewhere}`);
  await expect(book(f.bodies.federation, 2, elsewhere)).rejects.toMatchObject(needsDecision);
  await expect(book(f.bodies.north, 2, elsewhere)).rejects.toMatchObject({ code: '23505' });
});

test('by raw SQL: no platform but by a carried motion for it', async () => {
  const version = (number: number, proposalId: string | null) =>
    world.db
      .insertInto('platform_version')
      .values({ id: newKey(), body_id: f.bodies.federation, number, proposal_id: proposalId })
      .execute();
  const motion = (
    await inDebate(f.bodies.federation, { kind: 'ADOPT_PLATFORM', payload: { clauses: [clause] } })
  ).slice(9);
  await expect(version(90, motion)).rejects.toMatchObject(needsDecision);
  await expect(version(90, null)).rejects.toMatchObject({ code: '23514' });
  await decide(world, `Proposal_${motion}`);
  await expect(version(90, motion)).rejects.toMatchObject({ code: '23505' });
});

test('by raw SQL: the state of a body does not change but by a carried motion about that very body', async () => {
  const [gum, hazel] = [await forming('gum'), await forming('hazel')];
  const set = (bodyId: string) =>
    world.db.updateTable('body').set({ state: 'AFFILIATED' }).where('id', '=', bodyId).execute();
  const note = (bodyId: string, proposalId: string | null) =>
    world.db
      .insertInto('body_state')
      .values({ body_id: bodyId, state: 'AFFILIATED', proposal_id: proposalId })
      .execute();
  await expect(set(gum)).rejects.toMatchObject(needsDecision);
  const motion = (
    await inDebate(f.bodies.north, { kind: 'AFFILIATE_BODY', payload: { bodyId: `Body_${hazel}` } })
  ).slice(9);
  await expect(note(hazel, motion)).rejects.toMatchObject(needsDecision);
  await note(gum, null);
  await expect(set(gum)).rejects.toMatchObject(needsDecision);
  await decide(world, `Proposal_${motion}`);
  await expect(note(gum, motion)).rejects.toMatchObject(needsDecision);
  expect([await stateOf(gum), await stateOf(hazel)]).toEqual(['IN_FORMATION', 'AFFILIATED']);
});

test('by raw SQL: a motion does not jump from debate to carried', async () => {
  const motion = await inDebate(f.bodies.alder, {});
  const jump = world.db.updateTable('proposal').set({ state: 'CARRIED' }).where('id', '=', motion.slice(9)).execute();
  await expect(jump).rejects.toMatchObject({ code: 'MD007' });
});

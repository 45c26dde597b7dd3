// Good standing: each thing that takes the vote away, what would cure it, and that rolls are frozen from the same law.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { standingOf } from '../../../server/membership/standing.js';
import { addMember, found, foundingRules, type Founded } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let federation: Founded;
beforeAll(async () => {
  world = await openWorld();
  federation = await found(world, { ...foundingRules, standing: { ...foundingRules.standing, duesGraceDays: 30 } });
});
afterAll(() => world.close());

/** A fresh member of Birch for each test. */
let name = 0;
let person: string;
let membership: string;
beforeEach(async () => {
  person = await addMember(world, federation, `member${++name}`, 'birch');
  membership = federation.memberships[`member${name}`]!;
});

const set = (values: object) => world.db.updateTable('membership').set(values).where('id', '=', membership).execute();
const daysFromToday = (days: number) => sql<string>`current_date + ${days}::int`;
const codes = async () => (await standingOf(world.db, membership))!.reasons.map(({ code }) => code);
const isOnTheRoll = async () => {
  const { rows } = await sql<{
    good: boolean;
  }>`select good from member_standing(${federation.bodies.federation}, current_date) where membership_id = ${membership}`.execute(
    world.db,
  );
  return rows[0]?.good ?? false;
};

/** A further version of the platform, in force since some days, to be accepted within a window of days. */
async function platform(number: number, since: number, reacceptDays: number): Promise<string> {
  const id = randomUUID();
  await sql`insert into platform_version (id, body_id, number, in_force_from, reaccept_by, proposal_id)
    values (${id}, ${federation.bodies.federation}, ${number}, now() - make_interval(days => ${since}),
      now() - make_interval(days => ${since}) + make_interval(days => ${reacceptDays}), ${await carriedMotion()})`.execute(
    world.db,
  );
  return id;
}
async function carriedMotion(): Promise<string> {
  const id = randomUUID();
  await world.db
    .insertInto('proposal')
    .values({
      id,
      body_id: federation.bodies.federation,
      number: ++motions,
      kind: 'ADOPT_PLATFORM',
      title: 'A platform',
      text: 'That it be adopted.',
      state: 'CARRIED',
      author_id: person,
    })
    .execute();
  return id;
}
let motions = 100;

test('a paid-up active member who has accepted the platform may vote', async () => {
  expect(await standingOf(world.db, membership)).toEqual({ inGoodStanding: true, reasons: [] });
  expect(await isOnTheRoll()).toBe(true);
});

describe('dues', () => {
  test('count as paid through the grace of the inherited rule book, its last day included', async () => {
    await set({ dues_paid_until: daysFromToday(-30) });
    expect(await codes()).toEqual([]);
    expect(await isOnTheRoll()).toBe(true);
  });

  test('are owed the day after, and the reason says what to do, since when and by which rule', async () => {
    await set({ dues_paid_until: daysFromToday(-31) });
    const { inGoodStanding, reasons } = (await standingOf(world.db, membership))!;
    expect(inGoodStanding).toBe(false);
    const { rows } = await sql<{ day: string }>`select (current_date - 1)::text as day`.execute(world.db);
    expect(reasons).toEqual([
      {
        code: 'DUES_OWED',
        message: 'Dues are owed beyond the grace.',
        cure: 'Pay what is owed to the Treasurer of Birch, or ask for a waiver; it stays private.',
        rule: 'Federation, rule book 1, §standing',
        until: rows[0]!.day,
      },
    ]);
    expect(await isOnTheRoll()).toBe(false);
  });

  test('are first owed from the day of joining, so that a new member has the grace too', async () => {
    await set({ dues_paid_until: null, joined_on: daysFromToday(-30) });
    expect(await codes()).toEqual([]);
    await set({ joined_on: daysFromToday(-31) });
    expect(await codes()).toEqual(['DUES_OWED']);
  });

  test('have the grace of the group’s own rule book where it speaks of standing', async () => {
    await world.db
      .insertInto('rule_book')
      .values({
        id: randomUUID(),
        body_id: federation.bodies.cedar,
        version: 1,
        rules: JSON.stringify({ standing: { duesGraceDays: 5 } }),
      })
      .execute();
    await world.db
      .updateTable('membership')
      .set({ dues_paid_until: daysFromToday(-6) })
      .where('id', '=', federation.memberships['cid']!)
      .execute();
    const standing = (await standingOf(world.db, federation.memberships['cid']!))!;
    expect(standing.reasons).toMatchObject([{ code: 'DUES_OWED', rule: 'Cedar, rule book 1, §standing' }]);
    await set({ dues_paid_until: daysFromToday(-6) });
    expect(await codes()).toEqual([]);
  });
});

describe('the state of the membership', () => {
  test.each([
    ['SUSPENDED', 'SUSPENDED'],
    ['ON_LEAVE', 'ON_LEAVE'],
    ['LAPSED', 'NOT_ACTIVE'],
    ['RESIGNED', 'NOT_ACTIVE'],
    ['EXPELLED', 'NOT_ACTIVE'],
    ['APPLICANT', 'NOT_ACTIVE'],
  ] as const)('%s takes the vote: %s', async (state, code) => {
    await set({ state });
    expect(await codes()).toEqual([code]);
    expect(await isOnTheRoll()).toBe(false);
  });

  test('a supporter has no vote', async () => {
    await set({ kind: 'SUPPORTER' });
    expect(await codes()).toEqual(['SUPPORTER']);
    expect(await isOnTheRoll()).toBe(false);
  });

  test('every reason is told, not the first alone', async () => {
    await set({ state: 'SUSPENDED', kind: 'SUPPORTER', dues_paid_until: daysFromToday(-400) });
    expect(await codes()).toEqual(['SUSPENDED', 'SUPPORTER', 'DUES_OWED']);
  });
});

test.each([
  ['IN_FORMATION', 'BODY_IN_FORMATION'],
  ['SUSPENDED', 'BODY_NOT_AFFILIATED'],
] as const)('a member of a group that is %s has no vote: %s', async (state, code) => {
  const id = randomUUID();
  const slug = state.toLowerCase().replace('_', '-');
  await world.db
    .insertInto('body')
    .values({ id, kind: 'LOCAL_GROUP', parent_id: federation.bodies.south, name: slug, slug, state })
    .execute();
  await set({ body_id: id });
  expect(await codes()).toEqual([code]);
  expect(await isOnTheRoll()).toBe(false);
});

describe('the platform', () => {
  test('an acceptance of the version before counts until the window closes, then no more', async () => {
    const second = await platform(2, 1, 30);
    expect(await codes()).toEqual([]);
    expect(await isOnTheRoll()).toBe(true);
    await world.db
      .insertInto('acceptance')
      .values({ person_id: person, version_id: second, declarations: [] })
      .execute();
    expect(await codes()).toEqual([]);
  });

  test('a third version does not shorten the window of the second', async () => {
    await platform(3, 0, 30);
    expect(await codes()).toEqual([]);
  });

  test('whoever has not accepted when a window has closed may not vote until they do', async () => {
    const fourth = await platform(4, 40, 30);
    const { reasons } = (await standingOf(world.db, membership))!;
    expect(reasons).toMatchObject([{ code: 'PLATFORM_NOT_ACCEPTED', rule: 'Federation, rule book 1, §platform' }]);
    expect(await isOnTheRoll()).toBe(false);
    await world.db
      .insertInto('acceptance')
      .values({ person_id: person, version_id: fourth, declarations: [] })
      .execute();
    expect(await codes()).toEqual([]);
    expect(await isOnTheRoll()).toBe(true);
  });
});

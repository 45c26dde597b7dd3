// An officer calls an election for which the rule book provides, and chooses nothing but dates.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { call, electing, inMonths, today, type Electing } from '../../support/elections.js';
import { grant, ownRules } from '../../support/polls.js';
import { foundingRules } from '../../support/founding.js';

let all: Electing;
beforeAll(async () => {
  all = await electing(6);
});
afterAll(() => all.world.close());

const calling = (more: object = {}, as: string | null = all.secretary, bodyId = all.bodyId) =>
  call(all.world, bodyId, as!, more);

test('a stranger is asked to sign in, and a member without office is refused', async () => {
  await expect(calling({}, null)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await calling({}, all.people[4])).toMatchObject({ code: 'NOT_ALLOWED', rule: 'elections' });
});

test('an office of which the rule book says nothing is refused', async () => {
  expect(await calling({ office: 'EMPEROR' })).toMatchObject({ code: 'NOT_AN_OFFICE', field: 'office' });
});

test('the Federation sends no delegates, having no body above', async () => {
  const { gathered } = all;
  expect(await calling({}, gathered.secretary, gathered.bodies['federation'])).toMatchObject({ code: 'NOT_AN_OFFICE' });
});

test('nominations are never given less time than the rule book says, nor more than ninety days', async () => {
  const inDays = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
  expect(await calling({ nominationsUntil: inDays(6) })).toMatchObject({
    code: 'NOMINATION_TIME',
    values: { least: 7 },
  });
  expect(await calling({ nominationsUntil: inDays(91) })).toMatchObject({ code: 'NOMINATION_TIME' });
});

test('the day on which those elected begin is neither past nor far off', async () => {
  expect(await calling({ takesOfficeOn: '2020-01-01' })).toMatchObject({ code: 'OFFICE_DATE' });
  expect(await calling({ takesOfficeOn: inMonths(8) })).toMatchObject({ code: 'OFFICE_DATE' });
});

test('where every place is held on that day there is nothing to elect', async () => {
  const { world, people, bodyId } = all;
  await grant(world, people[5]!, bodyId, 'TREASURER');
  expect(await calling({ office: 'TREASURER' })).toMatchObject({ code: 'NO_SEAT_VACANT' });
});

test('a body in formation elects nobody', async () => {
  const { world, gathered } = all;
  const birch = gathered.bodies['birch']!;
  await grant(world, gathered.people['birch']![0]!, birch, 'SECRETARY');
  await sql`alter table body disable trigger user`.execute(world.db);
  await world.db.updateTable('body').set({ state: 'IN_FORMATION' }).where('id', '=', birch).execute();
  expect(await calling({}, gathered.people['birch']![0], birch)).toMatchObject({ code: 'BODY_IN_FORMATION' });
});

test('places are those that nobody holds; method, term and alternates are the rule book’s', async () => {
  const { world, people, bodyId } = all;
  await grant(world, people[4]!, bodyId, 'DELEGATE');
  const election = await calling({ takesOfficeOn: today() });
  expect(election).toMatchObject({
    seats: 1,
    method: 'scottish-stv',
    termMonths: 12,
    secret: true,
    state: 'NOMINATIONS',
  });
  expect(await calling()).toMatchObject({ code: 'ALREADY_CALLED' });
});

test('sent again it is the same election', async () => {
  const { world, bodyId, secretary } = all;
  const id = '0b8f0f4e-7d3a-4f8e-9a55-111111111111';
  const takesOfficeOn = inMonths(2);
  const first = await call(world, bodyId, secretary, { id, office: 'AUDITOR', takesOfficeOn });
  expect(await call(world, bodyId, secretary, { id, office: 'AUDITOR', takesOfficeOn })).toEqual(first);
  expect(await call(world, bodyId, secretary, { id, office: 'CONVENOR', takesOfficeOn })).toMatchObject({
    code: 'KEY_USED',
  });
});

test('a body’s own rule book goes before the one above, and offices are found with the body', async () => {
  const { world, bodyId, secretary } = all;
  await ownRules(world, bodyId, {
    elections: {
      ...foundingRules.elections,
      offices: [{ office: 'ARCHIVIST', seats: 3, termMonths: 6, termLimit: null, alternates: 0 }],
    },
  });
  const { data } = await world.ask(
    '{ body(slug: "alder") { officesToElect { office seats held termMonths termLimit underWay { id } cannotCall { code } } } }',
    {},
    secretary,
  );
  expect(data.body.officesToElect).toEqual([
    { office: 'ARCHIVIST', seats: 3, held: 0, termMonths: 6, termLimit: null, underWay: null, cannotCall: null },
  ]);
  expect(await calling({ office: 'ARCHIVIST' })).toMatchObject({
    seats: 3,
    termMonths: 6,
    title: 'Archivist of Alder',
  });
});

// Who may stand, who may nominate, and what the nominated may answer: refusals with their reasons first.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { termsInARow, monthsLater } from '../../../server/elections/eligibility.js';
import {
  call,
  closeNominations,
  deed,
  electing,
  inMonths,
  keyed,
  membershipOf,
  read,
  stand,
  type Electing,
} from '../../support/elections.js';
import { grant, local } from '../../support/polls.js';
import { newKey } from '../../support/world.js';

let all: Electing;
let id: string;
let [amy, ben, cat, dan, eve, fay]: string[] = [];
beforeAll(async () => {
  all = await electing(10, { oneOfficeEach: true });
  [, , , amy, ben, cat, dan, eve, fay] = all.people;
  id = (await call(all.world, all.bodyId, all.secretary))['id'];
});
afterAll(() => all.world.close());

test('strangers sign in; members of other bodies and people on leave do not stand', async () => {
  const { world, gathered } = all;
  await expect(deed(world, 'nominate', { id: newKey(), electionId: id }, null)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  expect(await stand(world, id, gathered.people['birch']![0]!)).toMatchObject({ code: 'NOT_ALLOWED' });
  await sql`update membership set state = 'ON_LEAVE' where person_id = ${fay!}`.execute(world.db);
  expect(await stand(world, id, fay!)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await stand(world, id, amy!, { membershipId: await membershipOf(world, fay!) })).toMatchObject({
    code: 'NOT_A_MEMBER_THERE',
  });
});

test('somebody one may not see cannot be nominated, nor found out about', async () => {
  const { world, gathered } = all;
  const membershipId = await membershipOf(world, gathered.people['birch']![0]!);
  await expect(stand(world, id, amy!, { membershipId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('who owes dues is told so, and what cures it; others are not told of it', async () => {
  const { world } = all;
  await sql`update membership set dues_paid_until = '2020-01-01' where person_id = ${eve!}`.execute(world.db);
  const own = await stand(world, id, eve!);
  expect(own).toMatchObject({ code: 'NOT_IN_GOOD_STANDING', values: { reason: 'DUES_OWED' } });
  expect(own['message']).toMatch(/Pay what is owed/);
  const nominated = await stand(world, id, amy!, { membershipId: await membershipOf(world, eve!) });
  expect(nominated).toMatchObject({ state: 'PROPOSED' });
  expect(await keyed(world, 'acceptNomination', { candidateId: nominated['id'] }, eve!)).toMatchObject({
    code: 'NOT_IN_GOOD_STANDING',
  });
});

test('who holds another office on that day does not stand, where each has one', async () => {
  const { world, people } = all;
  expect(await stand(world, id, people[1]!)).toMatchObject({
    code: 'OTHER_OFFICE',
    values: { office: 'TELLER of Alder' },
  });
});

test('the term limit holds, and who served it may stand after the pause of a term', async () => {
  const { world, bodyId } = all;
  const term = (from: string, until: string) =>
    sql`insert into office_term (id, person_id, body_id, office, from_date, until_date, source) values (gen_random_uuid(), ${dan!}, ${bodyId}, 'DELEGATE', ${from}, ${until}, 'FOUNDING')`.execute(
      world.db,
    );
  for (const back of [35, 23, 11]) await term(inMonths(-back), inMonths(12 - back));
  expect(await stand(world, id, dan!)).toMatchObject({ code: 'TERM_LIMIT', values: { limit: 3 } });
  expect(await read(world, id, dan!, 'viewerCannotStand { code }')).toEqual({
    viewerCannotStand: { code: 'TERM_LIMIT' },
  });
});

test('terms in a row are counted back from the day on which the next begins', () => {
  const terms = [['2026-01-01', '2027-01-01'], ['2025-01-01', '2026-01-01'], ['2022-01-01', '2023-01-01']] as const; // prettier-ignore
  expect(termsInARow(terms, '2027-01-01', 12)).toBe(2);
  expect(termsInARow(terms, '2027-12-31', 12)).toBe(2);
  expect(termsInARow(terms, '2028-01-01', 12)).toBe(0);
  expect(termsInARow([], '2027-01-01', 12)).toBe(0);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-11-21', 2, '2027-01-21'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months is %s', (day, months, later) => expect(monthsLater(day, months)).toBe(later));

test('nobody is nominated twice, and only the nominated answer', async () => {
  const { world } = all;
  const proposed = await stand(world, id, amy!, { membershipId: await membershipOf(world, ben!) });
  expect(proposed).toMatchObject({ state: 'PROPOSED' });
  expect(await stand(world, id, cat!, { membershipId: await membershipOf(world, ben!) })).toMatchObject({
    code: 'NOMINATED_ALREADY',
  });
  expect(await keyed(world, 'acceptNomination', { candidateId: proposed['id'] }, amy!)).toMatchObject({
    code: 'NOT_ALLOWED',
  });
  expect(await keyed(world, 'withdrawNomination', { candidateId: proposed['id'] }, ben!)).toMatchObject({
    code: 'CANDIDATE_STATE',
  });
  expect(await keyed(world, 'declineNomination', { candidateId: proposed['id'] }, ben!)).toMatchObject({
    state: 'DECLINED',
  });
  expect(await keyed(world, 'declineNomination', { candidateId: proposed['id'] }, ben!)).toMatchObject({
    code: 'CANDIDATE_STATE',
  });
});

test('who declined may think again, and changes what they say until voting opens', async () => {
  const { world } = all;
  const mine = (await read(world, id, ben!, 'viewerCandidacy { id viewerCan }'))['viewerCandidacy'];
  expect(mine.viewerCan).toEqual(['acceptNomination']);
  const say = (more: object) => keyed(world, 'acceptNomination', { candidateId: mine.id, ...more }, ben!);
  expect(await say({ statement: 'x'.repeat(4001) })).toMatchObject({ code: 'TEXT_TOO_LONG', field: 'statement' });
  expect(await say({ groups: ['women'] })).toMatchObject({ code: 'UNKNOWN_GROUP' });
  expect(await say({ statement: 'I stand.' })).toMatchObject({ state: 'STANDING', statement: 'I stand.' });
  expect(await say({ statement: 'I stand again.', publicity: 'EVERYONE' })).toMatchObject({
    statement: 'I stand again.',
    publicity: 'EVERYONE',
  });
});

test('a candidate withdraws before voting opens, and nobody is nominated after', async () => {
  const { world } = all;
  const cats = await stand(world, id, cat!);
  expect(await keyed(world, 'withdrawCandidate', { candidateId: cats['id'] }, cat!)).toMatchObject({
    code: 'ELECTION_STATE',
  });
  expect(await keyed(world, 'withdrawNomination', { candidateId: cats['id'] }, cat!)).toMatchObject({
    state: 'WITHDRAWN',
  });
  await closeNominations(world, id);
  expect(await stand(world, id, amy!)).toMatchObject({ code: 'NOMINATIONS_CLOSED' });
});

test('a paper has room for fifty', async () => {
  const { world } = all;
  const other = (await call(world, all.bodyId, all.secretary, { office: 'CONVENOR' }))['id'];
  await sql`
    with crowd as (insert into person (id, display_name, salt) select gen_random_uuid(), 'Crowd', uuid_send(gen_random_uuid()) from generate_series(1, 50) returning id)
    insert into candidate (id, election_id, kind, person_id, body_id, state)
    select gen_random_uuid(), ${local(other)}, 'PERSON', id, ${all.bodyId}, 'STANDING' from crowd`.execute(world.db);
  expect(await stand(world, other, amy!)).toMatchObject({ code: 'PAPER_FULL', values: { most: 50 } });
});

test('a person standing in one body may hold no office in another on that day', async () => {
  const { world, gathered } = all;
  const other = (await call(world, all.bodyId, all.secretary, { office: 'AUDITOR' }))['id'];
  await grant(world, amy!, gathered.bodies['north']!, 'TREASURER');
  expect(await stand(world, other, amy!)).toMatchObject({
    code: 'OTHER_OFFICE',
    values: { office: 'TREASURER of North' },
  });
});

// Charging dues: once for each person and period, whatever is restarted and wherever they move, by the rate in force.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { databaseCode } from '../../../server/errors.js';
import { followMembers } from '../../../server/dues/followMembers.js';
import {
  balances,
  charge,
  duesDeed,
  joinedAgo,
  oldSchedule,
  owesFromNow,
  pay,
  statement,
  today,
} from '../../support/dues.js';
import { found, grantOffice, type Founded } from '../../support/founding.js';
import { admit, transfer } from '../../support/joining.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let year: number;
beforeEach(async () => {
  world = await openWorld();
  f = await found(world);
  year = Number((await today(world)).slice(0, 4));
});
afterEach(() => world.close());

const thisYear = () => ({ valid_from: `${year}-01-01` });
const charged = async (membershipId: string) => {
  const { rows } = await sql<{ line: string }>`
    select part || ' ' || period_from || ' ' || amount as line from dues_charge where membership_id = ${membershipId} order by period_from, part`.execute(
    world.db,
  );
  return rows.map(({ line }) => line);
};
const chargesInAll = async () =>
  Number((await sql<{ n: string }>`select count(*) as n from dues_charge`.execute(world.db)).rows[0]!.n);

test('everybody is charged once for the year, in one transfer of each group, and a repeated run does nothing', async () => {
  await oldSchedule(world, f.bodies.federation, thisYear());
  await owesFromNow(world);
  expect(await charge(world)).toEqual({ bodies: 3, charges: 10 });
  expect(await charged(f.memberships['ann']!)).toEqual([`BASE ${year}-01-01 2800`]);
  expect(await balances(world, f.bodies.alder)).toEqual(['DUES_CHARGED: -140.00 USD', 'DUES_RECEIVABLE: 140.00 USD']);
  const { rows } = await sql<{
    kind: string;
    n: string;
  }>`select kind, count(*) as n from ledger_transfer group by kind`.execute(world.db);
  expect(rows).toEqual([{ kind: 'CHARGES', n: '3' }]);
  expect(await charge(world)).toEqual({ bodies: 0, charges: 0 });
  expect(await chargesInAll()).toBe(10);
});

test('a run that is cut off half-way is finished by the next one, and nobody is charged twice', async () => {
  await oldSchedule(world, f.bodies.federation, thisYear());
  await owesFromNow(world);
  await sql`select raise_dues(${f.bodies.alder}, current_date)`.execute(world.db);
  const cut = world.db.transaction().execute(async (tx) => {
    await sql`select raise_dues(${f.bodies.birch}, current_date)`.execute(tx);
    throw new Error('the power went out');
  });
  await expect(cut).rejects.toThrow('the power went out');
  expect(await chargesInAll()).toBe(5);
  expect(await charge(world)).toEqual({ bodies: 2, charges: 5 });
  expect(await chargesInAll()).toBe(10);
});

test('several runs at once charge everybody once', async () => {
  await oldSchedule(world, f.bodies.federation, thisYear());
  await owesFromNow(world);
  const runs = await Promise.all(Array.from({ length: 6 }, () => charge(world)));
  expect(runs.reduce((sum, { charges }) => sum + charges, 0)).toBe(10);
  expect(await chargesInAll()).toBe(10);
});

test('the database itself refuses a second charge of a person for a period, whichever membership it is for', async () => {
  await oldSchedule(world, f.bodies.federation, thisYear());
  await owesFromNow(world, f.memberships['ann']!);
  await charge(world);
  const again =
    sql`insert into dues_charge select gen_random_uuid(), membership_id, person_id, part, period_from, period_until, schedule_id, band, due_on, currency,
    amount, 0, raised_in, transfer_id, body_id from dues_charge`.execute(world.db);
  expect(await again.then(() => 'done', databaseCode)).toBe('23505');
});

test('a charge stays as it was raised: its sum, its person and its period', async () => {
  await oldSchedule(world, f.bodies.federation, thisYear());
  await owesFromNow(world, f.memberships['ann']!);
  await charge(world);
  for (const change of ['amount = 1', 'settled = amount', `period_from = period_from - 1`, `due_on = due_on + 9`])
    expect(
      await sql
        .raw(`update dues_charge set ${change}`)
        .execute(world.db)
        .then(() => 'done', databaseCode),
    ).toBe('MD040');
  expect(await sql`delete from dues_charge`.execute(world.db).then(() => 'done', databaseCode)).toBe('MD040');
});

test('a part of a period costs all of it, the months that are left, or nothing, as was decided', async () => {
  const cost = async (partPeriod: string, owesFrom: string, more: object = {}) => {
    const schedule = { part_period: partPeriod, period: 'YEAR', amount: 2800, bands: [], ...more };
    const { rows } = await sql<{ cost: string }>`
      select dues_for(jsonb_populate_record(null::dues_schedule, ${JSON.stringify(schedule)}::jsonb), null, '2027-01-01', ${owesFrom}::date) as cost`.execute(
      world.db,
    );
    return Number(rows[0]!.cost);
  };
  const ofAYear: [rule: string, owesFrom: string, cents: number][] = [
    ['WHOLE', '2026-05-01', 2800],
    ['WHOLE', '2027-12-31', 2800],
    ['MONTHS', '2027-01-01', 2800],
    ['MONTHS', '2027-01-31', 2800],
    ['MONTHS', '2027-02-01', 2566],
    ['MONTHS', '2027-07-15', 1400],
    ['MONTHS', '2027-12-31', 233],
    ['NEXT', '2027-01-01', 2800],
    ['NEXT', '2027-01-02', 0],
  ];
  for (const [rule, from, cents] of ofAYear) expect([rule, from, await cost(rule, from)]).toEqual([rule, from, cents]);
  expect(await cost('MONTHS', '2027-01-20', { period: 'MONTH', amount: 300 })).toBe(300);
});

test('what was paid elsewhere, as an import says, is not charged again; from the day after it is', async () => {
  await oldSchedule(world, f.bodies.federation, { ...thisYear(), part_period: 'MONTHS' });
  const brought = (until: string, name: string) =>
    sql`update membership set dues_paid_until = ${until}, dues_brought_until = ${until} where id = ${f.memberships[name]}`.execute(
      world.db,
    );
  await brought(`${year}-12-31`, 'ann');
  await brought(`${year - 1}-12-31`, 'amy');
  await charge(world);
  expect(await charged(f.memberships['ann']!)).toEqual([]);
  expect(await charged(f.memberships['amy']!)).toEqual([`BASE ${year}-01-01 2800`]);
});

test('periods that nobody charged while the server was away are charged later, those that ended more than a year ago never', async () => {
  await oldSchedule(world, f.bodies.federation, { period: 'MONTH', amount: 300 });
  await owesFromNow(world, f.memberships['ann']!);
  await charge(world);
  const months = await charged(f.memberships['ann']!);
  expect(months).toHaveLength(13);
  const { rows } = await sql<{
    first: string;
  }>`select (date_trunc('month', current_date) - interval '12 months')::date::text as first`.execute(world.db);
  expect(months[0]).toBe(`BASE ${rows[0]!.first} 300`);
});

test('who is on leave, a supporter, an applicant or of a group in formation is not charged; who is suspended is', async () => {
  await oldSchedule(world, f.bodies.federation, thisYear());
  await owesFromNow(world);
  const set = (name: string, values: object) =>
    world.db.updateTable('membership').set(values).where('id', '=', f.memberships[name]!).execute();
  await set('ann', { state: 'ON_LEAVE' });
  await set('amy', { kind: 'SUPPORTER' });
  await set('abe', { state: 'APPLICANT' });
  await set('art', { state: 'SUSPENDED' });
  await sql`alter table body disable trigger body_changes_state_by_decision`.execute(world.db);
  await world.db.updateTable('body').set({ state: 'IN_FORMATION' }).where('id', '=', f.bodies.cedar).execute();
  await charge(world);
  for (const name of ['ann', 'amy', 'abe', 'cat', 'cid']) expect(await charged(f.memberships[name]!)).toEqual([]);
  expect(await charged(f.memberships['art']!)).toHaveLength(1);
});

test('a band of the sliding scale that a member has chosen counts for what is charged from then on', async () => {
  await oldSchedule(world, f.bodies.federation, {
    ...thisYear(),
    bands: [{ band: 'LOW_INCOME', name: 'Low income', amount: 1000 }],
  });
  await owesFromNow(world);
  const declare = (name: string, band: string | null, as = name) =>
    duesDeed(
      world,
      'declareDuesBand',
      { idempotencyKey: newKey(), membershipId: `Membership_${f.memberships[name]}`, band },
      f.people[as]!,
    );
  expect((await declare('ann', 'LOW_INCOME'))['statement'].band).toBe('LOW_INCOME');
  expect(await declare('ann', 'RICH')).toMatchObject({ code: 'UNKNOWN_BAND', rule: 'dues', field: 'band' });
  expect(await declare('ann', 'LOW_INCOME', 'abe')).toMatchObject({ code: 'NOT_ALLOWED' });
  await charge(world);
  expect(await charged(f.memberships['ann']!)).toEqual([`BASE ${year}-01-01 1000`]);
  expect(await charged(f.memberships['amy']!)).toEqual([`BASE ${year}-01-01 2800`]);
  expect((await declare('ann', null))['statement'].band).toBeNull();
});

test('a Local Group’s own dues come on top, by their own period, and stay with it', async () => {
  await oldSchedule(world, f.bodies.federation, thisYear());
  await sql`alter table dues_schedule disable trigger dues_schedule_of_the_right_body`.execute(world.db);
  const month = (await today(world)).slice(0, 7);
  await oldSchedule(world, f.bodies.cedar, { period: 'MONTH', amount: 150, valid_from: `${month}-01` });
  await sql`insert into dues_split (id, body_id, version, valid_from, shares) values (${randomUUID()}, ${f.bodies.federation}, 1, '2020-01-01',
    ${JSON.stringify([{ level: 'FEDERATION', purpose: '', share: '1/2', until: null }])}::jsonb)`.execute(world.db);
  await owesFromNow(world);
  await charge(world);
  expect(await charged(f.memberships['cat']!)).toEqual([`BASE ${year}-01-01 2800`, `EXTRA ${month}-01 150`]);
  expect(await charged(f.memberships['ann']!)).toHaveLength(1);
  await grantOffice(world, f.people['cid']!, f.bodies.cedar, 'TREASURER');
  const { payment } = await pay(world, f.memberships['cat']!, f.people['cid']!, {
    amount: { amount: '29.50', currency: 'USD' },
  });
  expect(payment.parts).toEqual([
    { kind: 'DUES_INCOME', name: '', amount: { amount: '15.50' }, withBody: null },
    { kind: 'PER_CAPITA_PAYABLE', name: '', amount: { amount: '14.00' }, withBody: { slug: 'federation' } },
  ]);
});

describe('a move to another Local Group', () => {
  const move = async (name: string) => {
    await transfer(world, f.people[name]!, { toBodyId: `Body_${f.bodies.birch}` });
    await admit(world, f.people['bea']!, { membershipId: `Membership_${f.memberships[name]}` });
    await followMembers(world.clock());
  };

  test('neither doubles nor loses a period that is open: it follows the member out of one book into the other', async () => {
    await oldSchedule(world, f.bodies.federation, thisYear());
    for (const name of ['ann', 'amy']) await owesFromNow(world, f.memberships[name]!);
    await charge(world);
    await move('ann');
    expect(await balances(world, f.bodies.alder)).toEqual(['DUES_CHARGED: -28.00 USD', 'DUES_RECEIVABLE: 28.00 USD']);
    expect(await balances(world, f.bodies.birch)).toEqual(['DUES_CHARGED: -28.00 USD', 'DUES_RECEIVABLE: 28.00 USD']);
    expect(await charge(world)).toEqual({ bodies: 0, charges: 0 });
    await grantOffice(world, f.people['ben']!, f.bodies.birch, 'TREASURER');
    expect((await pay(world, f.memberships['ann']!, f.people['ben']!))['statement'].owed).toEqual([]);
    await followMembers(world.clock());
    expect(await balances(world, f.bodies.birch)).toEqual(['CASH: 28.00 USD', 'DUES_INCOME: -28.00 USD']);
  });

  test('leaves what was paid where it was paid, and the new group does not charge it again', async () => {
    await oldSchedule(world, f.bodies.federation, thisYear());
    await owesFromNow(world, f.memberships['ann']!);
    await charge(world);
    await grantOffice(world, f.people['abe']!, f.bodies.alder, 'TREASURER');
    await pay(world, f.memberships['ann']!, f.people['abe']!);
    await move('ann');
    expect(await charge(world)).toEqual({ bodies: 0, charges: 0 });
    expect(await balances(world, f.bodies.birch)).toEqual([]);
    expect((await statement(world, f.memberships['ann']!, f.people['ann']!))!['standing'].state).toBe('PAID');
  });

  test('cut off between the two books, is brought to its end by the next run', async () => {
    await oldSchedule(world, f.bodies.federation, thisYear());
    await owesFromNow(world, f.memberships['ann']!);
    await charge(world);
    await world.db.updateTable('dues_charge').set({ body_id: null }).execute();
    await followMembers(world.clock());
    expect(await world.db.selectFrom('dues_charge').select('body_id').execute()).toEqual([{ body_id: f.bodies.alder }]);
  });
});

test('what somebody has paid ahead settles what is charged later, with its shares', async () => {
  await owesFromNow(world, f.memberships['ann']!);
  await grantOffice(world, f.people['abe']!, f.bodies.alder, 'TREASURER');
  await pay(world, f.memberships['ann']!, f.people['abe']!, { amount: { amount: '30.00', currency: 'USD' } });
  expect(await balances(world, f.bodies.alder)).toEqual(['CASH: 30.00 USD', 'MEMBER_CREDIT: -30.00 USD']);
  await oldSchedule(world, f.bodies.federation, thisYear());
  await charge(world);
  expect(await balances(world, f.bodies.alder)).toEqual([
    'CASH: 30.00 USD',
    'DUES_INCOME: -28.00 USD',
    'MEMBER_CREDIT: -2.00 USD',
  ]);
  expect((await statement(world, f.memberships['ann']!, f.people['ann']!))!).toMatchObject({
    owed: [],
    credit: [{ amount: { amount: '2.00', currency: 'USD' } }],
    standing: { state: 'PAID', until: `${year}-12-31` },
  });
});

test('somebody who left and came back owes a period once', async () => {
  await oldSchedule(world, f.bodies.federation, thisYear());
  await owesFromNow(world, f.memberships['ann']!);
  await charge(world);
  await world.db.updateTable('membership').set({ state: 'RESIGNED' }).where('id', '=', f.memberships['ann']!).execute();
  await sql`insert into membership (id, person_id, body_id, state, joined_on) values (gen_random_uuid(), ${f.people['ann']}, ${f.bodies.birch}, 'ACTIVE', current_date)`.execute(
    world.db,
  );
  expect(await charge(world)).toEqual({ bodies: 0, charges: 0 });
});

test('each charge falls due on the first day of its period, or the day after joining, and never before the rate was laid down', async () => {
  await oldSchedule(world, f.bodies.federation, thisYear());
  await owesFromNow(world, f.memberships['ann']!);
  const late = await joinedAgo(world, f, 'late', 'alder', 0);
  await charge(world);
  const dueOn = async (membershipId: string) =>
    (
      await sql<{
        day: string;
      }>`select due_on::text as day from dues_charge where membership_id = ${membershipId}`.execute(world.db)
    ).rows[0]!.day;
  expect(await dueOn(f.memberships['ann']!)).toBe(`${year}-01-01`);
  const { rows } = await sql<{ day: string }>`select (current_date + 1)::text as day`.execute(world.db);
  expect(await dueOn(late)).toBe(rows[0]!.day);
});

// What dues are, and how they divide, is decided: laid down once at the founding, and from then on by carried motions alone.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { databaseCode } from '../../../server/errors.js';
import { balances, charge, halfFifthThreeTenths, owesFromNow, pay, setDues, today } from '../../support/dues.js';
import { found, grantOffice, type Founded } from '../../support/founding.js';
import { debated, decide, submit } from '../../support/motions.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let year: number;
let nextYear: string;
beforeAll(async () => {
  world = await openWorld();
  f = await found(world);
  await grantOffice(world, f.people['art']!, f.bodies.federation, 'TREASURER');
  await grantOffice(world, f.people['abe']!, f.bodies.alder, 'TREASURER');
  year = Number((await today(world)).slice(0, 4));
  nextYear = `${year + 1}-01-01`;
});
afterAll(() => world.close());

const dues = (more: object = {}) => ({
  amount: '30.00',
  currency: 'USD',
  period: 'YEAR',
  validFrom: nextYear,
  ...more,
});
const move = (body: keyof Founded['bodies'], kind: string, payload: object) =>
  submit(world, f.bodies[body], f.people['abe']!, { kind, payload });
const carry = async (body: keyof Founded['bodies'], kind: string, payload: object) =>
  decide(world, (await debated(world, f.bodies[body], f.people['abe']!, f.people['amy']!, { kind, payload }))['id']);
const schedules = async (bodyId: string) =>
  (
    await sql<{
      line: string;
    }>`select version || ' ' || valid_from || ' ' || amount || ' ' || period as line from dues_schedule where body_id = ${bodyId} order by version`.execute(
      world.db,
    )
  ).rows.map(({ line }) => line);
const run = (statement: string) =>
  sql
    .raw(statement)
    .execute(world.db)
    .then(() => 'done', databaseCode);

describe('the founding', () => {
  test('is for the Treasurer, Secretary or Convenor of the Federation', async () => {
    for (const name of ['abe', 'bea', 'cat'])
      expect(await setDues(world, f, {}, f.people[name]!)).toMatchObject({ code: 'NOT_ALLOWED', rule: 'offices' });
  });

  test('refuses dues that cannot stand, and a division that takes more than all', async () => {
    expect(await setDues(world, f, { amount: { amount: '28.001', currency: 'USD' } })).toMatchObject({
      code: 'TOO_MANY_DECIMALS',
      field: 'payload.amount',
    });
    expect(await setDues(world, f, { validFrom: `${year - 1}-01-01` })).toMatchObject({
      code: 'PAYLOAD_INVALID',
      field: 'payload.validFrom',
    });
    expect(
      await setDues(world, f, {
        shares: [
          { level: 'REGION', share: '2/3' },
          { level: 'FEDERATION', share: '2/3' },
        ],
      }),
    ).toMatchObject({ code: 'SPLIT_TOO_LARGE' });
  });

  test('asks 28.00 USD a year from this January where nothing else is said, and is for once', async () => {
    const { schedule } = await setDues(world, f, { shares: halfFifthThreeTenths });
    expect(schedule).toEqual({
      version: 1,
      period: 'YEAR',
      validFrom: `${year}-01-01`,
      partPeriod: 'MONTHS',
      amount: { amount: '28.00', currency: 'USD' },
      bands: [],
      body: { slug: 'federation' },
    });
    expect(await setDues(world, f)).toMatchObject({ code: 'NEEDS_DECISION', rule: 'dues' });
    const { data } = await world.ask('{ duesSplit { version validFrom shares { level purpose share until } } }');
    expect(data.duesSplit).toEqual({
      version: 1,
      validFrom: `${year}-01-01`,
      shares: [
        { level: 'REGION', purpose: '', share: '1/5', until: null },
        { level: 'FEDERATION', purpose: '', share: '3/10', until: null },
      ],
    });
  });
});

describe('a motion SET_DUES', () => {
  const refused: [what: string, change: object, refusal: object][] = [
    ['an amount below zero', { amount: '-1.00' }, { code: 'AMOUNT_NOT_POSITIVE', field: 'payload.amount' }],
    ['a currency nobody knows', { currency: 'XXX' }, { code: 'UNKNOWN_CURRENCY', field: 'payload.currency' }],
    ['a day that begins no period', { validFrom: 'MIDYEAR' }, { code: 'PAYLOAD_INVALID', field: 'payload.validFrom' }],
    ['years gone by', { validFrom: '2020-01-01' }, { code: 'PAYLOAD_INVALID', field: 'payload.validFrom' }],
    [
      'two bands of one name',
      { bands: [1, 2].map((n) => ({ band: 'LOW', name: `Low ${n}`, amount: '1.00' })) },
      { code: 'PAYLOAD_INVALID', field: 'payload.bands.1.band' },
    ],
    ['what it does not know', { colour: 'red' }, { code: 'PAYLOAD_INVALID' }],
    ['a number for an amount', { amount: 30 }, { code: 'PAYLOAD_INVALID', field: 'payload.amount' }],
  ];
  test.each(refused)('is refused with %s', async (_what, change, refusal) => {
    const payload = JSON.parse(JSON.stringify(dues(change)).replace('MIDYEAR', `${year + 1}-02-01`)) as object;
    expect(await move('federation', 'SET_DUES', payload)).toMatchObject(refusal);
  });

  test('is not for a Region; from years to months it steps on a first of January', async () => {
    expect(await submit(world, f.bodies.north, f.people['abe']!, { kind: 'SET_DUES', payload: dues() })).toMatchObject({
      code: 'WRONG_BODY',
      rule: 'dues',
    });
    expect(
      await move('federation', 'SET_DUES', dues({ period: 'MONTH', validFrom: `${year + 1}-03-01` })),
    ).toMatchObject({
      code: 'PAYLOAD_INVALID',
      field: 'payload.validFrom',
    });
  });

  test('once carried lays down the next version, valid from its day; until then the old rate is charged', async () => {
    await carry('federation', 'SET_DUES', dues());
    expect(await schedules(f.bodies.federation)).toEqual([`1 ${year}-01-01 2800 YEAR`, `2 ${nextYear} 3000 YEAR`]);
    await owesFromNow(world, f.memberships['ann']!);
    await charge(world);
    const { rows } = await sql<{
      amount: string;
    }>`select amount from dues_charge where membership_id = ${f.memberships['ann']}`.execute(world.db);
    expect(rows).toEqual([{ amount: '2800' }]);
    const { rows: then } = await sql<{ from: string; amount: string }>`
      select period_from::text as from, s.amount from dues_periods(${f.bodies.alder}, ${`${year + 1}-06-01`}) p join dues_schedule s on s.id = p.schedule_id order by 1`.execute(
      world.db,
    );
    expect(then).toEqual([
      { from: `${year}-01-01`, amount: '2800' },
      { from: nextYear, amount: '3000' },
    ]);
  });

  test('of a Local Group adds dues of its own, and 0 ends them', async () => {
    await carry('alder', 'SET_DUES', dues({ amount: '5.00', validFrom: nextYear }));
    await carry('alder', 'SET_DUES', dues({ amount: '0', validFrom: `${year + 2}-01-01` }));
    expect(await schedules(f.bodies.alder)).toEqual([`1 ${nextYear} 500 YEAR`, `2 ${year + 2}-01-01 0 YEAR`]);
  });
});

describe('a motion SET_SPLIT', () => {
  const split = (shares: object[], validFrom?: string) => ({ validFrom: validFrom ?? nextYear, shares });
  const refused: [what: string, shares: object[], refusal: object][] = [
    [
      'a decimal for a fraction',
      [{ level: 'REGION', share: '0.2' }],
      { code: 'PAYLOAD_INVALID', field: 'payload.shares.0.share' },
    ],
    [
      'a share of the group for nothing in particular',
      [{ level: 'LOCAL_GROUP', share: '1/2' }],
      { code: 'PAYLOAD_INVALID', field: 'payload.shares.0.purpose' },
    ],
    [
      'one share twice',
      [1, 2].map(() => ({ level: 'REGION', share: '1/5' })),
      { code: 'PAYLOAD_INVALID', field: 'payload.shares.1' },
    ],
    [
      'more than all',
      [1, 2].map((n) => ({ level: 'REGION', purpose: `${n}`, share: '3/5' })),
      { code: 'SPLIT_TOO_LARGE' },
    ],
    [
      'a levy that ends before it begins',
      [{ level: 'REGION', purpose: 'x', share: '1/5', until: '2020-01-01' }],
      { code: 'PAYLOAD_INVALID', field: 'payload.shares.0.until' },
    ],
  ];
  test.each(refused)('is refused with %s', async (_what, shares, refusal) => {
    expect(await move('federation', 'SET_SPLIT', split(shares))).toMatchObject(refusal);
  });

  test('is the Federation’s, and reaches back over no payment', async () => {
    expect(await move('alder', 'SET_SPLIT', split([]))).toMatchObject({ code: 'WRONG_BODY', rule: 'dues' });
    expect(await move('federation', 'SET_SPLIT', split([], '2020-01-01'))).toMatchObject({
      code: 'PAYLOAD_INVALID',
      field: 'payload.validFrom',
    });
  });

  test('divides what is received from its day on, with levies for a purpose and a time, and funds of the group', async () => {
    const day = await today(world);
    await carry(
      'federation',
      'SET_SPLIT',
      split(
        [
          { level: 'REGION', share: '12/100' },
          { level: 'FEDERATION', share: '12/100' },
          { level: 'FEDERATION', purpose: 'Strike fund', share: '5/100', until: day },
          { level: 'FEDERATION', purpose: 'Over', share: '5/100', until: day },
          { level: 'LOCAL_GROUP', purpose: 'Hall', share: '8/100' },
        ],
        day,
      ),
    );
    await pay(world, f.memberships['ann']!, f.people['abe']!);
    expect(await balances(world, f.bodies.alder)).toEqual([
      'CASH: 28.00 USD',
      'DUES_INCOME: -16.24 USD',
      'FUND Hall: -2.24 USD',
      'PER_CAPITA_PAYABLE federation Over: -1.40 USD',
      'PER_CAPITA_PAYABLE federation Strike fund: -1.40 USD',
      'PER_CAPITA_PAYABLE federation: -3.36 USD',
      'PER_CAPITA_PAYABLE north: -3.36 USD',
    ]);
  });
});

describe('the database itself', () => {
  const insert = (body: string, version: number, proposal = 'null') =>
    run(`insert into dues_schedule (id, body_id, version, valid_from, laid_down_on, period, currency, amount, part_period, proposal_id)
      values (gen_random_uuid(), '${body}', ${version}, '2027-01-01', '2026-01-01', 'YEAR', 'USD', 1, 'WHOLE', ${proposal})`);
  test('takes a later version, and a group’s own, only from a carried motion of that body', async () => {
    expect(await insert(f.bodies.federation, 3)).toBe('23514');
    expect(await insert(f.bodies.birch, 1)).toBe('MD009');
    expect(await insert(f.bodies.north, 1)).toBe('MD009');
    const { rows } = await sql<{
      id: string;
    }>`select proposal_id as id from dues_schedule where body_id = ${f.bodies.alder} order by version limit 1`.execute(
      world.db,
    );
    expect(await insert(f.bodies.birch, 1, `'${rows[0]!.id}'`)).toBe('MD009');
    expect(await insert(f.bodies.alder, 3, `'${rows[0]!.id}'`)).toBe('23505');
    expect(
      await run(
        `insert into dues_split (id, body_id, version, valid_from, shares) values ('${randomUUID()}', '${f.bodies.alder}', 1, '2027-01-01', '[]')`,
      ),
    ).toBe('MD009');
  });
  test('keeps what was decided', async () => {
    for (const table of ['dues_schedule', 'dues_split']) {
      expect(await run(`update ${table} set valid_from = '2030-01-01'`)).toBe('MD040');
      expect(await run(`delete from ${table}`)).toBe('MD040');
      expect(await run(`truncate ${table} cascade`)).toBe('MD040');
    }
  });
});

// Entering a payment: one transfer of money, charge and shares; a receipt; and everything that is refused, with its rule.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { newestMail } from '../../support/browser.js';
import {
  balances,
  charge,
  daysFromToday,
  foundWithDues,
  owesFromNow,
  pay,
  statement,
  today,
} from '../../support/dues.js';
import { addMember, type Founded } from '../../support/founding.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
beforeAll(async () => {
  world = await openWorld();
  f = await foundWithDues(world);
  await charge(world);
});
afterAll(() => world.close());

/** A fresh member of Birch who has been charged for the year, and its Treasurer. */
let count = 0;
let member: string;
let treasurer: string;
beforeEach(async () => {
  const name = `payer${++count}`;
  await addMember(world, f, name, 'birch');
  member = f.memberships[name]!;
  await owesFromNow(world, member);
  await charge(world);
  treasurer = f.people['ben']!;
});

const transfersOf = async (bodyId: string) =>
  Number(
    (await sql<{ n: string }>`select count(*) as n from ledger_transfer where body_id = ${bodyId}`.execute(world.db))
      .rows[0]!.n,
  );

test('books cash, charge and every level’s share in one transfer of the group’s own book', async () => {
  const before = await transfersOf(f.bodies.cedar);
  await pay(world, f.memberships['cat']!, f.people['cid']!);
  expect(await transfersOf(f.bodies.cedar)).toBe(before + 1);
  expect(await balances(world, f.bodies.cedar)).toEqual([
    'CASH: 28.00 USD',
    'DUES_CHARGED: -28.00 USD',
    'DUES_INCOME: -14.00 USD',
    'DUES_RECEIVABLE: 28.00 USD',
    'PER_CAPITA_PAYABLE federation: -8.40 USD',
    'PER_CAPITA_PAYABLE south: -5.60 USD',
  ]);
  expect(await balances(world, f.bodies.south)).toEqual([]);
  expect(await balances(world, f.bodies.federation)).toEqual([]);
});

test('tells the member where each cent went, and settles their dues to the end of the year', async () => {
  const { payment, statement: told } = await pay(world, member, treasurer, {
    reference: 'dues  of Nora',
    method: 'TRANSFER',
  });
  expect(payment).toMatchObject({
    method: 'TRANSFER',
    amount: { amount: '28.00', currency: 'USD' },
    reference: 'dues of Nora',
    body: { slug: 'birch' },
    parts: [
      { kind: 'DUES_INCOME', amount: { amount: '14.00' }, withBody: null },
      { kind: 'PER_CAPITA_PAYABLE', amount: { amount: '5.60' }, withBody: { slug: 'north' } },
      { kind: 'PER_CAPITA_PAYABLE', amount: { amount: '8.40' }, withBody: { slug: 'federation' } },
    ],
  });
  const year = (await today(world)).slice(0, 4);
  expect(told).toMatchObject({
    owed: [],
    standing: { state: 'PAID', until: `${year}-12-31`, next: 'WITHIN_GRACE', nextOn: `${Number(year) + 1}-01-01` },
    charges: [{ part: 'BASE', amount: { amount: '28.00' }, paid: { amount: '28.00' }, open: { amount: '0.00' } }],
  });
});

describe('receipts', () => {
  test('are numbered in each body without a gap, whoever enters them at once', async () => {
    const before = await world.db
      .selectFrom('dues_payment')
      .select('number')
      .where('body_id', '=', f.bodies.birch)
      .execute();
    const made = await Promise.all(
      Array.from({ length: 12 }, () => pay(world, member, treasurer, { amount: { amount: '1.00', currency: 'USD' } })),
    );
    const numbers = made.map(({ payment }) => payment.number as number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, i) => before.length + i + 1));
  });

  test('go to the member by mail, under a subject that tells nothing', async () => {
    const name = `payer${count}`;
    await sql`update person set email_proved_at = now() where id = ${f.people[name]}`.execute(world.db);
    const { payment } = await pay(world, member, treasurer);
    const mail = await newestMail(world, `${name}@example.org`);
    expect(mail!.subject).toBe('A note for you');
    expect(mail!.body).toContain(`Birch has received 28.00 USD from you on ${await today(world)}.`);
    expect(mail!.body).toContain(`receipt ${payment.number}`);
  });

  test('of paper bear a number once', async () => {
    const paperNumber = `A-${newKey().slice(0, 8)}`;
    const first = await pay(world, member, treasurer, { paperNumber });
    expect(first['payment'].paperNumber).toBe(paperNumber);
    const before = await balances(world, f.bodies.birch);
    expect(await pay(world, member, treasurer, { paperNumber })).toMatchObject({
      code: 'RECEIPT_NUMBER_USED',
      rule: 'books',
      field: 'paperNumber',
      values: { paperNumber, number: first['payment'].number },
    });
    expect(await balances(world, f.bodies.birch)).toEqual(before);
  });
});

test('a payment sent again under its id is booked once; another under that id is refused', async () => {
  const id = newKey();
  const [first, again] = await Promise.all([
    pay(world, member, treasurer, { id }),
    pay(world, member, treasurer, { id }),
  ]);
  expect(again).toEqual(first);
  expect(await pay(world, member, treasurer, { id })).toEqual(first);
  expect(await pay(world, member, treasurer, { id, amount: { amount: '27.00', currency: 'USD' } })).toMatchObject({
    code: 'KEY_USED',
  });
  const { payments } = (await statement(world, member, treasurer))!;
  expect(payments).toHaveLength(1);
});

test('a payment in parts settles in parts, and its shares are those of the whole', async () => {
  for (const amount of ['9.33', '9.33', '9.34'])
    await pay(world, member, treasurer, { amount: { amount, currency: 'USD' } });
  const { payments, owed } = (await statement(world, member, treasurer))!;
  expect(owed).toEqual([]);
  const sum = (slug: string) =>
    payments
      .flatMap(({ parts }: { parts: { withBody: { slug: string } | null; amount: { amount: string } }[] }) => parts)
      .filter((part: { withBody: { slug: string } | null }) => part.withBody?.slug === slug)
      .reduce(
        (cents: number, part: { amount: { amount: string } }) => cents + Number(part.amount.amount.replace('.', '')),
        0,
      );
  expect([sum('north'), sum('federation')]).toEqual([560, 840]);
});

test('what is paid too much is the member’s credit, and is told as such', async () => {
  const { payment, statement: told } = await pay(world, member, treasurer, {
    amount: { amount: '40.00', currency: 'USD' },
  });
  expect(payment.parts).toContainEqual({
    kind: 'MEMBER_CREDIT',
    name: '',
    amount: { amount: '12.00' },
    withBody: null,
  });
  expect(told).toMatchObject({
    owed: [],
    credit: [{ body: { slug: 'birch' }, amount: { amount: '12.00', currency: 'USD' } }],
  });
});

describe('is refused, and nothing is booked:', () => {
  const money = (amount: string, currency = 'USD') => ({ amount: { amount, currency } });
  const refusals: [what: string, input: object, refusal: object][] = [
    ['a negative amount', money('-28.00'), { code: 'AMOUNT_NOT_POSITIVE', rule: 'dues', field: 'amount' }],
    ['nothing', money('0.00'), { code: 'AMOUNT_NOT_POSITIVE', rule: 'dues', field: 'amount' }],
    [
      'more decimals than the currency has',
      money('28.005'),
      { code: 'TOO_MANY_DECIMALS', rule: 'dues', values: { currency: 'USD', places: 2 } },
    ],
    ['decimals of a currency that has none', money('28.5', 'JPY'), { code: 'TOO_MANY_DECIMALS', rule: 'dues' }],
    ['a currency nobody knows', money('28.00', 'ZZZ'), { code: 'UNKNOWN_CURRENCY', rule: 'dues', field: 'currency' }],
    ['words for an amount', money('twenty'), { code: 'NOT_AN_AMOUNT', rule: 'dues' }],
    ['an amount in exponents', money('1e3'), { code: 'NOT_AN_AMOUNT', rule: 'dues' }],
    ['more than the books can hold', money('9999999999999999'), { code: 'AMOUNT_TOO_LARGE', rule: 'dues' }],
  ];
  test.each(refusals)('%s', async (_what, input, refusal) => {
    const before = await transfersOf(f.bodies.birch);
    expect(await pay(world, member, treasurer, input)).toMatchObject(refusal);
    expect(await transfersOf(f.bodies.birch)).toBe(before);
  });

  test('a day that has not come', async () => {
    const receivedOn = await daysFromToday(world, 1);
    expect(await pay(world, member, treasurer, { receivedOn })).toMatchObject({
      code: 'FUTURE_DATE',
      rule: 'books',
      field: 'receivedOn',
    });
  });

  test('a day of a closed period', async () => {
    await sql`insert into book_period (id, body_id, from_date, until_date, closed_at) values (gen_random_uuid(), ${f.bodies.birch}, '2020-01-01', '2020-12-31', now())`.execute(
      world.db,
    );
    expect(await pay(world, member, treasurer, { receivedOn: '2020-12-31' })).toMatchObject({
      code: 'PERIOD_CLOSED',
      rule: 'books',
      field: 'receivedOn',
      values: { until: '2020-12-31' },
    });
  });

  test('another body’s member, by its Treasurer; and anybody’s, by who keeps no books', async () => {
    expect(await pay(world, f.memberships['abe']!, treasurer)).toMatchObject({ code: 'NOT_ALLOWED', rule: 'offices' });
    for (const name of ['bea', 'bob', 'ada', 'art'])
      expect(await pay(world, member, f.people[name]!)).toMatchObject({ code: 'NOT_ALLOWED', rule: 'offices' });
  });

  test('a supporter, who owes no dues', async () => {
    await sql`update membership set kind = 'SUPPORTER' where id = ${member}`.execute(world.db);
    expect(await pay(world, member, treasurer)).toMatchObject({ code: 'OWES_NO_DUES', rule: 'dues' });
  });

  test('a card payment by hand', async () => {
    await expect(pay(world, member, treasurer, { method: 'CARD' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

test('the public history holds the hash of each transfer, and says neither who paid nor whom', async () => {
  await pay(world, member, treasurer);
  const { rows } = await sql<{ body: object; digest: string }>`
    select r.body, encode(t.hash, 'hex') as digest from ledger_transfer t join history_record r on r.body ->> 'digest' = encode(t.hash, 'hex')
    where t.body_id = ${f.bodies.birch} order by t.number desc limit 1`.execute(world.db);
  expect(rows[0]!.body).toEqual({ name: 'keepBooks', subject: null, actor: null, digest: rows[0]!.digest });
});

// Money given back, and payments that were none: everything a payment did is undone to the cent.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  balances,
  charge,
  daysFromToday,
  foundWithDues,
  owesFromNow,
  pay,
  refund,
  statement,
  takeBack,
  type Facts,
} from '../../support/dues.js';
import { addMember, type Founded } from '../../support/founding.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let treasurer: string;
beforeAll(async () => {
  world = await openWorld();
  f = await foundWithDues(world);
  treasurer = f.people['ben']!;
  await charge(world);
});
afterAll(() => world.close());

let count = 0;
let member: string;
let before: string[];
beforeEach(async () => {
  const name = `refundee${++count}`;
  await addMember(world, f, name, 'birch');
  member = f.memberships[name]!;
  await owesFromNow(world, member);
  await charge(world);
  before = await balances(world, f.bodies.birch);
});

const paid = async (amount = '28.00'): Promise<string> =>
  (await pay(world, member, treasurer, { amount: { amount, currency: 'USD' } }))['payment'].id;
const told = async (): Promise<Facts> => (await statement(world, member, treasurer))!;

describe('reversing', () => {
  test('undoes money, charge and shares, and what was settled is open again', async () => {
    const payment = await paid();
    const answer = await takeBack(world, payment, treasurer);
    expect(answer).toMatchObject({
      payment: { reversed: true, viewerCan: [] },
      statement: { owed: [{ amount: '28.00', currency: 'USD' }] },
    });
    expect(await balances(world, f.bodies.birch)).toEqual(before);
  });

  test('happens once, and its key again gives the same answer', async () => {
    const payment = await paid();
    const idempotencyKey = newKey();
    const [first, again] = await Promise.all([0, 1].map(() => takeBack(world, payment, treasurer, { idempotencyKey })));
    expect(again).toEqual(first);
    expect(await takeBack(world, payment, treasurer)).toMatchObject({ code: 'ALREADY_REVERSED', rule: 'books' });
    expect(await balances(world, f.bodies.birch)).toEqual(before);
  });

  test('keeps the receipt’s number: the next one follows it', async () => {
    const first = await pay(world, member, treasurer);
    await takeBack(world, first['payment'].id, treasurer);
    expect((await pay(world, member, treasurer))['payment'].number).toBe(first['payment'].number + 1);
  });

  test('takes back credit with it, unless it has settled something since', async () => {
    const payment = await paid('30.00');
    await takeBack(world, payment, treasurer);
    expect((await told())['credit']).toEqual([]);
    expect(await balances(world, f.bodies.birch)).toEqual(before);
  });

  test('is the Treasurer’s of that body, with a reason on one line', async () => {
    const payment = await paid();
    for (const name of ['bea', 'abe', 'art'])
      expect(await takeBack(world, payment, f.people[name]!)).toMatchObject({ code: 'NOT_ALLOWED', rule: 'offices' });
    expect(await takeBack(world, payment, treasurer, { reason: ' ' })).toMatchObject({
      code: 'TEXT_MISSING',
      field: 'reason',
    });
  });
});

describe('giving back', () => {
  test('takes what was paid too much first, and leaves the dues settled', async () => {
    const payment = await paid('33.00');
    const answer = await refund(world, payment, treasurer, { amount: '5.00' });
    expect(answer).toMatchObject({ payment: { refunded: { amount: '5.00' } }, statement: { owed: [], credit: [] } });
    await takeBack(world, payment, treasurer).then((refusal) =>
      expect(refusal).toMatchObject({ code: 'PAYMENT_REFUNDED' }),
    );
  });

  test('then opens what the payment settled, and every level’s share goes back as it came', async () => {
    const payment = await paid();
    const answer = await refund(world, payment, treasurer, { amount: '10.01' });
    expect(answer['statement'].owed).toEqual([{ amount: '10.01', currency: 'USD' }]);
    const rest = await refund(world, payment, treasurer, { amount: '17.99' });
    expect(rest['statement'].owed).toEqual([{ amount: '28.00', currency: 'USD' }]);
    expect(await balances(world, f.bodies.birch)).toEqual(before);
  });

  test('gives no more than came, by any number of refunds at once', async () => {
    const payment = await paid();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => refund(world, payment, treasurer, { amount: '10.00' })),
    );
    expect(answers.filter(({ payment }) => payment)).toHaveLength(2);
    expect(answers.find(({ code }) => code)).toMatchObject({
      code: 'NOT_REFUNDABLE',
      rule: 'books',
      field: 'amount',
      values: { most: '8.00', currency: 'USD' },
    });
  });

  test('needs the money to be there', async () => {
    const payment = await paid();
    expect(await refund(world, payment, treasurer, { method: 'TRANSFER' })).toMatchObject({ code: 'NOT_ENOUGH_MONEY' });
    expect((await told())['owed']).toEqual([]);
  });

  test('refuses what no payment may be either', async () => {
    const payment = await paid();
    expect(await refund(world, payment, treasurer, { amount: '0' })).toMatchObject({
      code: 'AMOUNT_NOT_POSITIVE',
      field: 'amount',
    });
    expect(await refund(world, payment, treasurer, { givenOn: await daysFromToday(world, 1) })).toMatchObject({
      code: 'FUTURE_DATE',
      field: 'givenOn',
    });
    expect(await refund(world, payment, f.people['bea']!)).toMatchObject({ code: 'NOT_ALLOWED' });
    await takeBack(world, payment, treasurer);
    expect(await refund(world, payment, treasurer)).toMatchObject({ code: 'ALREADY_REVERSED' });
  });
});

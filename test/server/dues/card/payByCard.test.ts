// Paying by card: each payment booked once, whatever the card company says, however often and in whatever order.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { askAfterCheckouts } from '../../../../server/dues/card/askAfterCheckouts.js';
import { balances, charge, deed, foundWithDues, owesFromNow, statement } from '../../../support/dues.js';
import { addMember, type Founded } from '../../../support/founding.js';
import { openStripe, type StripeStandIn } from '../../../support/stripe.js';
import { newKey, openWorld, type World } from '../../../support/world.js';

const secret = 'whsec_standin';
let stripe: StripeStandIn;
let world: World;
let f: Founded;
beforeAll(async () => {
  stripe = await openStripe();
  world = await openWorld({ STRIPE_URL: stripe.url, SECRETS_KEY: Buffer.alloc(32, 5).toString('base64') });
  f = await foundWithDues(world);
  await setKeys(f.people['ben']!);
});
afterAll(async () => {
  await world.close();
  await stripe.close();
});

const setKeys = (as: string, more: object = {}) =>
  deed(
    world,
    'setCardAccount',
    {
      idempotencyKey: newKey(),
      bodyId: `Body_${f.bodies.birch}`,
      secretKey: stripe.key,
      webhookSecret: secret,
      ...more,
    },
    as,
    '... on CardAccountType { takesCards webhookUrl }',
  );

let count = 0;
let name: string;
beforeEach(async () => {
  name = `carder${++count}`;
  await addMember(world, f, name, 'birch');
  await owesFromNow(world, f.memberships[name]!);
  await charge(world);
});

const checkout = async (more: object = {}, as = f.people[name]!) =>
  deed(
    world,
    'payByCard',
    {
      id: newKey(),
      membershipId: `Membership_${f.memberships[name]}`,
      amount: { amount: '28.00', currency: 'USD' },
      ...more,
    },
    as,
    '... on CardPage { url }',
  );
const sessionOf = ({ url }: Record<string, any>) => (url as string).split('/').at(-1)!;

async function send({ body, signature }: { body: string; signature: string }, to = f.bodies.birch): Promise<number> {
  const response = await fetch(`${world.url}/webhooks/stripe/${to}`, {
    method: 'POST',
    headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
    body,
  });
  return response.status;
}
const tell = (type: string, session: string, more = {}) => send(stripe.event(type, session, secret, more));

const paymentsOf = async () => (await statement(world, f.memberships[name]!, f.people['ben']!))!['payments'];
const birch = async () => (await balances(world, f.bodies.birch)).filter((line) => /^(CARD|FEES)/.test(line));
const transfers = async () =>
  Number((await sql<{ n: string }>`select count(*) as n from ledger_transfer`.execute(world.db)).rows[0]!.n);

test('a payment is booked with its shares and what the company kept, once, however often it is told', async () => {
  const session = sessionOf(await checkout());
  stripe.pay(session);
  const event = stripe.event('checkout.session.completed', session, secret);
  expect(await Promise.all(Array.from({ length: 6 }, () => send(event)))).toEqual(Array(6).fill(200));
  expect(await tell('checkout.session.async_payment_succeeded', session)).toBe(200);
  expect(await paymentsOf()).toMatchObject([{ method: 'CARD', amount: { amount: '28.00', currency: 'USD' } }]);
  expect(await birch()).toEqual(['CARD: 26.89 USD', 'FEES: 1.11 USD']);
  expect((await statement(world, f.memberships[name]!, f.people[name]!))!['owed']).toEqual([]);
});

test('the order of messages is not trusted: a refund told before the payment, an expiry told after it', async () => {
  const session = sessionOf(await checkout());
  stripe.pay(session);
  stripe.refund(session, 800);
  expect(await tell('checkout.session.expired', session)).toBe(200);
  expect(await tell('charge.refunded', session)).toBe(200);
  expect(await tell('checkout.session.completed', session)).toBe(200);
  expect(await paymentsOf()).toMatchObject([{ amount: { amount: '28.00' }, refunded: { amount: '8.00' } }]);
});

test('not paid yet is not paid: a page left open, a debit under way, a page given up', async () => {
  const session = sessionOf(await checkout());
  const before = await transfers();
  expect(await tell('checkout.session.completed', session)).toBe(200);
  stripe.pay(session, false);
  expect(await tell('checkout.session.completed', session)).toBe(200);
  expect(await transfers()).toBe(before);
  stripe.pay(session);
  expect(await tell('checkout.session.async_payment_succeeded', session)).toBe(200);
  expect(await paymentsOf()).toHaveLength(1);
});

test('a forged, an old and an unknown message are refused, and nothing is booked', async () => {
  const session = sessionOf(await checkout());
  stripe.pay(session);
  const before = await transfers();
  const { body, signature } = stripe.event('checkout.session.completed', session, secret);
  expect(await send({ body: body.replace('2800', '9900'), signature })).toBe(400);
  expect(await send(stripe.event('checkout.session.completed', session, 'whsec_other'))).toBe(400);
  expect(await tell('checkout.session.completed', session, { at: Math.floor(Date.now() / 1000) - 600 })).toBe(400);
  expect(await tell('checkout.session.completed', 'cs_test_nobody')).toBe(404);
  expect(await send({ body, signature }, f.bodies.alder)).toBe(404);
  expect(await send({ body: 'x'.repeat(300 * 1024), signature })).toBe(413);
  expect(await transfers()).toBe(before);
});

test('while the company is ill a message is answered with an error, so that it comes again', async () => {
  const session = sessionOf(await checkout());
  stripe.pay(session);
  stripe.fail(3);
  const event = stripe.event('checkout.session.completed', session, secret);
  expect(await send(event)).toBe(500);
  expect(await paymentsOf()).toHaveLength(0);
  expect(await send(event)).toBe(200);
  expect(await paymentsOf()).toHaveLength(1);
});

test('a payment whose message was lost is found by the clock', async () => {
  const session = sessionOf(await checkout());
  stripe.pay(session);
  await askAfterCheckouts(world.clock());
  expect(await paymentsOf()).toHaveLength(0);
  await sql`alter table card_checkout disable trigger user`.execute(world.db);
  await sql`update card_checkout set at = at - interval '1 hour' where session_id = ${session}`.execute(world.db);
  await sql`alter table card_checkout enable trigger user`.execute(world.db);
  await askAfterCheckouts(world.clock());
  expect(await paymentsOf()).toHaveLength(1);
});

test('sent again it is the same page; with another sum it is refused', async () => {
  const id = newKey();
  const first = await checkout({ id });
  expect(await checkout({ id })).toEqual(first);
  expect((await checkout({ id, amount: { amount: '1.00', currency: 'USD' } }))['code']).toBe('KEY_USED');
});

test.each([
  ['-1.00', 'AMOUNT_NOT_POSITIVE'],
  ['0', 'AMOUNT_NOT_POSITIVE'],
  ['1.005', 'TOO_MANY_DECIMALS'],
])('%s is refused: %s', async (amount, code) => {
  expect((await checkout({ amount: { amount, currency: 'USD' } }))['code']).toBe(code);
});

test('only the member pays their own, and only where cards are taken', async () => {
  expect((await checkout({}, f.people['bob']!))['code']).toBe('NOT_ALLOWED');
  const inAlder = { membershipId: `Membership_${f.memberships['ada']}` };
  expect((await checkout(inAlder, f.people['ada']!))['code']).toBe('NO_CARDS');
});

test('the keys are the Treasurer’s to give, are looked at first, and are nowhere to be read', async () => {
  expect((await setKeys(f.people['bob']!))['code']).toBe('NOT_ALLOWED');
  expect((await setKeys(f.people['ben']!, { secretKey: 'pk_live_1234' }))['code']).toBe('CARD_KEY_UNFIT');
  expect((await setKeys(f.people['ben']!, { webhookSecret: 'secret' }))['code']).toBe('CARD_KEY_UNFIT');
  const { rows } = await sql<{ kept: string }>`select card_account::text as kept from card_account`.execute(world.db);
  const hex = Buffer.from(stripe.key).toString('hex');
  expect(rows.map(({ kept }) => kept).join()).not.toContain(hex);
  expect(JSON.stringify((await sql`select * from deed_answer`.execute(world.db)).rows)).not.toContain(stripe.key);
});

test('the database keeps what was paid: a checkout does not go back, and an event is never forgotten', async () => {
  const session = sessionOf(await checkout());
  stripe.pay(session);
  await tell('checkout.session.completed', session);
  const back = sql`update card_checkout set state = 'OPEN', payment_id = null where session_id = ${session}`;
  await expect(back.execute(world.db)).rejects.toMatchObject({ code: 'MD051' });
  await expect(sql`delete from card_event`.execute(world.db)).rejects.toMatchObject({ code: 'MD040' });
});

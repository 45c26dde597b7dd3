// The card service's protocol: what is asked of it, what is believed of it, and what is not.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readCardEvent, stripeAccount, type CardAccount } from '../../../../server/dues/card/stripe.js';
import { makeSeal } from '../../../../server/seal.js';
import { openStripe, type StripeStandIn } from '../../../support/stripe.js';

let stripe: StripeStandIn;
let account: CardAccount;
beforeAll(async () => {
  stripe = await openStripe();
  account = stripeAccount(stripe.key, stripe.url);
});
afterAll(() => stripe.close());

const asked = (id: string) => ({
  id,
  amount: 2800n,
  currency: 'USD',
  description: 'Dues',
  returnTo: 'https://mandate.example/dues',
});
const secret = 'whsec_standin';

test('asked again with the same id it is the same session', async () => {
  const first = await account.openCheckout(asked('one'));
  expect(await account.openCheckout(asked('one'))).toEqual(first);
  expect(stripe.sessions.size).toBe(1);
});

test('asked again by itself where the service is ill for a moment', async () => {
  stripe.fail(1);
  expect((await account.openCheckout(asked('two'))).url).toMatch(/^https:/);
});

test('a session goes from open to processing to paid, with its fee', async () => {
  const { sessionId } = await account.openCheckout(asked('three'));
  expect(await account.readCheckout(sessionId)).toMatchObject({ id: 'three', state: 'OPEN', amount: 2800n, fee: null });
  stripe.pay(sessionId, false);
  expect(await account.readCheckout(sessionId)).toMatchObject({ state: 'PROCESSING', fee: null });
  stripe.pay(sessionId);
  expect(await account.readCheckout(sessionId)).toMatchObject({
    state: 'PAID',
    currency: 'USD',
    fee: 111n,
    refunded: 0n,
  });
  stripe.refund(sessionId, 500);
  expect((await account.readCheckout(sessionId)).refunded).toBe(500n);
});

test('a wrong key is an error, not an answer', async () => {
  await expect(stripeAccount('sk_test_wrong', stripe.url).openCheckout(asked('four'))).rejects.toThrow();
});

test('a currency that Stripe counts in other units is refused', async () => {
  await expect(account.openCheckout({ ...asked('five'), currency: 'ISK' })).rejects.toMatchObject({
    code: 'CARD_CURRENCY',
  });
});

test('a message is believed only with a signature over its very bytes, made within five minutes', async () => {
  const { sessionId } = await account.openCheckout(asked('six'));
  const { body, signature } = stripe.event('checkout.session.completed', sessionId, secret);
  expect(readCardEvent(Buffer.from(body), signature, secret)).toMatchObject({
    type: 'checkout.session.completed',
    sessionId,
  });
  const forged = expect.objectContaining({ code: 'CARD_EVENT_FORGED' });
  expect(() => readCardEvent(Buffer.from(body.replace('2800', '9999')), signature, secret)).toThrow(forged);
  expect(() => readCardEvent(Buffer.from(body), signature, 'whsec_other')).toThrow(forged);
  expect(() => readCardEvent(Buffer.from(body), '', secret)).toThrow(forged);
  const old = stripe.event('checkout.session.completed', sessionId, secret, {
    at: Math.floor(Date.now() / 1000) - 301,
  });
  expect(() => readCardEvent(Buffer.from(old.body), old.signature, secret)).toThrow(forged);
});

test('a sealed key opens for its own body, and for nothing else', () => {
  const seal = makeSeal(Buffer.alloc(32, 7));
  const sealed = seal.close('sk_live_x', 'card/tacoma');
  expect(seal.open(sealed, 'card/tacoma')).toBe('sk_live_x');
  expect(sealed.includes('sk_live')).toBe(false);
  expect(() => seal.open(sealed, 'card/portland')).toThrow();
  expect(() => makeSeal(Buffer.alloc(32, 8)).open(sealed, 'card/tacoma')).toThrow();
  sealed[14]! ^= 1;
  expect(() => seal.open(sealed, 'card/tacoma')).toThrow();
});

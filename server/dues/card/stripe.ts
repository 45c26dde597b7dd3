// Card and wallet payments by Stripe Checkout: the payer gives their card to Stripe's page alone, and the money goes to
// the body's own account there. What Stripe tells us by webhook is only a reason to look; what is true is read anew.
import Stripe from 'stripe';
import { refuse } from '../../errors.js';

export interface CheckoutAsked {
  /** Ours; Stripe answers the same session when asked again with it. */
  id: string;
  /** Minor units. */
  amount: bigint;
  /** ISO 4217. */
  currency: string;
  /** On Stripe's page and the payer's statement of account: nothing that tells what kind of body this is. */
  description: string;
  returnTo: string;
}

export interface CheckoutNow {
  /** Ours. Null for a session that some other program opened on this account. */
  id: string | null;
  sessionId: string;
  /** PROCESSING: given, and not yet sure (a bank debit). */
  state: 'OPEN' | 'PROCESSING' | 'PAID' | 'EXPIRED';
  amount: bigint;
  currency: string;
  paymentIntent: string | null;
  /** What Stripe kept of it, minor units; null until it is known. */
  fee: bigint | null;
  refunded: bigint;
}

export interface CardEvent {
  id: string;
  type: string;
  /** What it is about: a checkout session, or the payment of one. */
  sessionId: string | null;
  paymentIntent: string | null;
}

export interface CardAccount {
  openCheckout(asked: CheckoutAsked): Promise<{ sessionId: string; url: string }>;
  readCheckout(sessionId: string): Promise<CheckoutNow>;
}

const WAIT_MS = 20_000;
/** A webhook signed longer ago than this is a replay. */
const TOLERANCE_SECONDS = 300;
/** Stripe counts these in another unit than ISO 4217 does; a sum would be wrong a hundredfold. */
const OTHER_UNITS = new Set(['ISK', 'MGA', 'UGX']);

/** `url` is where a stand-in listens; null for Stripe itself. */
export function stripeAccount(secretKey: string, url: string | null): CardAccount {
  const stripe = new Stripe(secretKey, { timeout: WAIT_MS, maxNetworkRetries: 2, telemetry: false, ...placeOf(url) });
  return {
    async openCheckout({ id, amount, currency, description, returnTo }) {
      if (OTHER_UNITS.has(currency))
        refuse('CARD_CURRENCY', `Payments in ${currency} are not taken by card. Pay another way.`, { rule: 'dues' });
      const price = {
        currency: currency.toLowerCase(),
        unit_amount: Number(amount),
        product_data: { name: description },
      };
      const session = await stripe.checkout.sessions.create(
        {
          mode: 'payment',
          line_items: [{ quantity: 1, price_data: price }],
          client_reference_id: id,
          success_url: `${returnTo}?checkout=${id}`,
          cancel_url: returnTo,
        },
        { idempotencyKey: id },
      );
      return { sessionId: session.id, url: session.url! };
    },
    async readCheckout(sessionId) {
      const expand = ['payment_intent.latest_charge.balance_transaction'];
      return checkoutOf(await stripe.checkout.sessions.retrieve(sessionId, { expand }));
    },
  };
}

function placeOf(url: string | null): Stripe.StripeConfig {
  if (!url) return {};
  const { hostname, port, protocol } = new URL(url);
  return { host: hostname, port, protocol: protocol === 'http:' ? 'http' : 'https' };
}

function checkoutOf(session: Stripe.Checkout.Session): CheckoutNow {
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null;
  const charge = typeof intent?.latest_charge === 'object' ? intent.latest_charge : null;
  const balance = typeof charge?.balance_transaction === 'object' ? charge.balance_transaction : null;
  return {
    id: session.client_reference_id,
    sessionId: session.id,
    state: stateOf(session),
    amount: BigInt(session.amount_total ?? 0),
    currency: (session.currency ?? '').toUpperCase(),
    paymentIntent: intent?.id ?? (session.payment_intent as string | null),
    fee: balance ? BigInt(balance.fee) : null,
    refunded: BigInt(charge?.amount_refunded ?? 0),
  };
}

function stateOf({ status, payment_status }: Stripe.Checkout.Session): CheckoutNow['state'] {
  if (payment_status === 'paid') return 'PAID';
  if (status === 'expired') return 'EXPIRED';
  return status === 'complete' ? 'PROCESSING' : 'OPEN';
}

/** What a webhook says, once its signature over the raw bytes has been found good; otherwise CARD_EVENT_FORGED. */
export function readCardEvent(raw: Buffer, signature: string, webhookSecret: string): CardEvent {
  let event: Stripe.Event;
  try {
    event = Stripe.webhooks.constructEvent(raw, signature, webhookSecret, TOLERANCE_SECONDS);
  } catch {
    return refuse('CARD_EVENT_FORGED', 'The signature of this message is not that of the payment service.');
  }
  const about = event.data.object as { object: string; id: string; payment_intent?: string | { id: string } | null };
  const intent = typeof about.payment_intent === 'object' ? about.payment_intent?.id : about.payment_intent;
  return {
    id: event.id,
    type: event.type,
    sessionId: about.object === 'checkout.session' ? about.id : null,
    paymentIntent: intent ?? null,
  };
}

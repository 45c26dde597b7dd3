// A stand-in for Stripe, speaking its HTTP API in the shapes of its own documentation: form-encoded requests, one
// checkout session each, the same answer to the same Idempotency-Key, and webhooks signed as Stripe signs them.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';

interface Session {
  id: string;
  status: 'open' | 'complete' | 'expired';
  payment_status: 'unpaid' | 'paid';
  amount_total: number;
  currency: string;
  client_reference_id: string | null;
  refunded: number;
}

export interface StripeStandIn {
  url: string;
  key: string;
  sessions: Map<string, Session>;
  /** What the payer does on Stripe's page. */
  pay(sessionId: string, settled?: boolean): void;
  expire(sessionId: string): void;
  refund(sessionId: string, amount: number): void;
  /** A webhook as Stripe would send it: its body and the header that signs it. */
  event(
    type: string,
    sessionId: string,
    secret: string,
    more?: { id?: string; at?: number },
  ): { body: string; signature: string };
  /** The next so many requests fail as Stripe's do when it is ill. */
  fail(times: number): void;
  close(): Promise<void>;
}

const FEE = (amount: number) => Math.round(amount * 0.029) + 30;

export async function openStripe(): Promise<StripeStandIn> {
  const key = 'sk_test_standin';
  const sessions = new Map<string, Session>();
  const answers = new Map<string, Session>();
  let failures = 0;
  let made = 0;

  const open = (form: URLSearchParams): Session => {
    const id = `cs_test_${++made}`;
    const unit = Number(form.get('line_items[0][price_data][unit_amount]'));
    const session: Session = {
      id,
      status: 'open',
      payment_status: 'unpaid',
      amount_total: unit * Number(form.get('line_items[0][quantity]')),
      currency: form.get('line_items[0][price_data][currency]')!,
      client_reference_id: form.get('client_reference_id'),
      refunded: 0,
    };
    sessions.set(id, session);
    return session;
  };

  const asJson = (session: Session, expanded: boolean) => ({
    id: session.id,
    object: 'checkout.session',
    amount_total: session.amount_total,
    client_reference_id: session.client_reference_id,
    currency: session.currency,
    livemode: false,
    mode: 'payment',
    payment_intent: session.status !== 'complete' ? null : expanded ? intentOf(session) : `pi_${session.id}`,
    payment_status: session.payment_status,
    status: session.status,
    url: session.status === 'open' ? `https://checkout.stripe.com/c/pay/${session.id}` : null,
  });

  const intentOf = (session: Session) => ({
    id: `pi_${session.id}`,
    object: 'payment_intent',
    amount: session.amount_total,
    currency: session.currency,
    status: session.payment_status === 'paid' ? 'succeeded' : 'processing',
    latest_charge: {
      id: `ch_${session.id}`,
      object: 'charge',
      amount: session.amount_total,
      amount_refunded: session.refunded,
      payment_intent: `pi_${session.id}`,
      balance_transaction:
        session.payment_status === 'paid'
          ? {
              id: `txn_${session.id}`,
              object: 'balance_transaction',
              amount: session.amount_total,
              fee: FEE(session.amount_total),
              net: session.amount_total - FEE(session.amount_total),
              currency: session.currency,
            }
          : null,
    },
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const say = (status: number, body: object) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'request-id': `req_${made}` })
        .end(JSON.stringify(body));
    const wrong = (status: number, type: string, message: string) => say(status, { error: { type, message } });
    if (failures > 0) {
      failures -= 1;
      return void wrong(500, 'api_error', 'Something went wrong on our end.');
    }
    if (request.headers.authorization !== `Bearer ${key}`)
      return void wrong(401, 'invalid_request_error', 'Invalid API Key provided.');
    const { pathname, searchParams } = new URL(request.url!, 'http://stripe');
    if (request.method === 'POST' && pathname === '/v1/checkout/sessions') {
      const again = request.headers['idempotency-key'] as string | undefined;
      const session = (again && answers.get(again)) || open(new URLSearchParams(Buffer.concat(chunks).toString()));
      if (again) answers.set(again, session);
      return void say(200, asJson(session, false));
    }
    const asked = /^\/v1\/checkout\/sessions\/(\w+)$/.exec(pathname)?.[1];
    const session = asked && sessions.get(asked);
    if (request.method !== 'GET' || !session)
      return void wrong(404, 'invalid_request_error', `No such checkout.session: '${asked}'`);
    say(200, asJson(session, searchParams.get('expand[0]') === 'payment_intent.latest_charge.balance_transaction'));
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    sessions,
    pay(sessionId, settled = true) {
      Object.assign(sessions.get(sessionId)!, { status: 'complete', payment_status: settled ? 'paid' : 'unpaid' });
    },
    expire(sessionId) {
      sessions.get(sessionId)!.status = 'expired';
    },
    refund(sessionId, amount) {
      sessions.get(sessionId)!.refunded += amount;
    },
    event(type, sessionId, secret, { id = `evt_${++made}`, at } = {}) {
      const session = sessions.get(sessionId);
      const about = type.startsWith('charge.')
        ? intentOf(session!).latest_charge
        : session
          ? asJson(session, false)
          : { id: sessionId, object: 'checkout.session', payment_intent: null };
      const body = JSON.stringify({
        id,
        object: 'event',
        api_version: '2026-10-29',
        created: Math.floor(Date.now() / 1000),
        livemode: false,
        type,
        data: { object: about },
      });
      const timestamp = at ?? Math.floor(Date.now() / 1000);
      return { body, signature: Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp }) };
    },
    fail(times) {
      failures = times;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

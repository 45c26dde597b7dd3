// Where the card company tells that something happened: the raw bytes, signed. It is a reason to look, no more; whatever
// was booked is booked by settleCheckout from what the company answers when it is asked.
import express, { Router } from 'express';
import { sql } from 'kysely';
import { makeContext, type Context, type Services } from '../../context.js';
import type { Database } from '../../database/database.js';
import { Refusal } from '../../errors.js';
import { isUuid } from '../../ids.js';
import { cardAccountOf } from './cardAccounts.js';
import { settleCheckout } from './settleCheckout.js';
import { readCardEvent, type CardEvent } from './stripe.js';

const LARGEST_EVENT = 256 * 1024;

/** `POST /webhooks/stripe/<id of the body>`: 200 done or done before, 400 forged, 404 not ours; anything else: send it again. */
export function cardWebhook(services: Services): Router {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: LARGEST_EVENT });
  router.post('/webhooks/stripe/:body', raw, async (request, response) => {
    const bodyId = String(request.params['body']);
    const context = makeContext(services, { clock: true });
    const no = (status: number, code: string, message: string) =>
      void response.status(status).json({ errors: [{ message, extensions: { code } }] });
    const card = isUuid(bodyId) ? await cardAccountOf(context.db, services, bodyId) : null;
    if (!card) return no(404, 'NO_CARDS', 'This body takes no cards here.');
    try {
      const signature = request.headers['stripe-signature'];
      const event = readCardEvent(
        Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        typeof signature === 'string' ? signature : '',
        card.webhookSecret,
      );
      if (await isKnown(context.db, bodyId, event.id)) return void response.json({ received: true });
      if (!event.sessionId && !event.paymentIntent) return void response.json({ received: true });
      const checkout = await checkoutOf(context, bodyId, event);
      if (!checkout) return no(404, 'CARD_PAYMENT_UNKNOWN', 'No payment of this body is known under that number.');
      await settleCheckout(context, checkout.id, await card.account.readCheckout(checkout.sessionId), event);
      response.json({ received: true });
    } catch (error) {
      if (error instanceof Refusal && error.code === 'CARD_EVENT_FORGED') return no(400, error.code, error.message);
      services.log.error({ err: error, body: bodyId }, 'a message about a card payment could not be followed');
      no(500, 'INTERNAL', 'It could not be followed now. Send it again.');
    }
  });
  return router;
}

async function isKnown(db: Database, bodyId: string, eventId: string): Promise<boolean> {
  const found = await db
    .selectFrom('card_event')
    .select('id')
    .where('body_id', '=', bodyId)
    .where('id', '=', eventId)
    .executeTakeFirst();
  return found !== undefined;
}

async function checkoutOf(
  { db }: Context,
  bodyId: string,
  { sessionId, paymentIntent }: CardEvent,
): Promise<{ id: string; sessionId: string } | null> {
  const { rows } = await sql<{ id: string; sessionId: string }>`
    select id, session_id as "sessionId" from card_checkout
    where body_id = ${bodyId} and (session_id = ${sessionId} or payment_intent = ${paymentIntent})`.execute(db);
  return rows[0] ?? null;
}

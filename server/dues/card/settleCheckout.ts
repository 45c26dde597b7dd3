// What became of a card payment, booked: the payment with its shares, what the company kept of it, and what it gave back.
// Every message leads here, and here the company is asked anew; so messages may come twice, late or in any order.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../context.js';
import type { Database } from '../../database/database.js';
import { inTransaction, retried } from '../../database/transaction.js';
import { writeRecords } from '../../history/record.js';
import type { Posting } from '../../notices/post.js';
import { bookPayment } from '../bookPayment.js';
import { bookDay } from '../days.js';
import { lockBooks, post } from '../ledger.js';
import { mailReceipt } from '../mailReceipt.js';
import { lockPayment } from '../payment.js';
import { booksKept } from '../recordBooks.js';
import { bookRefund } from '../refundPayment.js';
import type { CardEvent, CheckoutNow } from './stripe.js';

interface Checkout {
  id: string;
  bodyId: string;
  membershipId: string;
  personId: string;
  currency: string;
  amount: bigint;
  state: string;
  fee: bigint | null;
  refunded: bigint;
}

/** The company's word is for another payment than the one we asked for: nothing is booked, and somebody must look. */
export class CheckoutMismatch extends Error {}

/** `now` is what the company says of the checkout at this moment. */
export async function settleCheckout(
  context: Context,
  checkoutId: string,
  now: CheckoutNow,
  event: CardEvent | null,
): Promise<void> {
  const mails: (() => Promise<void>)[] = [];
  const booked = await retried(() =>
    inTransaction(context.em, async (_em, db) => {
      mails.length = 0;
      const checkout = await lockCheckout(db, checkoutId);
      if (now.id !== checkout.id || now.currency !== checkout.currency || now.amount !== checkout.amount)
        throw new CheckoutMismatch(`the checkout ${checkoutId} is not what the card company says it is`);
      const hashes = await book({ db, context, afterCommit: (work) => void mails.push(work) }, checkout, now);
      if (event)
        await db
          .insertInto('card_event')
          .values({ body_id: checkout.bodyId, id: event.id, type: event.type.slice(0, 100), checkout_id: checkoutId })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      await writeRecords(
        db,
        hashes.map((hash) => ({ type: 'deed', body: booksKept(hash) })),
      );
      return hashes.length > 0;
    }),
  );
  if (booked) context.services.sequencer.nudge();
  for (const send of mails)
    await send().catch((error: unknown) => context.services.log.error({ err: error }, 'a receipt could not be mailed'));
}

/** Always the books first and then the checkout, as every posting does. */
async function lockCheckout(db: Database, id: string): Promise<Checkout> {
  const { bodyId } = await db
    .selectFrom('card_checkout')
    .select('body_id as bodyId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await lockBooks(db, bodyId);
  const { rows } = await sql<
    Omit<Checkout, 'amount' | 'fee' | 'refunded'> & Record<'amount' | 'refunded', string> & { fee: string | null }
  >`
    select c.id, c.body_id as "bodyId", c.membership_id as "membershipId", m.person_id as "personId", c.currency, c.amount, c.state, c.fee, c.refunded
    from card_checkout c join membership m on m.id = c.membership_id where c.id = ${id} for update of c`.execute(db);
  const { amount, fee, refunded, ...rest } = rows[0]!;
  return { ...rest, amount: BigInt(amount), refunded: BigInt(refunded), fee: fee === null ? null : BigInt(fee) };
}

async function book(deed: Posting, checkout: Checkout, now: CheckoutNow): Promise<Buffer[]> {
  const { db } = deed;
  const { id, bodyId, membershipId, personId, currency, amount } = checkout;
  const day = await bookDay(db);
  const hashes: Buffer[] = [];
  if (now.state !== 'PAID') {
    if (checkout.state !== 'PAID')
      await db.updateTable('card_checkout').set({ state: now.state }).where('id', '=', id).execute();
    return hashes;
  }
  if (checkout.state !== 'PAID') {
    const payment = { id, bodyId, membershipId, personId, method: 'CARD' as const, currency, amount };
    const { hash } = await bookPayment(db, {
      ...payment,
      receivedOn: day,
      reference: '',
      paperNumber: null,
      byPersonId: null,
    });
    hashes.push(hash);
    await db
      .updateTable('card_checkout')
      .set({ state: 'PAID', payment_id: id, payment_intent: now.paymentIntent })
      .where('id', '=', id)
      .execute();
    await mailReceipt(deed, id);
  }
  if (now.fee !== null && checkout.fee === null) {
    if (now.fee > 0n) hashes.push(await bookFee(db, checkout, now.fee, day));
    await db.updateTable('card_checkout').set({ fee: now.fee }).where('id', '=', id).execute();
  }
  const back = now.refunded - checkout.refunded;
  if (back > 0n) {
    const refund = { id: randomUUID(), amount: back, method: 'CARD' as const, givenOn: day, byPersonId: null };
    hashes.push((await bookRefund(db, await lockPayment(db, id), refund)).hash);
    await db.updateTable('card_checkout').set({ refunded: now.refunded }).where('id', '=', id).execute();
  }
  return hashes;
}

async function bookFee(db: Database, { id, bodyId, currency }: Checkout, fee: bigint, day: string): Promise<Buffer> {
  const { hash } = await post(db, {
    bodyId,
    id: randomUUID(),
    kind: 'CARD_FEE',
    bookedOn: day,
    entries: [
      { account: { kind: 'FEES', currency }, amount: fee },
      { account: { kind: 'CARD', currency }, amount: -fee },
    ],
    sourceId: id,
  });
  return hash;
}

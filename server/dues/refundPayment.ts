// Money given back to a member: first what they had paid too much, then what this payment settled, which is open again.
// The shares of every level are taken back as they were given.
import { randomUUID } from 'node:crypto';
import { command } from '../command.js';
import type { Database } from '../database/database.js';
import type { DuesRefundTable } from '../database/duesTables.js';
import { refuse } from '../errors.js';
import { moneyAccount } from './bookPayment.js';
import { mustBeBookable } from './days.js';
import { divisionOf } from './division.js';
import { post, type Entry } from './ledger.js';
import { readAmount, writeAmount } from './money.js';
import { findPayment, lockPayment, mustStand, settledBy, type Payment, type Settled } from './payment.js';
import { recordBooks } from './recordBooks.js';
import { creditOf, keepCredit, keepSettlements, refreshStanding, settlingEntries } from './settle.js';

export interface RefundPayment {
  /** Becomes the id of the refund. */
  id: string;
  paymentId: string;
  amount: string;
  method: Exclude<DuesRefundTable['method'], 'CARD'>;
  givenOn: string;
}

export const refundPayment = command(
  'refundPayment',
  async (deed, { id, paymentId, method, givenOn, ...given }: RefundPayment) => {
    const { db, actor } = deed;
    deed.authorize(await findPayment(db, paymentId));
    const payment = await lockPayment(db, paymentId);
    mustStand(payment);
    const amount = readAmount(given.amount, payment.currency);
    await mustBeBookable(db, payment.bodyId, givenOn, 'givenOn');
    const { hash } = await bookRefund(db, payment, { id, amount, method, givenOn, byPersonId: actor.personId });
    await recordBooks(deed, hash);
    return { paymentId };
  },
);

export interface NewRefund {
  id: string;
  amount: bigint;
  method: DuesRefundTable['method'];
  bank?: string;
  givenOn: string;
  byPersonId: string | null;
}

/** `payment` was loaded under the lock of its books. */
export async function bookRefund(db: Database, payment: Payment, refund: NewRefund): Promise<{ hash: Buffer }> {
  const { bodyId, membershipId, personId, currency } = payment;
  const { id, amount, method, givenOn, byPersonId } = refund;
  const { fromCredit, opened } = await whatGivesIt(db, payment, amount);
  const entries: Entry[] = [
    { account: moneyAccount(method, currency, refund.bank), amount: -amount },
    { account: { kind: 'MEMBER_CREDIT', currency }, amount: fromCredit },
  ];
  for (const { charge, amount: back, splitId } of opened)
    entries.push(
      ...settlingEntries([{ charge, amount: -back }], await divisionOf(db, bodyId, splitId, payment.receivedOn)),
    );
  const transferId = randomUUID();
  const { hash } = await post(db, {
    bodyId,
    id: transferId,
    kind: 'REFUND',
    bookedOn: givenOn,
    entries,
    sourceId: payment.id,
    byPersonId,
  });
  await db
    .insertInto('dues_refund')
    .values({
      id,
      payment_id: payment.id,
      body_id: bodyId,
      method,
      amount,
      given_on: givenOn,
      transfer_id: transferId,
      by_person_id: byPersonId,
    })
    .execute();
  for (const { charge, amount: back, splitId } of opened)
    await keepSettlements(db, [{ charge, amount: -back }], {
      bodyId,
      transferId,
      how: 'REFUND',
      paymentId: payment.id,
      splitId,
    });
  await keepCredit(db, { bodyId, membershipId, currency, amount: -fromCredit, paymentId: payment.id, transferId });
  await refreshStanding(db, [personId]);
  return { hash };
}

async function whatGivesIt(
  db: Database,
  payment: Payment,
  amount: bigint,
): Promise<{ fromCredit: bigint; opened: Settled[] }> {
  const { bodyId, membershipId, currency } = payment;
  const left = payment.amount - payment.refunded;
  const least = (a: bigint, b: bigint) => (a < b ? a : b);
  const fromCredit = least(least(amount, left), await creditOf(db, membershipId, bodyId, currency));
  let missing = least(amount, left) - fromCredit;
  const opened: Settled[] = [];
  for (const settled of missing > 0n ? await settledBy(db, payment) : []) {
    const back = least(settled.amount, missing);
    if (back > 0n) opened.push({ ...settled, amount: back });
    missing -= back;
  }
  const most = least(amount, left) - missing;
  if (most < amount)
    refuse('NOT_REFUNDABLE', `Of this payment at most ${writeAmount(most, currency)} ${currency} can be given back.`, {
      rule: 'books',
      field: 'amount',
      values: { most: writeAmount(most, currency), currency },
    });
  return { fromCredit, opened };
}

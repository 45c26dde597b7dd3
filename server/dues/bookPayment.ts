// Money that came from a member, booked whole in one transfer: the money itself, the charges it settles with the shares
// of every level, and what is left as the member's credit. The treasurer's deed, a bank statement and a card payment
// all end here.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import type { PaymentMethodWord } from '../database/duesTables.js';
import { refuse } from '../errors.js';
import { allot } from './allot.js';
import { divisionFor } from './division.js';
import { lockBooks, post, type Account } from './ledger.js';
import { chargesOwed, keepCredit, keepSettlements, refreshStanding, settlingEntries } from './settle.js';
import { restoreLapsed } from './restoreLapsed.js';

export interface NewPayment {
  /** Made by the caller and kept. */
  id: string;
  /** In whose books. */
  bodyId: string;
  membershipId: string;
  personId: string;
  method: PaymentMethodWord;
  /** Which bank account it came to, where the body has several. */
  bank?: string;
  currency: string;
  amount: bigint;
  receivedOn: string;
  reference: string;
  /** The number on a receipt of paper that was given already. */
  paperNumber: string | null;
  byPersonId: string | null;
}

export interface BookedPayment {
  /** Of the receipt. */
  number: number;
  transferId: string;
  hash: Buffer;
}

/** Where money of each kind arrives. A cheque is as good as a transfer once the bank has it. */
export const moneyAccount = (method: PaymentMethodWord, currency: string, bank = ''): Account => {
  if (method === 'CASH') return { kind: 'CASH', currency };
  return method === 'CARD' ? { kind: 'CARD', currency } : { kind: 'BANK', currency, name: bank };
};

export async function bookPayment(db: Database, payment: NewPayment): Promise<BookedPayment> {
  const { id, bodyId, membershipId, personId, currency, amount, receivedOn, byPersonId } = payment;
  await lockBooks(db, bodyId);
  await refuseUsedNumber(db, payment);
  const { parts: steps, rest } = allot(amount, await chargesOwed(db, personId, bodyId, currency));
  const division = await divisionFor(db, bodyId, receivedOn);
  const transferId = randomUUID();
  const { hash } = await post(db, {
    bodyId,
    id: transferId,
    kind: 'PAYMENT',
    bookedOn: receivedOn,
    entries: [
      { account: moneyAccount(payment.method, currency, payment.bank), amount },
      ...settlingEntries(steps, division),
      { account: { kind: 'MEMBER_CREDIT', currency }, amount: -rest },
    ],
    sourceId: id,
    byPersonId,
  });
  const number = await keepPayment(db, payment, transferId);
  const { splitId } = division;
  await keepSettlements(db, steps, { bodyId, transferId, how: 'PAYMENT', paymentId: id, splitId });
  await keepCredit(db, { bodyId, membershipId, currency, amount: rest, paymentId: id, transferId });
  await refreshStanding(db, [personId]);
  await restoreLapsed(db, { membershipId, personId, byPersonId });
  return { number, transferId, hash };
}

/** Under the lock of the books, so that numbers leave no gap and nobody is given the same one. */
async function keepPayment(db: Database, payment: NewPayment, transferId: string): Promise<number> {
  const { number } = await db
    .insertInto('dues_payment')
    .values({
      id: payment.id,
      body_id: payment.bodyId,
      number: sql<number>`1 + coalesce((select max(number) from dues_payment where body_id = ${payment.bodyId}), 0)`,
      membership_id: payment.membershipId,
      method: payment.method,
      currency: payment.currency,
      amount: payment.amount,
      received_on: payment.receivedOn,
      reference: payment.reference,
      paper_number: payment.paperNumber,
      transfer_id: transferId,
      by_person_id: payment.byPersonId,
      at: sql<Date>`clock_timestamp()`,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

async function refuseUsedNumber(db: Database, { bodyId, paperNumber }: NewPayment): Promise<void> {
  if (paperNumber === null) return;
  const used = await db
    .selectFrom('dues_payment')
    .select('number')
    .where('body_id', '=', bodyId)
    .where('paper_number', '=', paperNumber)
    .executeTakeFirst();
  if (used)
    refuse('RECEIPT_NUMBER_USED', `The paper receipt ${paperNumber} was entered before, as receipt ${used.number}.`, {
      rule: 'books',
      field: 'paperNumber',
      values: { paperNumber, number: used.number },
    });
}

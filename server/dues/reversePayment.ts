// A payment that was none is taken back whole: entered for the wrong member, or a cheque the bank sent back. The transfer
// is undone by another that points at it, and what it had settled is open again.
import { randomUUID } from 'node:crypto';
import { command } from '../command.js';
import { refuse } from '../errors.js';
import { readWordsOnLine } from '../text.js';
import { bookDay } from './days.js';
import { reverse } from './ledger.js';
import { creditFrom, findPayment, lockPayment, mustStand, settledBy } from './payment.js';
import { recordBooks } from './recordBooks.js';
import { creditOf, keepCredit, keepSettlements, refreshStanding } from './settle.js';

export interface ReversePayment {
  idempotencyKey: string;
  paymentId: string;
  /** One line that members may read: no names. */
  reason: string;
}

export const reversePayment = command('reversePayment', async (deed, { paymentId, reason }: ReversePayment) => {
  const { db, actor } = deed;
  deed.authorize(await findPayment(db, paymentId));
  const memo = readWordsOnLine(reason, 'reason', 200);
  const payment = await lockPayment(db, paymentId);
  mustStand(payment);
  if (payment.refunded > 0n)
    refuse('PAYMENT_REFUNDED', 'Some of this payment was given back, so it did come. Give back the rest instead.', {
      rule: 'books',
    });
  const { bodyId, membershipId, personId, currency, transferNumber } = payment;
  const settled = await settledBy(db, payment);
  const credit = await creditFrom(db, payment);
  if ((await creditOf(db, membershipId, bodyId, currency)) < credit)
    refuse('CREDIT_USED', 'What was too much of this payment has settled later dues already.', { rule: 'books' });
  const transferId = randomUUID();
  const { hash } = await reverse(db, {
    bodyId,
    id: transferId,
    number: transferNumber,
    bookedOn: await bookDay(db),
    memo,
    byPersonId: actor.personId,
  });
  for (const { charge, amount, splitId } of settled)
    await keepSettlements(db, [{ charge, amount: -amount }], {
      bodyId,
      transferId,
      how: 'REVERSAL',
      paymentId,
      splitId,
    });
  await keepCredit(db, { bodyId, membershipId, currency, amount: -credit, paymentId, transferId });
  await refreshStanding(db, [personId]);
  await recordBooks(deed, hash);
  return { paymentId };
});

// The Treasurer enters money that a member has paid. The member gets a receipt by mail, under a subject that tells
// nobody anything.
import { command } from '../command.js';
import type { PaymentMethodWord } from '../database/duesTables.js';
import { readLine } from '../text.js';
import { bookPayment } from './bookPayment.js';
import { mustBeBookable } from './days.js';
import { mailReceipt } from './mailReceipt.js';
import { memberPaying, mustOweDues } from './memberPaying.js';
import { readAmount } from './money.js';
import { recordBooks } from './recordBooks.js';

export interface RecordPayment {
  /** Becomes the id of the payment. */
  id: string;
  membershipId: string;
  method: Exclude<PaymentMethodWord, 'CARD'>;
  /** As people write it: 28.00. */
  amount: string;
  currency: string;
  receivedOn: string;
  reference: string | null;
  paperNumber: string | null;
}

export const recordPayment = command('recordPayment', async (deed, input: RecordPayment) => {
  const { db, actor } = deed;
  const { id, membershipId, method, currency, receivedOn } = input;
  const member = await memberPaying(db, membershipId);
  const { bodyId, personId } = member;
  deed.authorize({ bodyId });
  mustOweDues(member);
  const amount = readAmount(input.amount, currency);
  await mustBeBookable(db, bodyId, receivedOn, 'receivedOn');
  const { hash } = await bookPayment(db, {
    id,
    bodyId,
    membershipId,
    personId,
    method,
    currency,
    amount,
    receivedOn,
    reference: readLine(input.reference ?? '', 'reference', 140),
    paperNumber: readLine(input.paperNumber ?? '', 'paperNumber', 40) || null,
    byPersonId: actor.personId,
  });
  await mailReceipt(deed, id);
  await recordBooks(deed, hash);
  return { paymentId: id };
});

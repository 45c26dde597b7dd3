// The Treasurer passes up what was collected for a body above. In these books the money leaves at once and stands in
// CLEARING; the debt is less when the other Treasurer has it.
import { randomUUID } from 'node:crypto';
import { command } from '../../command.js';
import type { Database } from '../../database/database.js';
import { refuse } from '../../errors.js';
import { readLine } from '../../text.js';
import { moneyAccount } from '../bookPayment.js';
import { mustBeBookable } from '../days.js';
import { lockBooks, post } from '../ledger.js';
import { readAmount, writeAmount } from '../money.js';
import { recordBooks } from '../recordBooks.js';
import { owedAbove } from './owed.js';
import { keepEvent, type Part, type Remittance } from './remittance.js';

export interface RemitDues {
  /** Becomes the id of the remittance. */
  id: string;
  bodyId: string;
  toBodyId: string;
  periodFrom: string;
  periodUntil: string;
  amount: string;
  currency: string;
  method: Remittance['method'];
  /** Which bank account it leaves, where the body has several. */
  bank: string | null;
  sentOn: string;
  reference: string | null;
}

export const remitDues = command('remitDues', async (deed, input: RemitDues) => {
  const { db, actor } = deed;
  const { id, bodyId, toBodyId, periodFrom, periodUntil, currency, method, sentOn } = input;
  deed.authorize({ bodyId });
  const amount = readAmount(input.amount, currency);
  const reference = readLine(input.reference ?? '', 'reference', 140);
  if (periodUntil < periodFrom)
    refuse('PERIOD_INVALID', 'A period ends on its first day or later.', { rule: 'books', field: 'periodUntil' });
  await mustBeBookable(db, bodyId, sentOn, 'sentOn');
  await lockBooks(db, bodyId);
  const parts = await partsOf(db, { bodyId, toBodyId, currency, amount });
  const transferId = randomUUID();
  const { hash } = await post(db, {
    bodyId,
    id: transferId,
    kind: 'REMITTANCE_SENT',
    bookedOn: sentOn,
    entries: [
      { account: { kind: 'CLEARING', currency, withBodyId: toBodyId }, amount },
      { account: moneyAccount(method, currency, readLine(input.bank ?? '', 'bank', 80)), amount: -amount },
    ],
    sourceId: id,
    byPersonId: actor.personId,
  });
  await db
    .insertInto('remittance')
    .values({
      id,
      body_id: bodyId,
      to_body_id: toBodyId,
      period_from: periodFrom,
      period_until: periodUntil,
      currency,
      amount,
      parts: JSON.stringify(parts.map(({ purpose, amount: part }) => ({ purpose, amount: part.toString() }))),
      method,
      reference,
      sent_on: sentOn,
      sent_transfer_id: transferId,
    })
    .execute();
  await keepEvent(db, { id, state: 'SENT', byPersonId: actor.personId });
  await recordBooks(deed, hash);
  return { remittanceId: id };
});

/** Which purposes it covers: what is owed for nothing in particular first. More than is owed cannot be passed up. */
async function partsOf(
  db: Database,
  { bodyId, toBodyId, currency, amount }: Pick<RemitDues, 'bodyId' | 'toBodyId' | 'currency'> & { amount: bigint },
): Promise<Part[]> {
  const owed = (await owedAbove(db, bodyId)).filter((one) => one.toBodyId === toBodyId && one.currency === currency);
  let rest = amount;
  const parts: Part[] = [];
  for (const { purpose, open } of owed) {
    const part = open < rest ? open : rest;
    if (part <= 0n) continue;
    parts.push({ purpose, amount: part });
    rest -= part;
  }
  if (rest > 0n) {
    const most = writeAmount(amount - rest, currency);
    refuse('MORE_THAN_OWED', `There are ${most} ${currency} to pass up to that body, and no more.`, {
      rule: 'books',
      field: 'amount',
      values: { most, currency },
    });
  }
  return parts;
}

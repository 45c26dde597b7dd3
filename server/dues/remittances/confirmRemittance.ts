// The Treasurer of the receiving body has the money: it is booked there by where it came from and what it is for. What
// had been asked by head-count is settled first; the rest is income.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '../../command.js';
import type { Database } from '../../database/database.js';
import { refuse } from '../../errors.js';
import { readLine } from '../../text.js';
import { moneyAccount } from '../bookPayment.js';
import { mustBeBookable } from '../days.js';
import { lockBooks, post, type Entry } from '../ledger.js';
import { recordBooks } from '../recordBooks.js';
import { findRemittance, keepEvent, lockRemittance, mustMove, type Part, type Remittance } from './remittance.js';
import { settleBetween } from './settleBetween.js';

export interface ConfirmRemittance {
  idempotencyKey: string;
  remittanceId: string;
  receivedOn: string;
  /** Which bank account it came to, where the body has several. */
  bank: string | null;
}

export const confirmRemittance = command('confirmRemittance', async (deed, input: ConfirmRemittance) => {
  const { db, actor } = deed;
  const { remittanceId, receivedOn } = input;
  const { toBodyId } = await findRemittance(db, remittanceId);
  deed.authorize({ bodyId: toBodyId });
  const remittance = await lockRemittance(db, remittanceId);
  mustMove(remittance, 'RECEIVED');
  if (receivedOn < remittance.sentOn)
    refuse('BEFORE_SENT', `It was sent on ${remittance.sentOn}; it cannot have come before.`, {
      rule: 'books',
      field: 'receivedOn',
      values: { sentOn: remittance.sentOn },
    });
  await mustBeBookable(db, toBodyId, receivedOn, 'receivedOn');
  await lockBooks(db, toBodyId);
  const transferId = randomUUID();
  const { amount, currency, method } = remittance;
  const { hash } = await post(db, {
    bodyId: toBodyId,
    id: transferId,
    kind: 'REMITTANCE_RECEIVED',
    bookedOn: receivedOn,
    entries: [
      { account: moneyAccount(method, currency, readLine(input.bank ?? '', 'bank', 80)), amount },
      ...(await incomeOf(db, remittance)),
    ],
    sourceId: remittanceId,
    byPersonId: actor.personId,
  });
  await db
    .updateTable('remittance')
    .set({ state: 'RECEIVED', received_on: receivedOn, received_transfer_id: transferId })
    .where('id', '=', remittanceId)
    .execute();
  await keepEvent(db, { id: remittanceId, state: 'RECEIVED', byPersonId: actor.personId });
  await recordBooks(deed, hash);
  // The sender's books follow in a transaction of their own; the clock does it where this one is cut off.
  deed.afterCommit(() => settleBetween(deed.context));
  return { remittanceId };
});

async function incomeOf(db: Database, { bodyId, toBodyId, currency, parts }: Remittance): Promise<Entry[]> {
  const { rows } = await sql<{ name: string; balance: string }>`
    select name, balance from ledger_account
    where body_id = ${toBodyId} and kind = 'PER_CAPITA_RECEIVABLE' and with_body_id = ${bodyId} and currency = ${currency}`.execute(
    db,
  );
  const asked = new Map(rows.map(({ name, balance }) => [name, BigInt(balance)]));
  return parts.flatMap(({ purpose, amount }: Part) => {
    const open = asked.get(purpose) ?? 0n;
    const settled = open < amount ? (open > 0n ? open : 0n) : amount;
    const account = { currency, withBodyId: bodyId, name: purpose };
    return [
      { account: { kind: 'PER_CAPITA_RECEIVABLE', ...account }, amount: -settled },
      { account: { kind: 'PER_CAPITA_INCOME', ...account }, amount: settled - amount },
    ] satisfies Entry[];
  });
}

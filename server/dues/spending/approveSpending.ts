// A second officer approves, and the body pays: the sum leaves cash or bank in the same moment, out of the fund or as an
// expense for the purpose that was authorised.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '../../command.js';
import { refuse } from '../../errors.js';
import { bookDay } from '../days.js';
import { lockBooks, post, type Account } from '../ledger.js';
import { recordBooks } from '../recordBooks.js';
import { tooMuch } from './proposeSpending.js';
import { findAuthority, findSpending, lockProposed, mustAuthorise, type Spending } from './spending.js';

export interface ApproveSpending {
  idempotencyKey: string;
  spendingId: string;
  /** Where the proposal names none: a request to a fund. */
  authorityId: string | null;
}

export const approveSpending = command('approveSpending', async (deed, input: ApproveSpending) => {
  const { db, actor } = deed;
  const { spendingId } = input;
  const { bodyId, authorId } = await findSpending(db, spendingId);
  deed.authorize({ bodyId, authorId });
  const spending = await lockProposed(db, spendingId);
  const authorityId = spending.authorityId ?? input.authorityId;
  const authority = authorityId === null ? null : await findAuthority(db, authorityId, true);
  const paidOn = await bookDay(db);
  mustAuthorise(authority, spending, paidOn);
  const { amount, currency, fund } = spending;
  if (authority.spent + amount > authority.amount) tooMuch();
  await lockBooks(db, bodyId);
  await mustBeInFund(db, spending);
  const transferId = randomUUID();
  const spent: Account = fund
    ? { kind: 'FUND', currency, name: fund }
    : { kind: 'EXPENSE', currency, name: authority.purpose };
  const { hash } = await post(db, {
    bodyId,
    id: transferId,
    kind: 'SPENDING',
    bookedOn: paidOn,
    entries: [
      { account: spent, amount },
      { account: moneyOf(spending), amount: -amount },
    ],
    memo: authority.purpose,
    sourceId: spendingId,
    byPersonId: actor.personId,
  });
  await db
    .updateTable('spending')
    .set({
      state: 'APPROVED',
      authority_id: authority.id,
      decided_by_id: actor.personId,
      decided_at: sql<Date>`clock_timestamp()`,
      paid_on: paidOn,
      transfer_id: transferId,
    })
    .where('id', '=', spendingId)
    .execute();
  await recordBooks(deed, hash);
  return { spendingId };
});

const moneyOf = ({ paidFrom, bank, currency }: Spending): Account =>
  paidFrom === 'CASH' ? { kind: 'CASH', currency } : { kind: 'BANK', currency, name: bank };

async function mustBeInFund(
  db: Parameters<typeof findSpending>[0],
  { bodyId, fund, currency, amount }: Spending,
): Promise<void> {
  if (fund === null) return;
  const found = await db
    .selectFrom('ledger_account')
    .select('balance')
    .where('body_id', '=', bodyId)
    .where('kind', '=', 'FUND')
    .where('currency', '=', currency)
    .where('name', '=', fund)
    .executeTakeFirst();
  if (-BigInt(found?.balance ?? 0) < amount)
    refuse('FUND_TOO_SMALL', `There is not so much in the fund ${fund}.`, {
      rule: 'books',
      field: 'amount',
      values: { fund },
    });
}

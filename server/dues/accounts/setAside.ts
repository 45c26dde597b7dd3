// The Treasurer sets money of the body aside in a fund: for solidarity, for a strike. From then on it is spent for that
// alone, and no more can be set aside than is there and belongs to nobody else.
import { sql } from 'kysely';
import { command } from '../../command.js';
import type { Database } from '../../database/database.js';
import { refuse } from '../../errors.js';
import { readLine, readWordsOnLine } from '../../text.js';
import { mustBeBookable } from '../days.js';
import { lockBooks, post } from '../ledger.js';
import { readAmount, writeAmount } from '../money.js';
import { recordBooks } from '../recordBooks.js';

export interface SetAside {
  /** Becomes the id of the transfer. */
  id: string;
  bodyId: string;
  fund: string;
  amount: string;
  currency: string;
  on: string;
  memo: string | null;
}

export const setAside = command('setAside', async (deed, input: SetAside) => {
  const { db, actor } = deed;
  const { id, bodyId, currency, on } = input;
  deed.authorize({ bodyId });
  const amount = readAmount(input.amount, currency);
  const fund = readWordsOnLine(input.fund, 'fund', 80);
  await mustBeBookable(db, bodyId, on, 'on');
  await lockBooks(db, bodyId);
  const free = await freeMoney(db, bodyId, currency);
  if (free < amount) {
    const most = writeAmount(free > 0n ? free : 0n, currency);
    refuse('NOT_FREE', `Of the money that is there ${most} ${currency} is owed to nobody and not set aside yet.`, {
      rule: 'books',
      field: 'amount',
      values: { most, currency },
    });
  }
  const { hash } = await post(db, {
    bodyId,
    id,
    kind: 'SET_ASIDE',
    bookedOn: on,
    entries: [
      { account: { kind: 'EXPENSE', currency, name: fund }, amount },
      { account: { kind: 'FUND', currency, name: fund }, amount: -amount },
    ],
    memo: readLine(input.memo ?? '', 'memo', 200),
    byPersonId: actor.personId,
  });
  await recordBooks(deed, hash);
  return { bodyId };
});

/** Money that is there, without what is owed to bodies above and to members, and without the funds. */
export async function freeMoney(db: Database, bodyId: string, currency: string): Promise<bigint> {
  const { rows } = await sql<{ free: string }>`
    select coalesce(sum(balance), 0)::text as free from ledger_account
    where body_id = ${bodyId} and currency = ${currency} and kind in ('CASH', 'BANK', 'CARD', 'FUND', 'MEMBER_CREDIT', 'PER_CAPITA_PAYABLE', 'CLEARING')`.execute(
    db,
  );
  return BigInt(rows[0]!.free);
}

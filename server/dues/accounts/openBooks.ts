// The Treasurer opens the books with what was there already: the cash box, the bank, what stands in funds. Once in each
// currency; a mistake in it is put right by reversing it, and then it is opened anew.
import { sql } from 'kysely';
import { command } from '../../command.js';
import type { Database } from '../../database/database.js';
import { refuse } from '../../errors.js';
import { readWordsOnLine } from '../../text.js';
import { mustBeBookable } from '../days.js';
import { lockBooks, post, type Entry } from '../ledger.js';
import { readAmount } from '../money.js';
import { recordBooks } from '../recordBooks.js';
import { placeAccount, type MoneyPlace } from './moneyPlace.js';

export interface OpenBooks {
  /** Becomes the id of the transfer. */
  id: string;
  bodyId: string;
  currency: string;
  openedOn: string;
  money: (MoneyPlace & { amount: string })[];
  /** What of it is set aside, and for what. */
  funds: { name: string; amount: string }[];
}

export const openBooks = command('openBooks', async (deed, input: OpenBooks) => {
  const { db, actor } = deed;
  const { id, bodyId, currency, openedOn } = input;
  deed.authorize({ bodyId });
  const money = input.money.map((place, i) => ({
    account: placeAccount(place, currency, `money.${i}.bank`),
    amount: readAmount(place.amount, currency, `money.${i}.amount`),
  }));
  const funds = input.funds.map(({ name, amount }, i) => ({
    account: { kind: 'FUND' as const, currency, name: readWordsOnLine(name, `funds.${i}.name`, 80) },
    amount: -readAmount(amount, currency, `funds.${i}.amount`),
  }));
  const rest = [...money, ...funds].reduce((sum, { amount }) => sum + amount, 0n);
  if (money.length === 0 || rest < 0n)
    refuse('FUNDS_TOO_LARGE', 'What is set aside in funds is part of the money there is, and cannot be more.', {
      rule: 'books',
      field: 'funds',
    });
  await mustBeBookable(db, bodyId, openedOn, 'openedOn');
  await lockBooks(db, bodyId);
  await mustNotBeOpen(db, bodyId, currency);
  const entries: Entry[] = [...money, ...funds, { account: { kind: 'OPENING', currency }, amount: -rest }];
  const { hash } = await post(db, {
    bodyId,
    id,
    kind: 'OPENING',
    bookedOn: openedOn,
    entries,
    byPersonId: actor.personId,
  });
  await recordBooks(deed, hash);
  return { bodyId };
});

async function mustNotBeOpen(db: Database, bodyId: string, currency: string): Promise<void> {
  const { rows } = await sql`
    select 1 from ledger_transfer t join ledger_entry e on e.body_id = t.body_id and e.number = t.number
    where t.body_id = ${bodyId} and t.kind = 'OPENING' and e.currency = ${currency}
      and not exists (select 1 from ledger_transfer r where r.body_id = t.body_id and r.reverses = t.number) limit 1`.execute(
    db,
  );
  if (rows.length > 0)
    refuse('OPENED_ALREADY', `These books were opened in ${currency} before.`, {
      rule: 'books',
      field: 'currency',
      values: { currency },
    });
}

// The Treasurer enters money that is nobody's dues: a collection at the gate, a gift, or one given for a fund.
import { command } from '../../command.js';
import { readLine, readWordsOnLine } from '../../text.js';
import { mustBeBookable } from '../days.js';
import { post } from '../ledger.js';
import { readAmount } from '../money.js';
import { recordBooks } from '../recordBooks.js';
import { placeAccount, type MoneyPlace } from './moneyPlace.js';

export interface RecordIncome {
  /** Becomes the id of the transfer. */
  id: string;
  bodyId: string;
  /** What it is, such as "Collection". Every member of the body may read it: no names. */
  source: string;
  /** The fund it was given for. */
  fund: string | null;
  to: MoneyPlace;
  amount: string;
  currency: string;
  receivedOn: string;
}

export const recordIncome = command('recordIncome', async (deed, input: RecordIncome) => {
  const { db, actor } = deed;
  const { id, bodyId, currency, receivedOn } = input;
  deed.authorize({ bodyId });
  const amount = readAmount(input.amount, currency);
  const source = readWordsOnLine(input.source, 'source', 80);
  const fund = readLine(input.fund ?? '', 'fund', 80);
  await mustBeBookable(db, bodyId, receivedOn, 'receivedOn');
  const { hash } = await post(db, {
    bodyId,
    id,
    kind: 'INCOME',
    bookedOn: receivedOn,
    entries: [
      { account: placeAccount(input.to, currency, 'to.bank'), amount },
      {
        account: fund ? { kind: 'FUND', currency, name: fund } : { kind: 'INCOME', currency, name: source },
        amount: -amount,
      },
    ],
    memo: source,
    byPersonId: actor.personId,
  });
  await recordBooks(deed, hash);
  return { bodyId };
});

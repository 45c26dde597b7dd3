// The Treasurer carries money from one of the body's own places to another: cash to the bank, or what the card company paid out.
import { command } from '../../command.js';
import { refuse } from '../../errors.js';
import { readLine } from '../../text.js';
import { mustBeBookable } from '../days.js';
import { post } from '../ledger.js';
import { readAmount } from '../money.js';
import { recordBooks } from '../recordBooks.js';
import { placeAccount, type MoneyPlace } from './moneyPlace.js';

export interface MoveMoney {
  /** Becomes the id of the transfer. */
  id: string;
  bodyId: string;
  from: MoneyPlace;
  to: MoneyPlace;
  amount: string;
  currency: string;
  movedOn: string;
  memo: string | null;
}

export const moveMoney = command('moveMoney', async (deed, input: MoveMoney) => {
  const { db, actor } = deed;
  const { id, bodyId, currency, movedOn } = input;
  deed.authorize({ bodyId });
  const amount = readAmount(input.amount, currency);
  const from = placeAccount(input.from, currency, 'from.bank');
  const to = placeAccount(input.to, currency, 'to.bank');
  if (from.kind === to.kind && (from.name ?? '') === (to.name ?? ''))
    refuse('SAME_PLACE', 'The money is there already: choose another place.', { rule: 'books', field: 'to' });
  if (to.kind === 'CARD')
    refuse('NOT_TO_CARD', 'Money comes from the card company and is not carried to it.', {
      rule: 'books',
      field: 'to',
    });
  await mustBeBookable(db, bodyId, movedOn, 'movedOn');
  const { hash } = await post(db, {
    bodyId,
    id,
    kind: 'MOVED',
    bookedOn: movedOn,
    entries: [
      { account: to, amount },
      { account: from, amount: -amount },
    ],
    memo: readLine(input.memo ?? '', 'memo', 200),
    byPersonId: actor.personId,
  });
  await recordBooks(deed, hash);
  return { bodyId };
});

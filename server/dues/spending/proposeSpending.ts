// A member of a body proposes that it pay something it has authorised, with the receipt; or asks a fund for support, which
// the officers answer under an authority for that fund. Who proposes does not approve.
import { command } from '../../command.js';
import { refuse } from '../../errors.js';
import { readLine, readWordsOnLine } from '../../text.js';
import { forgetUpload, readUpload } from '../../uploads/uploads.js';
import { bookDay } from '../days.js';
import { readAmount } from '../money.js';
import { findAuthority, mustAuthorise } from './spending.js';

export interface ProposeSpending {
  /** Becomes the id of the spending. */
  id: string;
  bodyId: string;
  /** Left out for a request to a fund. */
  authorityId: string | null;
  /** The fund that is asked; of spending under an authority it is the authority's. */
  fund: string | null;
  payee: string;
  words: string;
  amount: string;
  currency: string;
  paidFrom: 'CASH' | 'BANK';
  bank: string | null;
  /** A file put at /uploads/<id> before. */
  receiptId: string | null;
}

export const proposeSpending = command('proposeSpending', async (deed, input: ProposeSpending) => {
  const { db, actor } = deed;
  const { id, bodyId, authorityId, currency, paidFrom, receiptId } = input;
  deed.authorize({ bodyId });
  const amount = readAmount(input.amount, currency);
  const payee = readWordsOnLine(input.payee, 'payee', 200);
  const words = readWordsOnLine(input.words, 'words', 500);
  const authority = authorityId === null ? null : await findAuthority(db, authorityId);
  const fund = authority ? authority.fund : readLine(input.fund ?? '', 'fund', 80) || null;
  if (authorityId !== null || fund === null) mustAuthorise(authority, { bodyId, currency, fund }, await bookDay(db));
  if (authority && authority.spent + amount > authority.amount) tooMuch();
  await db
    .insertInto('spending')
    .values({
      id,
      body_id: bodyId,
      authority_id: authorityId,
      author_id: actor.personId,
      payee,
      words,
      currency,
      amount,
      fund,
      paid_from: paidFrom,
      bank: paidFrom === 'BANK' ? readLine(input.bank ?? '', 'bank', 80) : '',
    })
    .execute();
  if (receiptId !== null) {
    const { mediaType, bytes, digest } = await readUpload(db, receiptId, {
      personId: actor.personId,
      field: 'receiptId',
      types: ['application/pdf', 'image/png', 'image/jpeg'],
    });
    const kept = mediaType as Exclude<typeof mediaType, 'text/csv'>;
    await db.insertInto('spending_receipt').values({ spending_id: id, media_type: kept, bytes, digest }).execute();
    await forgetUpload(db, receiptId);
  }
  await deed.record(id, { bodyId, authorityId, payee, words, amount: amount.toString(), currency });
  return { spendingId: id };
});

export function tooMuch(): never {
  refuse('MORE_THAN_AUTHORISED', 'That is more than is left of what was authorised.', {
    rule: 'books',
    field: 'amount',
  });
}

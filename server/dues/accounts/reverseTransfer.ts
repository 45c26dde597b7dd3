// The Treasurer undoes what they entered by mistake: money moved, income, what was set aside, the opening. Payments,
// remittances and spending have their own ways back, because other things follow from them.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '../../command.js';
import { notFound, refuse } from '../../errors.js';
import { readWordsOnLine } from '../../text.js';
import { bookDay } from '../days.js';
import { lockBooks, reverse } from '../ledger.js';
import { recordBooks } from '../recordBooks.js';

export interface ReverseTransfer {
  idempotencyKey: string;
  bodyId: string;
  number: number;
  /** One line that members may read: no names. */
  reason: string;
}

export const reversibleKinds: readonly string[] = ['MOVED', 'INCOME', 'SET_ASIDE', 'OPENING'];

export const reverseTransfer = command('reverseTransfer', async (deed, input: ReverseTransfer) => {
  const { db, actor } = deed;
  const { bodyId, number } = input;
  deed.authorize({ bodyId });
  const memo = readWordsOnLine(input.reason, 'reason', 200);
  await lockBooks(db, bodyId);
  const { rows } = await sql<{ kind: string; reversed: boolean }>`
    select t.kind, exists (select 1 from ledger_transfer r where r.body_id = t.body_id and r.reverses = t.number) as reversed
    from ledger_transfer t where t.body_id = ${bodyId} and t.number = ${number}`.execute(db);
  const [transfer] = rows;
  if (!transfer) throw notFound('transfer');
  if (!reversibleKinds.includes(transfer.kind))
    refuse('NOT_REVERSIBLE', 'What this transfer books has its own way back, so it is not reversed by itself.', {
      rule: 'books',
      values: { kind: transfer.kind },
    });
  if (transfer.reversed) refuse('ALREADY_REVERSED', 'This transfer was undone before.', { rule: 'books' });
  const { hash } = await reverse(db, {
    bodyId,
    id: randomUUID(),
    number,
    bookedOn: await bookDay(db),
    memo,
    byPersonId: actor.personId,
  });
  await recordBooks(deed, hash);
  return { bodyId, number };
});

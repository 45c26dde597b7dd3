// The answer of a Local Group's Treasurer to a statement by head-count: agreed, it is owed, and each side books it in its
// own books; declined, with a reason, it is asked anew or not at all. Who asked can take it back until it is answered.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '../../command.js';
import { readLine, readWordsOnLine } from '../../text.js';
import { bookDay } from '../days.js';
import { lockBooks, post } from '../ledger.js';
import { recordBooks } from '../recordBooks.js';
import { findPerCapita, lockAsked, mustNotBeShared } from './perCapita.js';
import { settleBetween } from './settleBetween.js';

export interface AnswerPerCapita {
  idempotencyKey: string;
  perCapitaId: string;
}

const answered = (byPersonId: string) => ({
  answered_by_id: byPersonId,
  answered_at: sql<Date>`clock_timestamp()`,
});

export const agreePerCapita = command('agreePerCapita', async (deed, { perCapitaId }: AnswerPerCapita) => {
  const { db, actor } = deed;
  deed.authorize({ bodyId: (await findPerCapita(db, perCapitaId)).bodyId });
  const asked = await lockAsked(db, perCapitaId);
  const { bodyId, toBodyId, currency, amount } = asked;
  await lockBooks(db, bodyId);
  await mustNotBeShared(db, bodyId, toBodyId, asked);
  const transferId = randomUUID();
  const { hash } = await post(db, {
    bodyId,
    id: transferId,
    kind: 'PER_CAPITA_OWED',
    bookedOn: await bookDay(db),
    entries: [
      { account: { kind: 'EXPENSE', currency, name: 'Per capita' }, amount },
      { account: { kind: 'PER_CAPITA_PAYABLE', currency, withBodyId: toBodyId }, amount: -amount },
    ],
    sourceId: perCapitaId,
    byPersonId: actor.personId,
  });
  await db
    .updateTable('per_capita')
    .set({ state: 'AGREED', owed_transfer_id: transferId, ...answered(actor.personId) })
    .where('id', '=', perCapitaId)
    .execute();
  await recordBooks(deed, hash);
  deed.afterCommit(() => settleBetween(deed.context));
  return { perCapitaId };
});

export interface WithReason extends AnswerPerCapita {
  /** One line that members of both bodies may read: no names. */
  reason: string;
}

export const declinePerCapita = command('declinePerCapita', async (deed, input: WithReason) => {
  const { db, actor } = deed;
  const { perCapitaId } = input;
  deed.authorize({ bodyId: (await findPerCapita(db, perCapitaId)).bodyId });
  const reason = readWordsOnLine(input.reason, 'reason', 500);
  await lockAsked(db, perCapitaId);
  await db
    .updateTable('per_capita')
    .set({ state: 'DECLINED', reason, ...answered(actor.personId) })
    .where('id', '=', perCapitaId)
    .execute();
  await deed.record(perCapitaId, reason);
  return { perCapitaId };
});

export const withdrawPerCapita = command('withdrawPerCapita', async (deed, input: WithReason) => {
  const { db, actor } = deed;
  const { perCapitaId } = input;
  deed.authorize({ bodyId: (await findPerCapita(db, perCapitaId)).toBodyId });
  const reason = readLine(input.reason, 'reason', 500);
  await lockAsked(db, perCapitaId);
  await db
    .updateTable('per_capita')
    .set({ state: 'WITHDRAWN', reason, ...answered(actor.personId) })
    .where('id', '=', perCapitaId)
    .execute();
  await deed.record(perCapitaId, reason);
  return { perCapitaId };
});

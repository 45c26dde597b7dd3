// The sender takes a remittance back: it was never sent, or otherwise than entered. Its transfer is reversed, and what is
// right is sent anew.
import { randomUUID } from 'node:crypto';
import { command } from '../../command.js';
import { readWordsOnLine } from '../../text.js';
import { bookDay } from '../days.js';
import { lockBooks, reverse } from '../ledger.js';
import { recordBooks } from '../recordBooks.js';
import type { RemittanceWithReason } from './disputeRemittance.js';
import { findRemittance, keepEvent, lockRemittance, mustMove } from './remittance.js';

export const withdrawRemittance = command(
  'withdrawRemittance',
  async (deed, { remittanceId, ...input }: RemittanceWithReason) => {
    const { db, actor } = deed;
    deed.authorize({ bodyId: (await findRemittance(db, remittanceId)).bodyId });
    const reason = readWordsOnLine(input.reason, 'reason', 500);
    const remittance = await lockRemittance(db, remittanceId);
    mustMove(remittance, 'WITHDRAWN');
    const { bodyId, sentTransferId } = remittance;
    await lockBooks(db, bodyId);
    const { number } = await db
      .selectFrom('ledger_transfer')
      .select('number')
      .where('body_id', '=', bodyId)
      .where('id', '=', sentTransferId)
      .executeTakeFirstOrThrow();
    const transferId = randomUUID();
    const { hash } = await reverse(db, {
      bodyId,
      id: transferId,
      number: Number(number),
      bookedOn: await bookDay(db),
      memo: reason,
      byPersonId: actor.personId,
    });
    await db
      .updateTable('remittance')
      .set({ state: 'WITHDRAWN', back_transfer_id: transferId })
      .where('id', '=', remittanceId)
      .execute();
    await keepEvent(db, { id: remittanceId, state: 'WITHDRAWN', reason, byPersonId: actor.personId });
    await recordBooks(deed, hash);
    return { remittanceId };
  },
);

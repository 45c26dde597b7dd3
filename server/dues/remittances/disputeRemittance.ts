// The Treasurer of the receiving body says that the money has not come, or not so much of it, and why. Nothing is booked:
// the sender looks into it and withdraws what was wrong, or it arrives after all and is confirmed.
import { command } from '../../command.js';
import { readWordsOnLine } from '../../text.js';
import { findRemittance, keepEvent, lockRemittance, mustMove } from './remittance.js';

export interface RemittanceWithReason {
  idempotencyKey: string;
  remittanceId: string;
  /** One line that members of both bodies may read: no names. */
  reason: string;
}

export const disputeRemittance = command(
  'disputeRemittance',
  async (deed, { remittanceId, ...input }: RemittanceWithReason) => {
    const { db, actor } = deed;
    deed.authorize({ bodyId: (await findRemittance(db, remittanceId)).toBodyId });
    const reason = readWordsOnLine(input.reason, 'reason', 500);
    mustMove(await lockRemittance(db, remittanceId), 'DISPUTED');
    await db.updateTable('remittance').set({ state: 'DISPUTED' }).where('id', '=', remittanceId).execute();
    await keepEvent(db, { id: remittanceId, state: 'DISPUTED', reason, byPersonId: actor.personId });
    await deed.record(remittanceId, reason);
    return { remittanceId };
  },
);

// A member asks to move to another Local Group. Until that group admits, they stay a member of their own, with
// their vote; then the same membership, with its history and standing, belongs there.
import { refreshActor } from '../accounts/session.js';
import { command } from '../command.js';
import { limits } from '../../schema/limits.js';
import { readText } from '../text.js';
import { writeEvent } from './events.js';
import { homeToJoin } from './homes.js';
import { lockOwn } from './load.js';

export interface TransferMembership {
  idempotencyKey: string;
  toBodyId: string;
  reason: string | null;
}

export const transferMembership = command('transferMembership', async (deed, input: TransferMembership) => {
  const { actor, db, em } = deed;
  const membership = await lockOwn(em, actor);
  deed.authorize({ personId: membership.personId });
  const reason = readText(input.reason ?? '', 'reason', limits.reason);
  const home = await homeToJoin(db, input.toBodyId, 'toBodyId');
  const happening = membership.askTransfer(home.id);
  await em.flush();
  await writeEvent(db, happening, { membershipId: membership.id, byPersonId: actor.personId, reason });
  await deed.record(membership.id);
  deed.afterCommit(() => refreshActor(deed.context));
  return { membershipId: membership.id };
});

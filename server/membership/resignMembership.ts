// A member leaves, or an applicant takes the application back. Offices end in the same moment.
import { refreshActor } from '../accounts/session.js';
import { command } from '../command.js';
import { limits } from '../../schema/limits.js';
import { readText } from '../text.js';
import { endAllOffices } from './endOffices.js';
import { writeEvent } from './events.js';
import { lockOwn } from './load.js';

export interface ResignMembership {
  idempotencyKey: string;
  reason: string | null;
}

export const resignMembership = command('resignMembership', async (deed, input: ResignMembership) => {
  const { actor, db, em } = deed;
  const membership = await lockOwn(em, actor);
  deed.authorize({ personId: membership.personId });
  const reason = readText(input.reason ?? '', 'reason', limits.reason);
  const happening = membership.resign();
  await em.flush();
  await endAllOffices(db, actor.personId);
  await writeEvent(db, happening, { membershipId: membership.id, byPersonId: actor.personId, reason });
  await deed.record(membership.id);
  deed.afterCommit(() => refreshActor(deed.context));
  return { membershipId: membership.id };
});

// The Local Group admits: an applicant, or a member of another group who has asked to move here.
import { refreshActor } from '../accounts/session.js';
import { command, type Deed } from '../command.js';
import { writeMail } from '../notices/mailTexts.js';
import { post } from '../notices/post.js';
import { endOfficesElsewhere } from './endOffices.js';
import { writeEvent } from './events.js';
import { homeToJoin } from './homes.js';
import { lockMembership, today } from './load.js';

export interface AdmitMember {
  idempotencyKey: string;
  membershipId: string;
}

export const admitMember = command('admitMember', async (deed, { membershipId }: AdmitMember) => {
  const { actor, db, em } = deed;
  const membership = await lockMembership(em, actor, membershipId);
  const { personId } = membership;
  deed.authorize({ bodyId: membership.awaitedBodyId ?? membership.bodyId, personId });
  const home = await homeToJoin(db, membership.mustAwaitAnAnswer(), 'membershipId');
  const happening = membership.admit(await today(db));
  await em.flush();
  await writeEvent(db, happening, { membershipId, byPersonId: actor.personId, reason: null });
  if (happening.what === 'TRANSFERRED') await endOfficesElsewhere(db, personId, home.id);
  await welcome(deed, personId, home.name);
  await deed.record(membershipId);
  deed.afterCommit(() => refreshActor(deed.context));
  return { membershipId };
});

async function welcome(deed: Deed<'admitMember'>, personId: string, body: string): Promise<void> {
  const person = await deed.db
    .selectFrom('person')
    .select(['display_name as name', 'email', 'locale'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  if (person.email === null) return;
  const address = deed.context.services.publicUrl;
  await post(deed, writeMail('admitted', person.email, person.locale, { name: person.name, body, address }));
}

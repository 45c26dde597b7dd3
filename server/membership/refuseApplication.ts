// The Local Group does not admit, and says why. An application ends; a member who asked to move stays where they were.
import { command, type Deed } from '../command.js';
import { limits } from '../../schema/limits.js';
import { writeMail } from '../notices/mailTexts.js';
import { post } from '../notices/post.js';
import { readWords } from '../text.js';
import { writeEvent } from './events.js';
import { lockMembership } from './load.js';

export interface RefuseApplication {
  idempotencyKey: string;
  membershipId: string;
  reason: string;
}

export const refuseApplication = command(
  'refuseApplication',
  async (deed, { membershipId, reason: given }: RefuseApplication) => {
    const { actor, db, em } = deed;
    const membership = await lockMembership(em, actor, membershipId);
    const { personId } = membership;
    deed.authorize({ bodyId: membership.awaitedBodyId ?? membership.bodyId, personId });
    const reason = readWords(given, 'reason', limits.reason);
    const happening = membership.turnDown();
    await em.flush();
    await writeEvent(db, happening, { membershipId, byPersonId: actor.personId, reason });
    await tell(deed, personId, happening.bodyId, reason);
    await deed.record(membershipId);
    return { membershipId };
  },
);

/** Only to an address that is known to be theirs: the reason is nobody else's business. */
async function tell(deed: Deed<'refuseApplication'>, personId: string, bodyId: string, reason: string): Promise<void> {
  const person = await deed.db
    .selectFrom('person')
    .innerJoin('body', (join) => join.on('body.id', '=', bodyId))
    .select(['display_name as name', 'email', 'locale', 'body.name as body'])
    .where('person.id', '=', personId)
    .where('email_proved_at', 'is not', null)
    .executeTakeFirst();
  if (!person?.email) return;
  await post(
    deed,
    writeMail('notAdmitted', person.email, person.locale, { name: person.name, body: person.body, reason }),
  );
}

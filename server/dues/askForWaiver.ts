// A member asks, in private, to be excused from dues. Only the Treasurer and the Secretary of the group read it; the public
// history says nothing.
import { sql } from 'kysely';
import { command } from '../command.js';
import { refuse } from '../errors.js';
import { limits } from '../../schema/limits.js';
import { readText } from '../text.js';
import { memberPaying, mustOweDues } from './memberPaying.js';

export interface AskForWaiver {
  /** Becomes the id of the request. */
  id: string;
  membershipId: string;
  /** As few as one likes. */
  words: string | null;
}

export const askForWaiver = command('askForWaiver', async (deed, { id, membershipId, words }: AskForWaiver) => {
  const { db } = deed;
  const member = await memberPaying(db, membershipId);
  deed.authorize({ personId: member.personId });
  mustOweDues(member);
  const open = await db
    .selectFrom('dues_waiver_request')
    .select('id')
    .where('membership_id', '=', membershipId)
    .where('answer', 'is', null)
    .executeTakeFirst();
  if (open)
    refuse('ALREADY_ASKED', 'You have asked already. The Treasurer or the Secretary will answer you.', {
      rule: 'dues',
    });
  await db
    .insertInto('dues_waiver_request')
    .values({
      id,
      membership_id: membershipId,
      words: readText(words ?? '', 'words', limits.reason),
      at: sql<Date>`clock_timestamp()`,
    })
    .execute();
  return { membershipId };
});

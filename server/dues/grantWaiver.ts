// The Treasurer or the Secretary of the Local Group excuses a member from dues for a term. In the public history the deed
// looks like any other on the books.
import { sql } from 'kysely';
import { command } from '../command.js';
import { mailWaiver } from './mailWaiver.js';
import { memberPaying, mustOweDues } from './memberPaying.js';
import { lockBooks } from './ledger.js';
import { recordBooks } from './recordBooks.js';
import { restoreLapsed } from './restoreLapsed.js';
import { refreshStanding } from './settle.js';
import { dropWaived, mustBeWaivable, readTerm } from './waivers.js';

export interface GrantWaiver {
  /** Becomes the id of the waiver. */
  id: string;
  membershipId: string;
  /** Today where left out. */
  from: string | null;
  until: string;
}

export const grantWaiver = command('grantWaiver', async (deed, { id, membershipId, from, until }: GrantWaiver) => {
  const { db, actor } = deed;
  const member = await memberPaying(db, membershipId);
  const { personId, bodyId } = member;
  deed.authorize({ bodyId, personId });
  mustOweDues(member);
  const term = await readTerm(db, from, until);
  await lockBooks(db, bodyId);
  await mustBeWaivable(db, membershipId, term);
  await db
    .insertInto('dues_waiver')
    .values({
      id,
      membership_id: membershipId,
      from_date: term.from,
      until_date: term.until,
      by_person_id: actor.personId,
      at: sql<Date>`clock_timestamp()`,
    })
    .execute();
  const hash = await dropWaived(db, personId, bodyId, term);
  await refreshStanding(db, [personId]);
  await restoreLapsed(db, { membershipId, personId, byPersonId: actor.personId });
  await db
    .updateTable('dues_waiver_request')
    .set({ answer: 'GRANTED', answered_at: sql<Date>`clock_timestamp()`, by_person_id: actor.personId })
    .where('membership_id', '=', membershipId)
    .where('answer', 'is', null)
    .execute();
  await mailWaiver(deed, personId, bodyId, { until: term.until });
  await recordBooks(deed, hash);
  return { membershipId };
});

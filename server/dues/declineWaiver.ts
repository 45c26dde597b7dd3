// The Treasurer or the Secretary answers a request for a waiver with words to the member alone.
import { sql } from 'kysely';
import { command } from '../command.js';
import { notFound, refuse } from '../errors.js';
import { limits } from '../../schema/limits.js';
import { readWords } from '../text.js';
import { mailWaiver } from './mailWaiver.js';
import { recordBooks } from './recordBooks.js';

export interface DeclineWaiver {
  idempotencyKey: string;
  requestId: string;
  words: string;
}

export const declineWaiver = command('declineWaiver', async (deed, { requestId, words: given }: DeclineWaiver) => {
  const { db, actor } = deed;
  const request = await db
    .selectFrom('dues_waiver_request as r')
    .innerJoin('membership as m', 'm.id', 'r.membership_id')
    .select(['r.answer', 'm.id as membershipId', 'm.person_id as personId', 'm.body_id as bodyId'])
    .where('r.id', '=', requestId)
    .forUpdate()
    .executeTakeFirst();
  if (!request) throw notFound('request');
  const { membershipId, personId, bodyId, answer } = request;
  deed.authorize({ bodyId, personId });
  const words = readWords(given, 'words', limits.reason);
  if (answer !== null) refuse('ALREADY_ANSWERED', 'This request was answered before.', { rule: 'dues' });
  await db
    .updateTable('dues_waiver_request')
    .set({ answer: 'DECLINED', answered_at: sql<Date>`clock_timestamp()`, by_person_id: actor.personId })
    .where('id', '=', requestId)
    .execute();
  await mailWaiver(deed, personId, bodyId, { words });
  await recordBooks(deed, null);
  return { membershipId };
});

// The history of a membership: one dated row for each change, with who made it and the reason given.
import { randomUUID } from 'node:crypto';
import type { Database } from '../database/database.js';
import type { Happening } from './Membership.js';

export interface Written {
  membershipId: string;
  byPersonId: string | null;
  reason: string | null;
}

export async function writeEvent(
  db: Database,
  happening: Happening | { what: 'APPLIED'; bodyId: string; fromBodyId: null },
  by: Written,
): Promise<void> {
  await db
    .insertInto('membership_event')
    .values({
      id: randomUUID(),
      membership_id: by.membershipId,
      what: happening.what,
      body_id: happening.bodyId,
      from_body_id: happening.fromBodyId,
      by_person_id: by.byPersonId,
      reason: by.reason === '' ? null : by.reason,
    })
    .execute();
}

// The membership that money came for, and the books it belongs in: those of the group the member belongs to today.
import type { Database } from '../database/database.js';
import type { MembershipStateWord } from '../database/tables.js';
import { notFound, refuse } from '../errors.js';

export interface MemberPaying {
  id: string;
  personId: string;
  bodyId: string;
  kind: 'MEMBER' | 'SUPPORTER';
  state: MembershipStateWord;
}

export async function memberPaying(db: Database, membershipId: string): Promise<MemberPaying> {
  const membership = await db
    .selectFrom('membership')
    .select(['id', 'person_id as personId', 'body_id as bodyId', 'kind', 'state'])
    .where('id', '=', membershipId)
    .executeTakeFirst();
  if (!membership) throw notFound('membership');
  return membership;
}

/** Supporters and applicants owe no dues. Somebody who left may still pay what they owed. */
export function mustOweDues({ kind, state }: MemberPaying): void {
  if (kind === 'SUPPORTER' || state === 'APPLICANT')
    refuse('OWES_NO_DUES', 'Only members pay dues. What others give is not entered here.', {
      rule: 'dues',
      field: 'membershipId',
    });
}

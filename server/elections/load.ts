// What a deed judges: the election, locked for as long as the deed runs, and its poll with it.
import type { Database } from '../database/database.js';
import { notFound } from '../errors.js';
import type { Actor } from '../policy/actor.js';
import { seesMembership } from '../policy/sight.js';
import { candidatesById, type CandidateRow } from './candidates.reads.js';
import { electionsById, type ElectionRow } from './elections.reads.js';

/** One deed after another: what is judged here does not change until the deed has committed. */
export async function lockElection(db: Database, id: string): Promise<ElectionRow> {
  // The poll first, as its close takes it.
  await db.selectFrom('poll').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  const found = await db.selectFrom('election').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!found) throw notFound('election');
  return (await electionsById(db, [id]))[0]!;
}

export interface LockedCandidacy {
  candidate: CandidateRow;
  election: ElectionRow;
}

export async function lockCandidacy(db: Database, id: string): Promise<LockedCandidacy> {
  const found = await db.selectFrom('candidate').select('election_id').where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound('candidate');
  const election = await lockElection(db, found.election_id);
  return { candidate: (await candidatesById(db, [id]))[0]!, election };
}

export interface Member {
  personId: string;
  bodyId: string;
}

/** The person a membership is of. One that is not this person's to see answers like one that does not exist. */
export async function memberSeenBy(db: Database, actor: Actor, membershipId: string): Promise<Member> {
  const membership = await db
    .selectFrom('membership')
    .select(['person_id as personId', 'body_id as bodyId', 'transfer_to_id as transferToId', 'state'])
    .where('id', '=', membershipId)
    .executeTakeFirst();
  if (!membership || !seesMembership(actor, membership)) throw notFound('membership');
  return membership;
}

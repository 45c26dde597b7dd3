// A member nominates another, or stands. Whoever is nominated decides; whoever stands may not be hidden from those who
// elect, and chooses how much further the name goes.
import { sql } from 'kysely';
import { command, type Deed } from '../command.js';
import { notFound, refuse } from '../errors.js';
import { seesMembership } from '../policy/sight.js';
import { readCandidacy, type CandidacyInput } from './candidacy.js';
import { ineligible, personOf, whyNotEligible } from './eligibility.js';
import type { ElectionRow } from './elections.reads.js';
import { judge } from './judge.js';
import { lockElection } from './load.js';

export interface NominateInput extends CandidacyInput {
  /** Becomes the id of the candidate. */
  id: string;
  electionId: string;
  /** Null for oneself. */
  membershipId?: string | null;
}

export const nominate = command('nominate', async (deed, input: NominateInput) => {
  const { db, actor } = deed;
  const election = await lockElection(db, input.electionId);
  deed.authorize({ bodyId: election.bodyId });
  judge.nominate(election);
  const about = await nominated(deed, input.membershipId ?? null);
  const own = about.personId === actor.personId;
  await mustBeFree(deed, election, about.personId);
  const refusal = own
    ? await whyNotEligible(db, election, about.personId)
    : (await ineligible(db, election, [about.personId])).get(about.personId);
  if (refusal) throw refusal;
  const says = readCandidacy(own ? input : {}, election);
  await db
    .insertInto('candidate')
    .values({
      id: input.id,
      election_id: election.id,
      kind: 'PERSON',
      person_id: about.personId,
      body_id: about.bodyId,
      label: null,
      nominated_by_id: actor.personId,
      state: own ? 'STANDING' : 'PROPOSED',
      position: null,
      at: sql<Date>`clock_timestamp()`,
      ...says,
    })
    .execute();
  await deed.record(election.id);
  return { id: input.id, electionId: election.id };
});

/** The member, where the person who nominates may know of them. */
async function nominated(
  { db, actor }: Deed<'nominate'>,
  membershipId: string | null,
): Promise<{ personId: string; bodyId: string }> {
  if (membershipId === null) return { personId: actor.personId, bodyId: actor.membership!.bodyId };
  const membership = await personOf(db, membershipId);
  if (!seesMembership(actor, membership)) throw notFound('membership');
  return membership;
}

async function mustBeFree({ db }: Deed<'nominate'>, { id }: ElectionRow, personId: string): Promise<void> {
  const known = await db
    .selectFrom('candidate')
    .select('id')
    .where('election_id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (known)
    refuse('NOMINATED_ALREADY', 'This member is nominated already; the answer is theirs.', { rule: 'elections' });
}

// A member nominates another, or stands. Whoever is nominated decides; whoever stands may not be hidden from those who
// elect, and chooses how much further the name goes.
import { sql } from 'kysely';
import { command, type Deed } from '../command.js';
import { refuse } from '../errors.js';
import { MOST_CANDIDATES } from '../rules/electionRules.js';
import { readCandidacy, type CandidacyInput } from './candidacy.js';
import { candidatesOf } from './candidates.reads.js';
import { ineligible, whyNotEligible } from './eligibility.js';
import type { ElectionRow } from './elections.reads.js';
import { judge } from './judge.js';
import { lockElection, memberSeenBy, type Member } from './load.js';

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
  const about: Member = input.membershipId
    ? await memberSeenBy(db, actor, input.membershipId)
    : { personId: actor.personId, bodyId: actor.membership!.bodyId };
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

/** Nobody twice, and no more than a paper has room for. */
async function mustBeFree({ db }: Deed<'nominate'>, { id }: ElectionRow, personId: string): Promise<void> {
  const [candidates] = await candidatesOf(db, [id]);
  if (candidates!.some((candidate) => candidate.personId === personId))
    refuse('NOMINATED_ALREADY', 'This member is nominated already; the answer is theirs.', { rule: 'elections' });
  if (candidates!.length >= MOST_CANDIDATES)
    refuse('PAPER_FULL', `A paper has room for ${MOST_CANDIDATES} candidates, and so many have been nominated.`, {
      rule: 'elections',
      values: { most: MOST_CANDIDATES },
    });
}

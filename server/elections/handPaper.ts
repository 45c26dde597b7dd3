// A teller marks a member on the roll as voting on paper. From then on they have no ballot here; with one cast here they
// get no paper. An unmarked paper can be taken back as long as voting is open.
import { command, type Deed } from '../command.js';
import { refuse } from '../errors.js';
import { sql } from 'kysely';
import { papersEntered } from './batches.reads.js';
import type { ElectionRow } from './elections.reads.js';
import { judge } from './judge.js';
import { lockElection, memberSeenBy } from './load.js';

export interface PaperInput {
  idempotencyKey: string;
  electionId: string;
  membershipId: string;
}

const rule = 'elections';

export const handPaper = command('handPaper', async (deed, input: PaperInput) => {
  const { election, personId } = await about(deed, input);
  const { db, actor } = deed;
  const known = await standingOf(deed, election, personId);
  if (!known.onRoll) refuse('NOT_ON_ROLL', 'This member is not on the roll of the election.', { rule: 'roll' });
  if (known.hasPaper) refuse('HAS_A_PAPER', 'This member has been handed a paper already.', { rule });
  if (known.hasBallot)
    refuse('HAS_A_BALLOT', 'This member has cast a ballot here already; nobody votes twice.', { rule });
  await db
    .insertInto('paper_handed')
    .values({
      poll_id: election.id,
      person_id: personId,
      teller_id: actor.personId,
      at: sql<Date>`clock_timestamp()`,
    })
    .execute();
  await deed.record(election.id);
  return { id: election.id, electionId: election.id };
});

export const takeBackPaper = command('takeBackPaper', async (deed, input: PaperInput) => {
  const { election, personId } = await about(deed, input);
  const { db } = deed;
  if ((await papersEntered(db, election.id)) >= election.papersHanded)
    refuse('PAPERS_ENTERED', 'As many papers have been entered as were handed out; none is left to be taken back.', {
      rule,
    });
  const { numDeletedRows } = await db
    .deleteFrom('paper_handed')
    .where('poll_id', '=', election.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) refuse('HAS_NO_PAPER', 'This member has been handed no paper.', { rule });
  await deed.record(election.id);
  return { id: election.id, electionId: election.id };
});

/** The election locked and judged, and the member, where the teller may see them. */
async function about(
  deed: Deed<'handPaper' | 'takeBackPaper'>,
  { electionId, membershipId }: PaperInput,
): Promise<{ election: ElectionRow; personId: string }> {
  const { db, actor } = deed;
  const election = await lockElection(db, electionId);
  const { personId, bodyId: homeId } = await memberSeenBy(db, actor, membershipId);
  deed.authorize({ bodyId: election.bodyId, homeId });
  judge[deed.name](election);
  return { election, personId };
}

interface Standing {
  onRoll: boolean;
  hasPaper: boolean;
  hasBallot: boolean;
}

/** In turn with the person's own ballots, so that neither overtakes the other. */
async function standingOf({ db }: Deed<'handPaper' | 'takeBackPaper'>, { id }: ElectionRow, personId: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}::text || ${personId}::text, 1))`.execute(db);
  const { rows } = await sql<Standing>`
    select exists (select 1 from roll_entry where poll_id = ${id} and person_id = ${personId}) as "onRoll",
      exists (select 1 from paper_handed where poll_id = ${id} and person_id = ${personId}) as "hasPaper",
      exists (select 1 from ballot where poll_id = ${id} and elector = elector_in(${id}, ${personId}) and not replaced) as "hasBallot"`.execute(
    db,
  );
  return rows[0]!;
}

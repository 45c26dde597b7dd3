// Nominations are closed, and who stands is settled: the vote opens. Where nobody stands there is nothing to vote on, and
// where no more stand than there are places nobody has to.
import { sql } from 'kysely';
import { command, type Deed } from '../command.js';
import { unopposed } from '../counting/elections/certified.js';
import { daysAfter } from '../database/instants.js';
import { refuse } from '../errors.js';
import { conclude } from './conclude.js';
import { drawPaper } from './drawPaper.js';
import { ineligible, notInGoodStanding } from './eligibility.js';
import { candidatesOf, type CandidateRow } from './candidates.reads.js';
import type { ElectionRow } from './elections.reads.js';
import { judge } from './judge.js';
import { lockElection } from './load.js';
import { putToTheVote } from './putToTheVote.js';
import { questionOf } from './question.js';

export interface OpenElectionInput {
  idempotencyKey?: string;
  electionId: string;
  closesAt?: Date | null;
}

type Opening = Deed<'openElection'>;

/** The vote may be given more time than it was called with, within reason, and never less. */
const LONGEST_DAYS = 90;
const A_MINUTE = 60_000;
const rule = 'elections';

export const openElection = command('openElection', async (deed, input: OpenElectionInput) => {
  const { db, context } = deed;
  const election = await lockElection(db, input.electionId);
  deed.authorize({ bodyId: election.bodyId });
  const answer = { id: election.id, electionId: election.id };
  if (context.clock && election.state !== 'NOMINATIONS') return answer;
  judge.openElection(election);
  const closesAt = closingTime(election, input.closesAt ?? null);
  const standing = await whoStands(deed, election);
  await deed.record(election.id);
  if (standing.length === 0) await lapse(deed, election);
  else if (election.kind === 'PERSONS' && !election.rule.reopen && standing.length <= election.rule.seats)
    await electUnopposed(deed, election, standing);
  else await putToTheVote(deed, election, standing, closesAt);
  return answer;
});

function closingTime({ now, votingDays }: ElectionRow, asked: Date | null): Date {
  const least = daysAfter(now, votingDays);
  const closesAt = new Date(Math.floor((asked ?? least).getTime() / 1000) * 1000);
  if (closesAt.getTime() >= least.getTime() - A_MINUTE && closesAt <= daysAfter(now, LONGEST_DAYS)) return closesAt;
  refuse('CLOSING_TIME', `The vote is open for at least ${votingDays} and at most ${LONGEST_DAYS} days.`, {
    rule,
    field: 'closesAt',
    values: { least: least.toISOString(), most: daysAfter(now, LONGEST_DAYS).toISOString() },
  });
}

/** Nominations nobody answered lapse, and who may not stand any more is taken from those who do. */
async function whoStands({ db }: Opening, election: ElectionRow): Promise<CandidateRow[]> {
  await db
    .updateTable('candidate')
    .set({ state: 'LAPSED' })
    .where('election_id', '=', election.id)
    .where('state', '=', 'PROPOSED')
    .execute();
  const [all] = await candidatesOf(db, [election.id]);
  const standing = all!.filter(({ state }) => state === 'STANDING');
  const people = standing.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const out = new Set([
    ...(await ineligible(db, election, people)).keys(),
    ...(await notInGoodStanding(db, election, people)).keys(),
  ]);
  const barred = standing.filter(({ personId }) => personId !== null && out.has(personId));
  if (barred.length > 0)
    await db
      .updateTable('candidate')
      .set({ state: 'WITHDRAWN' })
      .where(
        'id',
        'in',
        barred.map(({ id }) => id),
      )
      .execute();
  return standing.filter((candidate) => !barred.includes(candidate));
}

/** Its officers find it among what is due from them: the office is still to be filled. */
async function lapse({ db }: Opening, { id }: ElectionRow): Promise<void> {
  await db
    .updateTable('election')
    .set({ state: 'LAPSED', ended_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}

async function electUnopposed(deed: Opening, election: ElectionRow, standing: readonly CandidateRow[]): Promise<void> {
  const paper = await drawPaper(deed.db, election.id, standing, false);
  const question = questionOf(election, paper);
  const nothingCast = { withdrawn: [], entitled: 0, cast: 0, lot: null, papers: [] };
  const elected = unopposed(question);
  const certified = { ...question, ...nothingCast, outcome: 'UNOPPOSED' as const, elected, alternates: [] };
  await conclude(deed, election, paper, { certified, count: null });
}

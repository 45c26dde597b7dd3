// Nominations are closed and the vote opens: who stands is settled, the order of the paper drawn, the lot for ties drawn
// and sealed, the roll frozen. Where nobody stands there is nothing to vote on, and where no more stand than there are
// places nobody has to.
import { randomBytes, randomInt } from 'node:crypto';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command, type Deed } from '../command.js';
import { unopposed } from '../counting/elections/certified.js';
import { daysAfter } from '../database/instants.js';
import { refuse } from '../errors.js';
import { lotCommitment, questionHash } from '../history/commitments.js';
import type { JsonObject } from '../history/canonical.js';
import { atSecond } from '../history/instant.js';
import type { NewRecord } from '../history/record.js';
import { enqueue } from '../jobs/enqueue.js';
import { freezeRolls, frozenRolls, insertPolls, type NewPoll } from '../polls/freeze.js';
import { effectiveRules } from '../rules/effectiveRules.js';
import { conclude } from './conclude.js';
import { ineligible, notInGoodStanding } from './eligibility.js';
import { candidatesOf, type CandidateRow, type ElectionRow } from './elections.reads.js';
import { judge } from './judge.js';
import { lockElection } from './load.js';
import { onThePaper, questionOf } from './question.js';

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
  const paper = await drawPaper(deed, standing);
  const question = questionOf(election, paper);
  const nothingCast = { withdrawn: [], entitled: 0, cast: 0, lot: null, papers: [] };
  const elected = unopposed(question);
  const certified = { ...question, ...nothingCast, outcome: 'UNOPPOSED' as const, elected, alternates: [] };
  await conclude(deed, election, paper, { certified, count: null });
}

async function putToTheVote(
  deed: Opening,
  election: ElectionRow,
  standing: readonly CandidateRow[],
  closesAt: Date,
): Promise<void> {
  const { db } = deed;
  const { id, rule, now } = election;
  const paper = await drawPaper(deed, standing, rule.reopen ? election : null);
  const commitment = await drawLot(deed, id);
  const poll = await pollOf(deed, election);
  const challengeUntil = await challengedUntil(deed, election, closesAt);
  await insertPolls(db, [poll], {
    proposalId: null,
    method: rule.method,
    options: paper.map(({ number }) => String(number)),
    opensAt: now,
    closesAt,
    challengeUntil,
  });
  await freezeRolls(db, [poll]);
  await db
    .updateTable('election')
    .set({ state: 'VOTING', lot_commitment: Buffer.from(commitment, 'hex') })
    .where('id', '=', id)
    .execute();
  await recordOpening(deed, election, paper, closesAt, commitment);
  await enqueue(db, 'closePoll', { pollId: id }, { runAt: closesAt, key: `closePoll/${id}` });
}

/** The order of the paper is drawn, so that nobody stands first by their name; re-opening nominations stands last. */
async function drawPaper(
  { db }: Opening,
  standing: readonly CandidateRow[],
  reopening: ElectionRow | null = null,
): Promise<CandidateRow[]> {
  const drawn = [...standing];
  for (let i = drawn.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [drawn[i], drawn[j]] = [drawn[j]!, drawn[i]!];
  }
  for (const [at, { id }] of drawn.entries())
    await db
      .updateTable('candidate')
      .set({ position: at + 1 })
      .where('id', '=', id)
      .execute();
  if (reopening)
    await db
      .insertInto('candidate')
      .values({
        id: randomUUID(),
        election_id: reopening.id,
        kind: 'REOPEN',
        person_id: null,
        body_id: null,
        label: null,
        nominated_by_id: null,
        state: 'STANDING',
        position: drawn.length + 1,
        at: sql<Date>`clock_timestamp()`,
      })
      .execute();
  return onThePaper(db, drawn[0]!.electionId);
}

/** Sealed: the seed is kept apart until the count, its digest is told before anybody votes. */
async function drawLot({ db }: Opening, electionId: string): Promise<string> {
  const seed = randomBytes(32);
  await db.insertInto('election_lot').values({ election_id: electionId, seed }).execute();
  return lotCommitment(seed);
}

async function pollOf({ db }: Opening, { id, bodyId, rule, ruleBookId }: ElectionRow): Promise<NewPoll> {
  const { source } = await effectiveRules(db, bodyId);
  return {
    id,
    parentId: null,
    bodyId,
    rule: { ...rule, voting: 'MEMBERS' },
    ruleBookId,
    section: 'elections',
    own: source.elections.bodyId === bodyId,
  };
}

async function challengedUntil({ db }: Opening, { bodyId, now }: ElectionRow, closesAt: Date): Promise<Date> {
  const { rules } = await effectiveRules(db, bodyId);
  const until = daysAfter(now, rules.roll.challengeDays);
  return until < closesAt ? until : closesAt;
}

async function recordOpening(
  deed: Opening,
  election: ElectionRow,
  paper: readonly CandidateRow[],
  closesAt: Date,
  lot: string,
): Promise<void> {
  const { id, rule, now } = election;
  const question = questionOf(election, paper) as unknown as JsonObject;
  const opened: NewRecord = {
    type: 'ballot.open',
    body: {
      poll: id,
      parent: null,
      voting: 'MEMBERS',
      secret: rule.secret,
      opensAt: atSecond(now),
      closesAt: atSecond(closesAt),
      ruleHash: questionHash(question),
      lot,
    },
  };
  const rolls = (await frozenRolls(deed.db, [id])).map(({ pollId, counts, commitment }): NewRecord => ({
    type: 'roll.freeze',
    body: { poll: pollId, counts, commitment },
  }));
  await deed.recordAll([opened, ...rolls]);
}

// The vote of an election: its paper drawn, the lot for ties drawn and sealed, its roll frozen. What is decided here stands
// until the result.
import { randomBytes } from 'node:crypto';
import type { Deed } from '../command.js';
import { daysAfter } from '../database/instants.js';
import { lotCommitment, questionHash } from '../history/commitments.js';
import type { JsonObject } from '../history/canonical.js';
import { atSecond } from '../history/instant.js';
import type { NewRecord } from '../history/record.js';
import { enqueue } from '../jobs/enqueue.js';
import { freezeRolls, frozenRolls, insertPolls, type NewPoll } from '../polls/freeze.js';
import { effectiveRules } from '../rules/effectiveRules.js';
import type { CandidateRow } from './candidates.reads.js';
import { drawPaper } from './drawPaper.js';
import type { ElectionRow } from './elections.reads.js';
import { questionOf } from './question.js';

type Opening = Deed<'openElection'>;

export async function putToTheVote(
  deed: Opening,
  election: ElectionRow,
  standing: readonly CandidateRow[],
  closesAt: Date,
): Promise<void> {
  const { db } = deed;
  const { id, rule, now } = election;
  const paper = await drawPaper(db, id, standing, rule.reopen);
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

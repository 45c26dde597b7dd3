// A motion whose debate is over goes to its poll: the officer of the deciding body opens it, or the clock does. What is
// decided here stands until the result: the rule, the roll and the time.
import { command, type Deed } from '../command.js';
import { daysAfter } from '../database/instants.js';
import { refuse } from '../errors.js';
import { ruleHash } from '../history/commitments.js';
import { atSecond } from '../history/instant.js';
import type { NewRecord } from '../history/record.js';
import type { JsonObject } from '../history/canonical.js';
import { enqueue } from '../jobs/enqueue.js';
import { loadMotion } from '../proposals/loadMotion.js';
import { effectiveRules } from '../rules/effectiveRules.js';
import type { Rules } from '../rules/schema.js';
import { fileOf } from './decisionFile.js';
import { freezeRolls, frozenRolls, insertPolls, type Opening } from './freeze.js';
import { loadTree } from './loadTree.js';
import { planPolls, type PlannedPoll } from './plan.js';
import { reweigh } from './weights.js';

export interface OpenPollInput {
  idempotencyKey?: string;
  proposalId: string;
  closesAt?: Date | null;
}

/** A poll may be given more time than the rule book says, within reason, and never less. */
const LONGEST_DAYS = 90;
/** Whoever names the closing time does so a moment before the poll opens. */
const A_MINUTE = 60_000;

export const openPoll = command('openPoll', async (deed, { proposalId, closesAt }: OpenPollInput) => {
  const { db, em, context } = deed;
  const { proposal, facts, now, judge } = await loadMotion(deed, proposalId);
  deed.authorize({ bodyId: facts.bodyId });
  judge('openPoll');
  (await proposal.body.loadOrFail()).mustHaveAVote();
  const { rules } = await effectiveRules(db, facts.bodyId);
  const opening = { proposalId, ...timesOf(rules, now, closesAt ?? null) };
  const polls = await planPolls(db, facts.bodyId, facts.kind);
  const root = polls[0]!;
  mustAskSomebody(polls, facts.bodyName);
  proposal.open(now, context.actor?.personId ?? null);
  await em.flush();
  await insertPolls(db, polls, opening);
  await freezeRolls(db, polls);
  await reweigh(db, root.id);
  await deed.record(proposalId);
  await recordOpening(deed, polls, opening);
  await enqueue(db, 'closePoll', { pollId: root.id }, { runAt: opening.closesAt, key: `closePoll/${root.id}` });
  return { id: root.id };
});

function timesOf({ motions, roll }: Rules, now: Date, asked: Date | null): Omit<Opening, 'proposalId'> {
  const least = daysAfter(now, motions.votingDays);
  const most = daysAfter(now, Math.max(LONGEST_DAYS, motions.votingDays));
  const closesAt = wholeSecond(asked ?? least);
  if (closesAt.getTime() < least.getTime() - A_MINUTE || closesAt > most) {
    refuse(
      'CLOSING_TIME',
      `A poll is open for at least ${motions.votingDays} and at most ${LONGEST_DAYS} days from its opening.`,
      {
        rule: 'motions',
        field: 'closesAt',
        values: { least: least.toISOString(), most: most.toISOString() },
      },
    );
  }
  const challengeUntil = daysAfter(now, roll.challengeDays);
  return { opensAt: now, closesAt, challengeUntil: challengeUntil < closesAt ? challengeUntil : closesAt };
}

const wholeSecond = (at: Date) => new Date(Math.floor(at.getTime() / 1000) * 1000);

function mustAskSomebody([root, ...below]: readonly PlannedPoll[], body: string): void {
  if (root!.rule.voting === 'MEMBERS' || below.length > 0) return;
  refuse('NO_CONSTITUENTS', `${body} decides by the polls of its bodies, and no affiliated body stands below it.`, {
    rule: root!.section,
    values: { body },
  });
}

/** In the history: who may vote in each poll of the tree, and what decides it. An empty roll waits for its tellers. */
async function recordOpening(
  deed: Deed<'openPoll'>,
  polls: readonly PlannedPoll[],
  { opensAt, closesAt }: Opening,
): Promise<void> {
  const root = polls[0]!;
  const { question, root: tree } = await loadTree(deed.db, root.id, false);
  const hash = ruleHash(fileOf(question, tree) as unknown as JsonObject);
  const opened = polls.map(({ id, parentId, rule }): NewRecord => ({
    type: 'ballot.open',
    body: {
      poll: id,
      parent: parentId,
      voting: rule.voting,
      secret: rule.secret,
      opensAt: atSecond(opensAt),
      closesAt: atSecond(closesAt),
      ruleHash: hash,
    },
  }));
  const rolls = await frozenRolls(
    deed.db,
    polls.filter(({ rule }) => rule.voting === 'MEMBERS').map(({ id }) => id),
  );
  const frozen = rolls
    .filter((roll) => roll.entitled > 0)
    .map(({ pollId, counts, commitment }): NewRecord => ({
      type: 'roll.freeze',
      body: { poll: pollId, counts, commitment },
    }));
  await deed.recordAll([...opened, ...frozen]);
}

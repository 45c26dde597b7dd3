// One motion decided elsewhere, taken over as a count by tellers: its polls are opened and closed at the moment of
// the import, each body's figures stand in the history, and the same engine certifies the result as for any other.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { clockOf } from '../database/instants.js';
import { ruleHash } from '../history/commitments.js';
import type { JsonObject } from '../history/canonical.js';
import { atSecond } from '../history/instant.js';
import { writeRecords, type NewRecord } from '../history/record.js';
import { fileOf } from '../polls/decisionFile.js';
import { insertPolls } from '../polls/freeze.js';
import { loadTree } from '../polls/loadTree.js';
import { planPolls, type PlannedPoll } from '../polls/plan.js';
import { publish } from '../polls/publish.js';
import { counted } from '../polls/ruleApplies.js';
import { reweigh } from '../polls/weights.js';
import type { Plan } from './plan.js';
import type { BodyIds } from './write.js';

/** Everything but the result, which `certifyResult` writes; answers the poll it is to certify. */
export async function writeDecision(tx: Database, { bodies, tallies, motion }: Plan, ids: BodyIds): Promise<string> {
  const federation = ids.get([...bodies.values()].find(({ kind }) => kind === 'FEDERATION')!.slug)!;
  const at = new Date(Math.floor((await clockOf(tx)).getTime() / 1000) * 1000);
  const proposalId = await writeMotion(tx, federation, motion, at);
  const polls = await planPolls(tx, federation, 'ORDINARY');
  await insertPolls(tx, polls, { proposalId, opensAt: at, closesAt: at, challengeUntil: at });
  const counts = countedIn(
    polls,
    tallies.map((told) => ({ ...told, bodyId: ids.get(told.body)! })),
  );
  await writeCounts(tx, counts);
  await reweigh(tx, polls[0]!.id);
  await writeHistory(tx, polls, counts, at);
  await sql`update poll set state = 'CLOSED', closed_at = clock_timestamp() where root_id = ${polls[0]!.id}`.execute(
    tx,
  );
  await mustBeDecidable(tx, polls[0]!.id);
  return polls[0]!.id;
}

/** The motion stands before the body with its steps behind it; its end is the result's. */
async function writeMotion(tx: Database, bodyId: string, { title, text }: Plan['motion'], at: Date): Promise<string> {
  const id = randomUUID();
  await tx.updateTable('body').set({ last_proposal_number: 1 }).where('id', '=', bodyId).execute();
  await tx
    .insertInto('proposal')
    .values({
      id,
      body_id: bodyId,
      number: 1,
      kind: 'ORDINARY',
      title,
      text,
      payload: '{}',
      state: 'VOTING',
      mover_body_id: bodyId,
      submitted_at: at,
      debate_from: at,
      debate_until: at,
    })
    .execute();
  const states = ['DRAFT', 'SUBMITTED', 'DEBATE', 'VOTING'] as const;
  await tx
    .insertInto('proposal_step')
    .values(
      states.slice(1).map((to, i) => ({
        id: randomUUID(),
        proposal_id: id,
        from_state: states[i]!,
        to_state: to,
        at,
        reason: 'Decided elsewhere and taken over by an import.',
      })),
    )
    .execute();
  return id;
}

async function mustBeDecidable(tx: Database, pollId: string): Promise<void> {
  const { question, root } = await loadTree(tx, pollId, true);
  counted(() => publish(question, root));
}

interface Counted {
  pollId: string;
  bodyId: string;
  slug: string;
  entitled: number;
  tally: Record<string, number>;
}

/** A body's figures belong to its own poll, or to the one in which members vote together. */
function countedIn(
  polls: readonly PlannedPoll[],
  tallies: readonly (Plan['tallies'][number] & { bodyId: string })[],
): Counted[] {
  const own = new Map(polls.filter(({ rule }) => rule.voting === 'MEMBERS').map((poll) => [poll.bodyId, poll.id]));
  return tallies.map(({ bodyId, body, entitled, tally }) => ({
    pollId: own.get(bodyId) ?? polls[0]!.id,
    bodyId,
    slug: body,
    entitled,
    tally,
  }));
}

async function writeCounts(tx: Database, counts: readonly Counted[]): Promise<void> {
  const rows = JSON.stringify(counts.map((count) => ({ ...count, id: randomUUID() })));
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as r (id uuid, "pollId" uuid, "bodyId" uuid, entitled int, tally jsonb)`;
  await sql`insert into roll_count (poll_id, body_id, entitled) select "pollId", "bodyId", entitled from ${given}`.execute(
    tx,
  );
  await sql`insert into teller_count (id, poll_id, body_id, tally, entitled, source) select id, "pollId", "bodyId", tally, entitled, 'IMPORT' from ${given}`.execute(
    tx,
  );
  await sql`update poll set by_tellers = true where id in (select "pollId" from ${given})`.execute(tx);
  await sql`
    update poll set roll_count = counted.n from (
      select above.id, sum(c.entitled)::int as n
      from poll above join poll p on p.root_id = above.root_id join body_above a on a.body_id = p.body_id and a.above_id = above.body_id
      join roll_count c on c.poll_id = p.id group by above.id
    ) counted where poll.id = counted.id and poll.root_id in (select root_id from poll where id = ${counts[0]!.pollId})`.execute(
    tx,
  );
}

async function writeHistory(
  tx: Database,
  polls: readonly PlannedPoll[],
  counts: readonly Counted[],
  at: Date,
): Promise<void> {
  const { question, root } = await loadTree(tx, polls[0]!.id, false);
  const hash = ruleHash(fileOf(question, root) as unknown as JsonObject);
  const moment = atSecond(at);
  const opened = polls.map(({ id, parentId, rule }): NewRecord => ({
    type: 'ballot.open',
    body: {
      poll: id,
      parent: parentId,
      voting: rule.voting,
      secret: rule.secret,
      opensAt: moment,
      closesAt: moment,
      ruleHash: hash,
    },
  }));
  const told = counts.map(({ pollId, slug, tally, entitled }): NewRecord => ({
    type: 'tellers.count',
    body: { poll: pollId, body: slug, tally, entitled },
  }));
  const closed = polls.map(({ id }): NewRecord => ({ type: 'ballot.close', body: { poll: id, ballots: 0 } }));
  await writeRecords(tx, [...opened, ...told, ...closed]);
}

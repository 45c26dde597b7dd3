// Polls as pages read them: plain rows, one round trip a level.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';
import { manyEach, oneEach } from '../loaders.js';
import type { DecisionRule } from '../rules/schema.js';

export interface PollRow {
  id: string;
  proposalId: string | null;
  rootId: string;
  parentId: string | null;
  bodyId: string;
  bodyKind: string;
  title: string;
  /** MOTION, or how the ballots of an election are counted. */
  method: string;
  options: string[];
  voting: 'MEMBERS' | 'GROUPS';
  secret: boolean;
  state: 'OPEN' | 'CLOSED' | 'CERTIFIED';
  openedAt: Date;
  closesAt: Date;
  closedAt: Date | null;
  challengeUntil: Date;
  /** The database's clock at the moment of reading. */
  now: Date;
  rollCount: number;
  weight: number | null;
  rule: DecisionRule;
  ruleBookId: string;
  ruleBookVersion: number;
  ruleBookBodyId: string;
  ruleSection: string;
  byTellers: boolean;
}

const select = (db: Database) =>
  db
    .selectFrom('poll')
    .innerJoin('body', 'body.id', 'poll.body_id')
    .innerJoin('rule_book', 'rule_book.id', 'poll.rule_book_id')
    .leftJoin('proposal', 'proposal.id', 'poll.proposal_id')
    .leftJoin('election', 'election.id', 'poll.id')
    .select((x) => [
      'poll.id',
      'poll.proposal_id as proposalId',
      'poll.root_id as rootId',
      'poll.parent_id as parentId',
      'poll.body_id as bodyId',
      'body.kind as bodyKind',
      x.fn.coalesce('proposal.title', 'election.title', x.val('')).as('title'),
      'poll.method',
      'poll.options',
      'poll.voting',
      'poll.secret',
      'poll.state',
      'poll.opened_at as openedAt',
      'poll.closes_at as closesAt',
      'poll.closed_at as closedAt',
      'poll.challenge_until as challengeUntil',
      sql<Date>`clock_timestamp()`.as('now'),
      'poll.roll_count as rollCount',
      'poll.weight',
      'poll.rule',
      'poll.rule_book_id as ruleBookId',
      'rule_book.version as ruleBookVersion',
      'rule_book.body_id as ruleBookBodyId',
      'poll.rule_section as ruleSection',
      'poll.by_tellers as byTellers',
    ]);

type Read = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const rowOf = (row: Read): PollRow =>
  ({
    ...row,
    openedAt: asDate(row.openedAt),
    closesAt: asDate(row.closesAt),
    closedAt: asDate(row.closedAt),
    challengeUntil: asDate(row.challengeUntil),
    now: asDate(row.now),
  }) as unknown as PollRow;

export const pollsById = async (db: Database, ids: readonly string[]) =>
  oneEach(ids, (await select(db).where('poll.id', 'in', ids).execute()).map(rowOf), (row) => row.id);

/** The poll of the deciding body: the root of its tree. */
export const pollsOfProposals = async (db: Database, proposalIds: readonly string[]) =>
  oneEach(
    proposalIds,
    (await select(db).where('poll.proposal_id', 'in', proposalIds).where('poll.parent_id', 'is', null).execute()).map(
      rowOf,
    ),
    (row) => row.proposalId!,
  );

export const pollsBelow = async (db: Database, ids: readonly string[]) =>
  manyEach(
    ids,
    (await select(db).where('poll.parent_id', 'in', ids).orderBy('body.name').orderBy('body.slug').execute()).map(
      rowOf,
    ),
    (row) => row.parentId!,
  );

export const openPollsOfBodies = async (db: Database, bodyIds: readonly string[]) =>
  manyEach(
    bodyIds,
    (
      await select(db)
        .where('poll.body_id', 'in', bodyIds)
        .where('poll.state', '=', 'OPEN')
        .orderBy('poll.closes_at')
        .orderBy('poll.id')
        .execute()
    ).map(rowOf),
    (row) => row.bodyId,
  );

/** How many have voted, never how: of a poll by bodies, all below it. */
export async function ballotCounts(db: Database, ids: readonly string[]): Promise<number[]> {
  const { rows: below } = await sql<{ id: string; votingId: string }>`
    select id, id as "votingId" from poll where id = any (${[...ids]}::uuid[]) and voting = 'MEMBERS'
    union all
    select asked.id, p.id
    from poll asked join poll p on p.root_id = asked.root_id and p.voting = 'MEMBERS'
    join body_above a on a.body_id = p.body_id and a.above_id = asked.body_id
    where asked.id = any (${[...ids]}::uuid[]) and asked.voting = 'GROUPS'`.execute(db);
  const { rows: cast } = await sql<{ pollId: string; n: number }>`
    select poll_id as "pollId", count(*)::int as n from ballot
    where not replaced and poll_id = any (${below.map((row) => row.votingId)}::uuid[]) group by poll_id`.execute(db);
  const counts = new Map(cast.map((row) => [row.pollId, row.n]));
  const sums = new Map<string, number>();
  for (const { id, votingId } of below) sums.set(id, (sums.get(id) ?? 0) + (counts.get(votingId) ?? 0));
  return ids.map((id) => sums.get(id) ?? 0);
}

export interface RollCountRow {
  pollId: string;
  bodyId: string;
  entitled: number;
}

/** By the bodies people vote in; of a poll by bodies, by its constituents. Names stay in the Local Groups. */
export async function rollsByBody(db: Database, ids: readonly string[]): Promise<RollCountRow[][]> {
  const { rows } = await sql<RollCountRow>`
    select c.poll_id as "pollId", c.body_id as "bodyId", c.entitled, b.name
    from roll_entitled c join body b on b.id = c.body_id where c.poll_id = any (${[...ids]}::uuid[])
    union all
    select p.parent_id, p.body_id, p.roll_count, b.name
    from poll p join body b on b.id = p.body_id where p.parent_id = any (${[...ids]}::uuid[])
    order by name, "bodyId"`.execute(db);
  return manyEach(ids, rows, (row) => row.pollId);
}

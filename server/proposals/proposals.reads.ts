// Motions as pages read them, and as deeds judge them: plain rows with the facts of their body beside them.
import { sql, type RawBuilder } from 'kysely';
import type { BodyRow } from '../bodies/bodies.reads.js';
import { asDate } from '../database/instants.js';
import type { Database } from '../database/database.js';
import type { ProposalKindWord, ProposalStateWord } from '../database/tables.js';
import { manyEach, oneEach } from '../loaders.js';
import type { MotionFacts } from './judge.js';

export interface ProposalRow extends MotionFacts {
  id: string;
  bodyId: string;
  bodySlug: string;
  bodyKind: BodyRow['kind'];
  number: number | null;
  kind: ProposalKindWord;
  title: string;
  text: string;
  payload: Record<string, unknown>;
  state: ProposalStateWord;
  authorId: string | null;
  authorBodyId: string | null;
  authorName: string | null;
  moverBodyId: string | null;
  referredFromId: string | null;
  submittedAt: Date | null;
  secondsNeeded: number;
  secondCount: number;
  commentCount: number;
  debateFrom: Date | null;
  decidedAt: Date | null;
  /** Where the rule stands by which its poll was opened; null before. */
  pollRuleBookId: string | null;
  pollSection: string | null;
}

const moments = ['submittedAt', 'secondBy', 'debateFrom', 'debateUntil', 'decidedAt'] as const;

/** `from` gives the motions as p; `extra` adds columns, `order` puts the rows in order. */
export async function selectProposals<Extra extends object = object>(
  db: Database,
  from: RawBuilder<unknown>,
  extra: RawBuilder<unknown> = sql``,
  order: RawBuilder<unknown> = sql``,
): Promise<(ProposalRow & Extra)[]> {
  const { rows } = await sql<ProposalRow & Extra>`
    select p.id, p.body_id as "bodyId", b.slug as "bodySlug", b.name as "bodyName", b.kind as "bodyKind", b.state as "bodyState",
      above.id as "parentId", above.name as "parentName", above.state as "parentState",
      p.number, p.kind, p.title, p.text, p.payload, p.state, p.author_id as "authorId", p.author_body_id as "authorBodyId",
      author.display_name as "authorName", p.mover_body_id as "moverBodyId", p.referred_from_id as "referredFromId",
      p.submitted_at as "submittedAt", p.second_by as "secondBy", p.seconds_needed as "secondsNeeded",
      p.debate_from as "debateFrom", p.debate_until as "debateUntil", p.decided_at as "decidedAt",
      (select count(*)::int from second s where s.proposal_id = p.id) as "secondCount",
      (select count(*)::int from comment c where c.proposal_id = p.id and c.withdrawn_at is null) as "commentCount",
      exists (select 1 from proposal c where c.referred_from_id = p.id and c.body_id = b.parent_id) as climbed,
      poll.rule_book_id as "pollRuleBookId", poll.rule_section as "pollSection" ${extra}
    from ${from}
    join body b on b.id = p.body_id
    left join body above on above.id = b.parent_id
    left join person author on author.id = p.author_id
    left join poll on poll.proposal_id = p.id and poll.body_id = p.body_id
    ${order}`.execute(db);
  for (const row of rows) for (const key of moments) row[key] = asDate(row[key]);
  return rows;
}

export async function proposalsById(db: Database, ids: readonly string[]): Promise<(ProposalRow | null)[]> {
  const rows = await selectProposals(db, sql`(select * from proposal where id = any (${[...ids]}::uuid[])) p`);
  return oneEach(ids, rows, (row) => row.id);
}

export async function proposalByNumber(db: Database, bodySlug: string, number: number): Promise<ProposalRow | null> {
  const rows = await selectProposals(
    db,
    sql`(select * from proposal where number = ${number} and body_id = (select id from body where slug = ${bodySlug})) p`,
  );
  return rows[0] ?? null;
}

/** The motions above that each has become. */
export async function climbedTo(db: Database, ids: readonly string[]): Promise<ProposalRow[][]> {
  const rows = await selectProposals(
    db,
    sql`(select * from proposal where referred_from_id = any (${[...ids]}::uuid[])) p`,
  );
  return manyEach(ids, rows, (row) => row.referredFromId!);
}

export interface StepRow {
  proposalId: string;
  fromState: ProposalStateWord;
  toState: ProposalStateWord;
  at: Date;
  reason: string | null;
}

/** A life runs one way, so the order of states is the order of its steps even where two fall in one instant. */
const order = sql`array_position(array['DRAFT', 'SUBMITTED', 'DEBATE', 'VOTING'], from_state)`;

export async function stepsOf(db: Database, ids: readonly string[]): Promise<StepRow[][]> {
  const rows = await db
    .selectFrom('proposal_step')
    .select(['proposal_id as proposalId', 'from_state as fromState', 'to_state as toState', 'at', 'reason'])
    .where('proposal_id', 'in', ids)
    .orderBy(order)
    .execute();
  return manyEach(
    ids,
    rows.map((row) => ({ ...row, at: asDate(row.at) })),
    (row) => row.proposalId,
  );
}

export interface SecondKey {
  proposalId: string;
  personId: string;
}

/** Whether each person has seconded each motion. */
export async function haveSeconded(db: Database, keys: readonly SecondKey[]): Promise<boolean[]> {
  const rows = await db
    .selectFrom('second')
    .select(['proposal_id', 'person_id'])
    .where(
      'proposal_id',
      'in',
      keys.map((key) => key.proposalId),
    )
    .where(
      'person_id',
      'in',
      keys.map((key) => key.personId),
    )
    .execute();
  const given = new Set(rows.map((row) => `${row.proposal_id}/${row.person_id}`));
  return keys.map((key) => given.has(`${key.proposalId}/${key.personId}`));
}

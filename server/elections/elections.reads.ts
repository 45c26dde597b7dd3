// Elections as pages read them: plain rows, one round trip a level.
import { sql } from 'kysely';
import { atMicroseconds, asDate, microseconds } from '../database/instants.js';
import type { Database } from '../database/database.js';
import type { BodyStateWord } from '../database/tables.js';
import { oneEach } from '../loaders.js';
import type { ElectionRule } from '../rules/electionSentences.js';

export type ElectionStateWord = 'NOMINATIONS' | 'VOTING' | 'CLOSED' | 'CERTIFIED' | 'LAPSED';

export interface ElectionRow {
  id: string;
  bodyId: string;
  bodyKind: string;
  bodyName: string;
  bodyState: BodyStateWord;
  title: string;
  kind: 'PERSONS' | 'OPTIONS';
  office: string | null;
  calledBy: 'MOTION' | 'RULE_BOOK' | 'IMPORT';
  proposalId: string | null;
  state: ElectionStateWord;
  rule: ElectionRule;
  ruleBookId: string;
  ruleBookVersion: number;
  ruleBookBodyId: string;
  votingDays: number;
  termMonths: number | null;
  takesOfficeOn: string | null;
  calledAt: Date;
  nominationsUntil: Date;
  openedAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
  endedAt: Date | null;
  /** The database's clock at the moment of reading. */
  now: Date;
  rollCount: number;
  papersHanded: number;
  lotCommitment: string | null;
  /** When it was called, to the microsecond, as it sorts. */
  sortAt: string;
}

const select = (db: Database) =>
  db
    .selectFrom('election as e')
    .innerJoin('body', 'body.id', 'e.body_id')
    .innerJoin('rule_book', 'rule_book.id', 'e.rule_book_id')
    .leftJoin('poll', 'poll.id', 'e.id')
    .select([
      'e.id',
      'e.body_id as bodyId',
      'body.kind as bodyKind',
      'body.name as bodyName',
      'body.state as bodyState',
      'e.title',
      'e.kind',
      'e.office',
      'e.called_by as calledBy',
      'e.proposal_id as proposalId',
      sql<ElectionStateWord>`case when e.state = 'VOTING' and poll.state = 'CLOSED' then 'CLOSED' else e.state end`.as(
        'state',
      ),
      'e.rule',
      'e.rule_book_id as ruleBookId',
      'rule_book.version as ruleBookVersion',
      'rule_book.body_id as ruleBookBodyId',
      'e.voting_days as votingDays',
      'e.term_months as termMonths',
      sql<string | null>`e.takes_office_on::text`.as('takesOfficeOn'),
      'e.called_at as calledAt',
      'e.nominations_until as nominationsUntil',
      'poll.opened_at as openedAt',
      'poll.closes_at as closesAt',
      'poll.closed_at as closedAt',
      'e.ended_at as endedAt',
      sql<Date>`clock_timestamp()`.as('now'),
      sql<number>`coalesce(poll.roll_count, 0)`.as('rollCount'),
      sql<number>`case when poll.state = 'OPEN' then (select count(*)::int from paper_handed h where h.poll_id = e.id) else e.papers_handed end`.as(
        'papersHanded',
      ),
      sql<string | null>`encode(e.lot_commitment, 'hex')`.as('lotCommitment'),
      microseconds(sql`e.called_at`).as('sortAt'),
    ]);

type Read = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const rowOf = (row: Read): ElectionRow =>
  ({
    ...row,
    calledAt: asDate(row.calledAt),
    nominationsUntil: asDate(row.nominationsUntil),
    openedAt: asDate(row.openedAt),
    closesAt: asDate(row.closesAt),
    closedAt: asDate(row.closedAt),
    endedAt: asDate(row.endedAt),
    now: asDate(row.now),
  }) as unknown as ElectionRow;

export const electionsById = async (db: Database, ids: readonly string[]) =>
  oneEach(ids, (await select(db).where('e.id', 'in', ids).execute()).map(rowOf), (row) => row.id);

export const electionsOfProposals = async (db: Database, proposalIds: readonly string[]) =>
  oneEach(
    proposalIds,
    (await select(db).where('e.proposal_id', 'in', proposalIds).execute()).map(rowOf),
    (row) => row.proposalId!,
  );

export interface ElectionPage {
  bodyId: string;
  first: number;
  after: [string, string] | null;
  states: readonly ElectionStateWord[] | null;
}

/** Of one body its elections, the latest first, one more than asked for. */
export async function electionPage(db: Database, { bodyId, first, after, states }: ElectionPage) {
  const [afterAt, afterId] = after ?? [null, null];
  const rows = await select(db)
    .where('e.body_id', '=', bodyId)
    .where(
      sql<boolean>`(${states === null} or (case when e.state = 'VOTING' and poll.state = 'CLOSED' then 'CLOSED' else e.state end) = any (${[...(states ?? [])]}::text[]))`,
    )
    .where(sql<boolean>`(${after === null} or (e.called_at, e.id) < (${atMicroseconds(afterAt)}, ${afterId}::uuid))`)
    .orderBy('e.called_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(first + 1)
    .execute();
  return rows.map(rowOf);
}

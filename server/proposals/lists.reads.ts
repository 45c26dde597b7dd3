// Lists of a body's motions, in pages: all of them, and the register of its decisions.
import { sql } from 'kysely';
import { atMicroseconds, microseconds } from '../database/instants.js';
import type { Database } from '../database/database.js';
import type { ProposalStateWord } from '../database/tables.js';
import { selectProposals, type ProposalRow } from './proposals.reads.js';

/** Sorts a draft, which has no number yet, before all that have one. */
const unnumbered = 2_147_483_647;

export const proposalSortKey = ({ number, id }: ProposalRow): [number, string] => [number ?? unnumbered, id];

export interface ProposalPage {
  bodyId: string;
  first: number;
  after: [number, string] | null;
  states: readonly ProposalStateWord[] | null;
  /** Whose own drafts are listed too. */
  viewerId: string | null;
}

/** Of each body its motions, newest first, one more than asked for. Bodies asked alike are read together. */
export async function proposalPages(db: Database, pages: readonly ProposalPage[]): Promise<ProposalRow[][]> {
  const alike = Map.groupBy(pages, ({ bodyId: _id, ...rest }) => JSON.stringify(rest));
  const answers = new Map<ProposalPage, ProposalRow[]>();
  for (const group of alike.values()) {
    const rows = await proposalPage(db, group[0]!, [...new Set(group.map((page) => page.bodyId))]);
    for (const page of group)
      answers.set(
        page,
        rows.filter((row) => row.bodyId === page.bodyId),
      );
  }
  return pages.map((page) => answers.get(page)!);
}

function proposalPage(db: Database, { first, after, states, viewerId }: ProposalPage, bodyIds: string[]) {
  const [afterNumber, afterId] = after ?? [null, null];
  return selectProposals(
    db,
    sql`unnest(${bodyIds}::uuid[]) with ordinality wanted (body_id, place) cross join lateral (
      select x.* from proposal x
      where x.body_id = wanted.body_id
        and (x.number is not null or (x.state = 'DRAFT' and x.author_id = ${viewerId}::uuid))
        and (${states === null} or x.state = any (${[...(states ?? [])]}::text[]))
        and (${after === null} or (coalesce(x.number, ${unnumbered}), x.id) < (${afterNumber}::int, ${afterId}::uuid))
      order by coalesce(x.number, ${unnumbered}) desc, x.id desc limit ${first + 1}
    ) p`,
    sql``,
    sql`order by wanted.place, coalesce(p.number, ${unnumbered}) desc, p.id desc`,
  );
}

export interface DecisionRow extends ProposalRow {
  /** The moment of the decision to the microsecond, as it sorts. */
  sortAt: string;
}

/** The carried motions of a body, newest first, one more than asked for. */
export function decisionsOf(
  db: Database,
  bodyId: string,
  first: number,
  after: [string, string] | null,
): Promise<DecisionRow[]> {
  const [afterAt, afterId] = after ?? [null, null];
  return selectProposals<{ sortAt: string }>(
    db,
    sql`(
      select * from proposal
      where body_id = ${bodyId} and state = 'CARRIED'
        and (${after === null} or (decided_at, id) < (${atMicroseconds(afterAt)}, ${afterId}::uuid))
      order by decided_at desc, id desc limit ${first + 1}
    ) p`,
    sql`, ${microseconds(sql`p.decided_at`)} as "sortAt"`,
    sql`order by p.decided_at desc, p.id desc`,
  );
}

/** The motion whose platform or rule book took the place of the one that each adopted; null where that is still in force. */
export async function supersededBy(db: Database, ids: readonly string[]): Promise<(ProposalRow | null)[]> {
  const rows = await selectProposals<{ supersededId: string }>(
    db,
    sql`(
      select later.proposal_id, former.proposal_id as former_id from rule_book former
        join rule_book later on later.body_id = former.body_id and later.version = former.version + 1
      union all
      select later.proposal_id, former.proposal_id from platform_version former
        join platform_version later on later.body_id = former.body_id and later.number = former.number + 1
    ) succession join proposal p on p.id = succession.proposal_id and succession.former_id = any (${[...ids]}::uuid[])`,
    sql`, succession.former_id as "supersededId"`,
  );
  return ids.map((id) => rows.find((row) => row.supersededId === id) ?? null);
}

// The debate on a motion as a page reads it, in the order in which things were said.
import { sql } from 'kysely';
import { asDate, atMicroseconds, microseconds } from '../database/instants.js';
import type { Database } from '../database/database.js';
import { oneEach } from '../loaders.js';

export interface CommentRow {
  id: string;
  proposalId: string;
  parentId: string | null;
  authorId: string;
  authorName: string;
  authorBodyId: string;
  signed: boolean;
  text: string;
  at: Date;
  withdrawnAt: Date | null;
  /** The moment to the microsecond, as it sorts. */
  sortAt: string;
}

const columns = sql`c.id, c.proposal_id as "proposalId", c.parent_id as "parentId", c.author_id as "authorId", p.display_name as "authorName",
  c.author_body_id as "authorBodyId", c.signed, c.text, c.at, c.withdrawn_at as "withdrawnAt", ${microseconds(sql`c.at`)} as "sortAt"`;

const dated = (row: CommentRow): CommentRow => ({ ...row, at: asDate(row.at), withdrawnAt: asDate(row.withdrawnAt) });

export interface CommentPage {
  proposalId: string;
  first: number;
  after: [string, string] | null;
}

/** Of each motion its comments, one more than asked for. Motions asked alike are read together. */
export async function commentPages(db: Database, pages: readonly CommentPage[]): Promise<CommentRow[][]> {
  const alike = Map.groupBy(pages, ({ proposalId: _id, ...rest }) => JSON.stringify(rest));
  const answers = new Map<CommentPage, CommentRow[]>();
  for (const group of alike.values()) {
    const { first, after } = group[0]!;
    const [afterAt, afterId] = after ?? [null, null];
    const { rows } = await sql<CommentRow>`
      select ${columns} from unnest(${group.map((page) => page.proposalId)}::uuid[]) wanted (proposal_id) cross join lateral (
        select * from comment
        where proposal_id = wanted.proposal_id and (${after === null} or (at, id) > (${atMicroseconds(afterAt)}, ${afterId}::uuid))
        order by at, id limit ${first + 1}
      ) c join person p on p.id = c.author_id
      order by c.at, c.id`.execute(db);
    for (const page of group) answers.set(page, rows.filter((row) => row.proposalId === page.proposalId).map(dated));
  }
  return pages.map((page) => answers.get(page)!);
}

export async function commentsById(db: Database, ids: readonly string[]): Promise<(CommentRow | null)[]> {
  const { rows } =
    await sql<CommentRow>`select ${columns} from comment c join person p on p.id = c.author_id where c.id = any (${[...ids]}::uuid[])`.execute(
      db,
    );
  return oneEach(ids, rows.map(dated), (row) => row.id);
}

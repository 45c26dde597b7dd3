// The whole tree in one statement, for the picture of the federation: every body with the members below it.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import type { BodyStateWord } from '../database/tables.js';

export interface TreeRow {
  /** Global ids, for these rows go out as they are. */
  id: string;
  parentId: string | null;
  slug: string;
  name: string;
  kind: 'FEDERATION' | 'REGION' | 'LOCAL_GROUP';
  state: BodyStateWord;
  depth: number;
  latitude: number | null;
  longitude: number | null;
  country: string | null;
  memberCount: number;
  goodStandingCount: number;
}

/** Standing looks at every member, so it is computed only when it is asked for. */
const standing = sql`
  select s.body_id, count(*)::int as good from body root cross join lateral member_standing(root.id, current_date) s
  where root.parent_id is null and s.good group by s.body_id`;
const noStanding = sql`select null::uuid as body_id, 0 as good where false`;

/** In depth-first order, bodies of one parent by name. */
export async function wholeTree(db: Database, withStanding: boolean): Promise<TreeRow[]> {
  const { rows } = await sql<TreeRow>`
    with standing as (${withStanding ? standing : noStanding})
    select 'Body_' || b.id as id, 'Body_' || b.parent_id as "parentId", b.slug, b.name, b.kind, b.state, 0 as depth,
      b.latitude::float8 as latitude, b.longitude::float8 as longitude, b.country,
      coalesce(c.members, 0) as "memberCount", coalesce(s.good, 0) as "goodStandingCount"
    from body b left join body_count c on c.body_id = b.id left join standing s on s.body_id = b.id
    order by b.name, b.id`.execute(db);
  return depthFirst(rows);
}

/** Each row comes with its own members; those of the bodies below are added as the walk comes back up. */
function depthFirst(rows: readonly TreeRow[]): TreeRow[] {
  const below = new Map<string | null, TreeRow[]>();
  for (const row of rows) {
    const siblings = below.get(row.parentId);
    if (siblings) siblings.push(row);
    else below.set(row.parentId, [row]);
  }
  const ordered: TreeRow[] = [];
  const walk = (parent: TreeRow | null) => {
    for (const row of below.get(parent?.id ?? null) ?? []) {
      row.depth = parent ? parent.depth + 1 : 0;
      ordered.push(row);
      walk(row);
      if (!parent) continue;
      parent.memberCount += row.memberCount;
      parent.goodStandingCount += row.goodStandingCount;
    }
  };
  walk(null);
  return ordered;
}

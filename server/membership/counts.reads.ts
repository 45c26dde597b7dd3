// How many: the figures of a body that anyone may know.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { oneEach } from '../loaders.js';

/** Members of each body and of all below it. */
export const memberCounts = async (db: Database, bodyIds: readonly string[]) => {
  const rows = await db
    .selectFrom('body_above')
    .innerJoin('body_count', 'body_count.body_id', 'body_above.body_id')
    .select(['above_id as id', sql<number>`sum(members)::int`.as('count')])
    .where('above_id', 'in', bodyIds)
    .groupBy('above_id')
    .execute();
  return oneEach(bodyIds, rows, ({ id }) => id).map((row) => row?.count ?? 0);
};

/** Those of them who belong to a Region itself, having no Local Group. */
export const atLargeCounts = async (db: Database, bodyIds: readonly string[]) => {
  const rows = await db
    .selectFrom('body_above')
    .innerJoin('body_count', 'body_count.body_id', 'body_above.body_id')
    .innerJoin('body', 'body.id', 'body_above.body_id')
    .select(['above_id as id', sql<number>`sum(members)::int`.as('count')])
    .where('above_id', 'in', bodyIds)
    .where('body.kind', '=', 'REGION')
    .groupBy('above_id')
    .execute();
  return oneEach(bodyIds, rows, ({ id }) => id).map((row) => row?.count ?? 0);
};

export interface PlatformAcceptanceRow {
  bodyId: string;
  version: number;
  accepted: number;
  of: number;
}

/** How many members below each body have accepted the version in force; null where none is. */
export const platformAcceptances = async (db: Database, bodyIds: readonly string[]) => {
  const { rows } = await sql<PlatformAcceptanceRow>`
    with platform as (select id, number from platform_version where in_force_from <= now() order by number desc limit 1)
    select a.above_id as "bodyId", p.number as version, count(c.person_id)::int as accepted, count(m.id)::int as of
    from platform p cross join body_above a
    left join membership m on m.body_id = a.body_id and m.kind = 'MEMBER' and m.state in ('ACTIVE', 'ON_LEAVE', 'SUSPENDED')
    left join acceptance c on c.person_id = m.person_id and c.version_id = p.id
    where a.above_id = any (${bodyIds}::uuid[])
    group by a.above_id, p.number`.execute(db);
  return oneEach(bodyIds, rows, ({ bodyId }) => bodyId);
};

// Bodies as pages read them: plain rows, one round trip a level.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import type { BodyStateWord } from '../database/tables.js';
import { manyEach, oneEach } from '../loaders.js';

export interface BodyRow {
  id: string;
  kind: 'FEDERATION' | 'REGION' | 'LOCAL_GROUP';
  parentId: string | null;
  name: string;
  slug: string;
  state: BodyStateWord;
  jurisdictionKind: 'AREA' | 'TRADE';
  jurisdiction: string;
  country: string | null;
  subdivision: string | null;
  locality: string | null;
  latitude: number | null;
  longitude: number | null;
  formedOn: string;
}

/** What a body is called and where it stands in the tree: enough for most lists. */
export const bodyNames = [
  'body.id',
  'body.kind',
  'body.parent_id as parentId',
  'body.name',
  'body.slug',
  'body.state',
] as const;
export type BodyName = Pick<BodyRow, 'id' | 'kind' | 'parentId' | 'name' | 'slug' | 'state'>;

export const bodyColumns = [
  ...bodyNames,
  'body.jurisdiction_kind as jurisdictionKind',
  'body.jurisdiction',
  'body.country',
  'body.subdivision',
  'body.locality',
  sql<number | null>`body.latitude::float8`.as('latitude'),
  sql<number | null>`body.longitude::float8`.as('longitude'),
  sql<string>`body.formed_on::text`.as('formedOn'),
] as const;

const bodies = (db: Database) => db.selectFrom('body').select(bodyColumns);

export const bodiesById = async (db: Database, ids: readonly string[]) =>
  oneEach(ids, await bodies(db).where('body.id', 'in', ids).execute(), (row) => row.id);

export const bodiesBySlug = async (db: Database, slugs: readonly string[]) =>
  oneEach(slugs, await bodies(db).where('body.slug', 'in', slugs).execute(), (row) => row.slug);

export const bodiesBelow = async (db: Database, ids: readonly string[]) =>
  manyEach(
    ids,
    await bodies(db).where('body.parent_id', 'in', ids).orderBy('body.name').execute(),
    (row) => row.parentId!,
  );

/** From the Federation down to the parent. */
export const bodiesAbove = async (db: Database, ids: readonly string[]) => {
  const rows = await bodies(db)
    .innerJoin('body_above', 'body_above.above_id', 'body.id')
    .select('body_above.body_id as belowId')
    .where('body_above.body_id', 'in', ids)
    .where('body_above.distance', '>', 0)
    .orderBy('body_above.distance', 'desc')
    .execute();
  return manyEach(ids, rows, (row) => row.belowId);
};

export async function theFederation(db: Database): Promise<BodyRow | null> {
  return (await bodies(db).where('body.kind', '=', 'FEDERATION').executeTakeFirst()) ?? null;
}

export interface BodySearch {
  first: number;
  after: string | null;
  under: string | null;
  kind: BodyRow['kind'] | null;
  search: string | null;
}

/** Bodies by name, one more than asked for, to know whether a page follows. */
export function findBodies(db: Database, { first, after, under, kind, search }: BodySearch): Promise<BodyRow[]> {
  let query = bodies(db)
    .orderBy('body.slug')
    .limit(first + 1);
  if (after) query = query.where('body.slug', '>', after);
  if (kind) query = query.where('body.kind', '=', kind);
  if (search) query = query.where(sql<boolean>`body.name ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}`);
  if (under) {
    query = query.where('body.id', 'in', (inner) =>
      inner.selectFrom('body_above').select('body_id').where('above_id', '=', under),
    );
  }
  return query.execute();
}

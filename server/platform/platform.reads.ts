// Versions of the platform as pages read them.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';
import type { PlatformClauseTable } from '../database/tables.js';
import { manyEach, oneEach } from '../loaders.js';

export interface PlatformRow {
  id: string;
  bodyId: string;
  number: number;
  inForceFrom: Date;
  reacceptBy: Date | null;
  proposalId: string | null;
  inForce: boolean;
}

export type ClauseRow = Omit<PlatformClauseTable, 'version_id'>;

const inTime = (row: PlatformRow): PlatformRow => ({
  ...row,
  inForceFrom: asDate(row.inForceFrom),
  reacceptBy: asDate(row.reacceptBy),
});

const platforms = (db: Database) =>
  db.selectFrom('platform_version as v').select([
    'v.id',
    'v.body_id as bodyId',
    'v.number',
    'v.in_force_from as inForceFrom',
    'v.reaccept_by as reacceptBy',
    'v.proposal_id as proposalId',
    sql<boolean>`v.in_force_from <= now() and not exists (
        select 1 from platform_version later where later.number > v.number and later.in_force_from <= now())`.as(
      'inForce',
    ),
  ]);

/** The version in force: the newest whose day has come. Null where none was ever adopted. */
export async function platformInForce(db: Database): Promise<PlatformRow | null> {
  const newest = platforms(db)
    .where('v.in_force_from', '<=', sql<Date>`now()`)
    .orderBy('v.number', 'desc')
    .limit(1);
  const found = await newest.executeTakeFirst();
  return found ? inTime(found) : null;
}

/** The version in force, for every reader of one request. */
export const platformInForceOnce = async (db: Database, keys: readonly 'now'[]) => {
  const platform = await platformInForce(db);
  return keys.map(() => platform);
};

export const platformsById = async (db: Database, ids: readonly string[]) =>
  oneEach(ids, (await platforms(db).where('v.id', 'in', ids).execute()).map(inTime), (row) => row.id);

export const platformsByNumber = async (db: Database, numbers: readonly number[]) =>
  oneEach(numbers, (await platforms(db).where('v.number', 'in', numbers).execute()).map(inTime), (row) => row.number);

export const clausesOf = async (db: Database, versionIds: readonly string[]) => {
  const rows = await db
    .selectFrom('platform_clause')
    .select(['version_id as versionId', 'key', 'kind', 'position', 'heading', 'text'])
    .where('version_id', 'in', versionIds)
    .orderBy('position')
    .execute();
  return manyEach(versionIds, rows, (row) => row.versionId);
};

/** Members of today who have said yes to each version. */
export const acceptedCounts = async (db: Database, versionIds: readonly string[]) => {
  const rows = await db
    .selectFrom('acceptance')
    .innerJoin('membership', 'membership.person_id', 'acceptance.person_id')
    .select(['version_id as versionId', sql<number>`count(*)::int`.as('count')])
    .where('version_id', 'in', versionIds)
    .where('membership.state', 'in', ['ACTIVE', 'ON_LEAVE', 'SUSPENDED'])
    .where('membership.kind', '=', 'MEMBER')
    .groupBy('version_id')
    .execute();
  return oneEach(versionIds, rows, (row) => row.versionId).map((row) => row?.count ?? 0);
};

/** When a person accepted a version. Keys are "person/version". */
export const acceptedAt = async (db: Database, keys: readonly string[]) => {
  const [persons, versions] = [0, 1].map((part) => [...new Set(keys.map((key) => key.split('/')[part]!))]);
  const rows = await db
    .selectFrom('acceptance')
    .select(['person_id', 'version_id', 'at'])
    .where('person_id', 'in', persons!)
    .where('version_id', 'in', versions!)
    .execute();
  return oneEach(keys, rows, (row) => `${row.person_id}/${row.version_id}`).map((row) => row && asDate(row.at));
};

export async function versionNumbers(db: Database): Promise<number[]> {
  const rows = await db.selectFrom('platform_version').select('number').orderBy('number').execute();
  return rows.map((row) => row.number);
}

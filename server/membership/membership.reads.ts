// Memberships as pages read them. What is private bears another name here than on the outside, so that it leaves
// only through a field that asks policy/sight.ts first.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';
import type { MembershipStateWord } from '../database/tables.js';
import { manyEach, oneEach } from '../loaders.js';

export interface MembershipRow {
  id: string;
  personId: string;
  bodyId: string;
  transferToId: string | null;
  kind: 'MEMBER' | 'SUPPORTER';
  state: MembershipStateWord;
  joinedOn: string | null;
  privateName: string;
  privateEmail: string | null;
  privateDues: string | null;
}

const memberships = (db: Database) =>
  db
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select([
      'm.id',
      'm.person_id as personId',
      'm.body_id as bodyId',
      'm.transfer_to_id as transferToId',
      'm.kind',
      'm.state',
      sql<string | null>`m.joined_on::text`.as('joinedOn'),
      'p.display_name as privateName',
      'p.email as privateEmail',
      sql<string | null>`m.dues_paid_until::text`.as('privateDues'),
    ]);

export const membershipsById = async (db: Database, ids: readonly string[]) =>
  oneEach<MembershipRow, string>(ids, await memberships(db).where('m.id', 'in', ids).execute(), ({ id }) => id);

/** What is asked of a body's roll; `arriving` adds members of other groups who have asked to move here. */
export interface RollSearch {
  bodyId: string;
  states: readonly MembershipStateWord[];
  arriving: boolean;
}

const roll = (db: Database, { bodyId, states, arriving }: RollSearch) =>
  memberships(db).where((is) =>
    is.or([
      is.and([is('m.body_id', '=', bodyId), sql<boolean>`m.state = any(${states}::text[])`]),
      is.and([is('m.transfer_to_id', '=', bodyId), is.lit(arriving)]),
    ]),
  );

/** By name; one more than asked for, to know whether a page follows. */
export function pageOfRoll(
  db: Database,
  search: RollSearch,
  first: number,
  after: [name: string, id: string] | null,
): Promise<MembershipRow[]> {
  let page = roll(db, search)
    .orderBy(sql`lower(p.display_name)`)
    .orderBy('m.id')
    .limit(first + 1);
  if (after) page = page.where(sql<boolean>`(lower(p.display_name), m.id) > (lower(${after[0]}), ${after[1]}::uuid)`);
  return page.execute();
}

export async function countRoll(db: Database, search: RollSearch): Promise<number> {
  const { count } = await roll(db, search)
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export interface EventRow {
  membershipId: string;
  at: Date;
  what: string;
  bodyId: string;
  fromBodyId: string | null;
  reason: string | null;
}

export const eventsOf = async (db: Database, membershipIds: readonly string[]) => {
  const rows: EventRow[] = await db
    .selectFrom('membership_event')
    .select([
      'membership_id as membershipId',
      'at',
      'what',
      'body_id as bodyId',
      'from_body_id as fromBodyId',
      'reason',
    ])
    .where('membership_id', 'in', membershipIds)
    .orderBy('at')
    .execute();
  const inTime = rows.map((row) => ({ ...row, at: asDate(row.at) }));
  return manyEach(membershipIds, inTime, ({ membershipId }) => membershipId);
};

/** Applications and transfers that await an answer of each body. */
export const waitingCounts = async (db: Database, bodyIds: readonly string[]) => {
  const { rows } = await sql<{ id: string; count: number }>`
    select b.id, (select count(*)::int from membership m
      where (m.body_id = b.id and m.state = 'APPLICANT')
        or (m.transfer_to_id = b.id and m.state in ('ACTIVE', 'ON_LEAVE', 'SUSPENDED'))) as count
    from unnest(${bodyIds}::uuid[]) b (id)`.execute(db);
  return oneEach(bodyIds, rows, ({ id }) => id).map((row) => row?.count ?? 0);
};

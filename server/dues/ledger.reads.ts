// A body's books as they are read: accounts with their balances, what moved on them between two days, transfers with
// their entries. Who may read which is said in policy/sight.ts.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';
import { manyEach, oneEach } from '../loaders.js';
import type { AccountKind } from './ledger.js';

export interface AccountRow {
  id: string;
  bodyId: string;
  kind: AccountKind;
  currency: string;
  withBodyId: string | null;
  name: string;
  /** Debit above zero, minor units. */
  balance: string;
}

/** What is asked of members and not yet paid is shown to officers alone: in a small group a sum tells of a person. */
export const memoKinds: readonly AccountKind[] = ['DUES_RECEIVABLE', 'DUES_CHARGED'];

export const accountsOf = async (db: Database, bodyIds: readonly string[]) => {
  const rows = await db
    .selectFrom('ledger_account')
    .select(['id', 'body_id as bodyId', 'kind', 'currency', 'with_body_id as withBodyId', 'name', 'balance'])
    .where('body_id', 'in', bodyIds)
    .orderBy('kind')
    .orderBy('currency')
    .orderBy('name')
    .orderBy('id')
    .execute();
  return manyEach(bodyIds, rows as AccountRow[], ({ bodyId }) => bodyId);
};

export interface Movement {
  accountId: string;
  debit: string;
  credit: string;
}

/** Sums of the entries of a body's accounts booked from one day to another, both included. Keys are `body/from/until`. */
export const movementsOf = (db: Database, keys: readonly string[]): Promise<Movement[][]> =>
  Promise.all(keys.map((key) => movements(db, ...(key.split('/') as [string, string, string]))));

async function movements(db: Database, bodyId: string, from: string, until: string): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    select e.account_id as "accountId", coalesce(sum(e.amount) filter (where e.amount > 0), 0)::text as debit,
      coalesce(-sum(e.amount) filter (where e.amount < 0), 0)::text as credit
    from ledger_transfer t join ledger_entry e on e.body_id = t.body_id and e.number = t.number
    where t.body_id = ${bodyId} and t.booked_on between ${from} and ${until} group by e.account_id`.execute(db);
  return rows;
}

export interface TransferRow {
  bodyId: string;
  number: number;
  id: string;
  kind: string;
  bookedOn: string;
  postedAt: Date;
  memo: string;
  reverses: number | null;
  reversedBy: number | null;
  hash: string;
  prevHash: string;
}

/** The newest first; one more than asked for. */
export async function pageOfTransfers(
  db: Database,
  bodyId: string,
  first: number,
  before: number | null,
): Promise<TransferRow[]> {
  const { rows } = await sql<TransferRow>`
    select t.body_id as "bodyId", t.number::int, t.id, t.kind, t.booked_on::text as "bookedOn", t.posted_at as "postedAt", t.memo, t.reverses::int,
      (select r.number::int from ledger_transfer r where r.body_id = t.body_id and r.reverses = t.number) as "reversedBy",
      encode(t.hash, 'hex') as hash, encode(t.prev_hash, 'hex') as "prevHash"
    from ledger_transfer t where t.body_id = ${bodyId} and (${before}::bigint is null or t.number < ${before}) order by t.number desc limit ${first + 1}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, postedAt: asDate(row.postedAt) }));
}

export interface EntryRow {
  key: string;
  accountId: string;
  currency: string;
  amount: string;
  kind: AccountKind;
  withBodyId: string | null;
  name: string;
}

export const transferKey = ({ bodyId, number }: { bodyId: string; number: number }): string => `${bodyId}/${number}`;

/** Keys are `body/number`. */
export const entriesOf = async (db: Database, keys: readonly string[]) => {
  const pairs = keys.map((key) => key.split('/'));
  const { rows } = await sql<EntryRow>`
    select e.body_id || '/' || e.number as key, e.account_id as "accountId", e.currency, e.amount, a.kind, a.with_body_id as "withBodyId", a.name
    from unnest(${pairs.map(([body]) => body)}::uuid[], ${pairs.map(([, number]) => number)}::bigint[]) as k (body_id, number)
    join ledger_entry e using (body_id, number) join ledger_account a on a.id = e.account_id
    order by e.line`.execute(db);
  return manyEach(keys, rows, ({ key }) => key);
};

export interface PeriodRow {
  id: string;
  bodyId: string;
  fromDate: string;
  untilDate: string;
  closedAt: Date | null;
}

const periods = sql`
  select id, body_id as "bodyId", from_date::text as "fromDate", until_date::text as "untilDate", closed_at as "closedAt" from book_period`;

export const periodsById = async (db: Database, ids: readonly string[]) => {
  const { rows } = await sql<PeriodRow>`${periods} where id = any (${ids}::uuid[])`.execute(db);
  return oneEach(
    ids,
    rows.map((row) => ({ ...row, closedAt: asDate(row.closedAt) })),
    ({ id }) => id,
  );
};

export const periodsOf = async (db: Database, bodyIds: readonly string[]) => {
  const { rows } = await sql<PeriodRow>`
    ${periods} where body_id = any (${bodyIds}::uuid[]) order by from_date desc`.execute(db);
  return manyEach(
    bodyIds,
    rows.map((row) => ({ ...row, closedAt: asDate(row.closedAt) })),
    ({ bodyId }) => bodyId,
  );
};

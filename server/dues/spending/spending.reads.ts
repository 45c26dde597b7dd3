// What was authorised, asked for and spent, as it is read. Members see purposes and sums; who is paid, why, and the receipt
// are for the officers of the money and for who proposed it.
import { sql } from 'kysely';
import type { Database } from '../../database/database.js';
import type { SpendingStateWord } from '../../database/treasuryTables.js';
import { asDate } from '../../database/instants.js';
import { manyEach, oneEach } from '../../loaders.js';

export interface AuthorityRow {
  id: string;
  bodyId: string;
  proposalId: string;
  currency: string;
  amount: string;
  spent: string;
  fund: string | null;
  purpose: string;
  until: string;
}

const authorities = sql`
  select a.id, a.body_id as "bodyId", a.proposal_id as "proposalId", a.currency, a.amount, a.fund, a.purpose, a.until_date::text as until,
    (select coalesce(sum(s.amount), 0)::text from spending s where s.authority_id = a.id and s.state = 'APPROVED') as spent
  from spending_authority a`;

export const authoritiesById = async (db: Database, ids: readonly string[]) => {
  const { rows } = await sql<AuthorityRow>`${authorities} where a.id = any (${ids}::uuid[])`.execute(db);
  return oneEach(ids, rows, ({ id }) => id);
};

/** A body's, the newest first; those that are over last a year in the list. */
export const authoritiesOf = async (db: Database, bodyIds: readonly string[]) => {
  const { rows } = await sql<AuthorityRow>`
    ${authorities} where a.body_id = any (${bodyIds}::uuid[]) and a.until_date > clock_timestamp()::date - 366 order by a.since desc`.execute(
    db,
  );
  return manyEach(bodyIds, rows, ({ bodyId }) => bodyId);
};

export interface SpendingRow {
  id: string;
  bodyId: string;
  authorityId: string | null;
  authorId: string;
  privateAuthorName: string;
  privatePayee: string;
  privateWords: string;
  currency: string;
  amount: string;
  fund: string | null;
  paidFrom: 'CASH' | 'BANK';
  bank: string;
  state: SpendingStateWord;
  proposedAt: Date;
  decidedAt: Date | null;
  privateReason: string;
  paidOn: string | null;
  receiptType: string | null;
  receiptDigest: string | null;
}

const spendings = sql`
  select s.id, s.body_id as "bodyId", s.authority_id as "authorityId", s.author_id as "authorId", p.display_name as "privateAuthorName",
    s.payee as "privatePayee", s.words as "privateWords", s.currency, s.amount, s.fund, s.paid_from as "paidFrom", s.bank, s.state,
    s.proposed_at as "proposedAt", s.decided_at as "decidedAt", s.reason as "privateReason", s.paid_on::text as "paidOn",
    r.media_type as "receiptType", encode(r.digest, 'hex') as "receiptDigest"
  from spending s join person p on p.id = s.author_id left join spending_receipt r on r.spending_id = s.id`;

const inTime = (row: SpendingRow): SpendingRow => ({
  ...row,
  proposedAt: asDate(row.proposedAt),
  decidedAt: asDate(row.decidedAt),
});

export const spendingById = async (db: Database, ids: readonly string[]) => {
  const { rows } = await sql<SpendingRow>`${spendings} where s.id = any (${ids}::uuid[])`.execute(db);
  return oneEach(ids, rows.map(inTime), ({ id }) => id);
};

/** The newest first; one more than asked for. `onlyOf` leaves those of others that are not approved to the officers. */
export async function pageOfSpending(
  db: Database,
  bodyId: string,
  { state, onlyOf }: { state: SpendingStateWord | null; onlyOf: string | null },
  first: number,
  after: [micros: string, id: string] | null,
): Promise<(SpendingRow & { micros: string })[]> {
  const { rows } = await sql<SpendingRow & { micros: string }>`
    select listed.* from (select x.*, (extract(epoch from x."proposedAt") * 1000000)::bigint::text as micros from (${spendings} where s.body_id = ${bodyId}) x) listed
    where (${state}::text is null or state = ${state}) and (${onlyOf}::uuid is null or state = 'APPROVED' or "authorId" = ${onlyOf}::uuid)
      and (${after?.[0] ?? null}::bigint is null or (micros::bigint, id) < (${after?.[0] ?? null}::bigint, ${after?.[1] ?? null}::uuid))
    order by micros::bigint desc, id desc limit ${first + 1}`.execute(db);
  return rows.map((row) => ({ ...inTime(row), micros: row.micros }));
}

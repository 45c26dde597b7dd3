// What waits for a Treasurer this month, and how many members of a body stand how with their dues.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { oneEach } from '../loaders.js';

export type BookJobKind =
  | 'ANSWER_PER_CAPITA'
  | 'ANSWER_WAIVERS'
  | 'APPROVE_SPENDING'
  | 'CONFIRM_REMITTANCES'
  | 'GIVE_BACK_CREDIT'
  | 'REMIND_OWING'
  | 'REMIT_SHARES';

export interface BookJob {
  bodyId: string;
  kind: BookJobKind;
  /** People, or bodies, concerned. */
  count: number;
  sums: { currency: string; amount: string }[];
}

/** Each kind that has something in it; `private` jobs are for those who may excuse. */
export async function bookJobsOf(db: Database, bodyId: string): Promise<BookJob[]> {
  const { rows } = await sql<BookJob>`
    with sums as (
      select 'REMIND_OWING' as kind, c.currency, count(distinct c.person_id)::int as count, sum(c.amount - c.settled) as amount
        from dues_charge c where c.body_id = ${bodyId} and c.settled < c.amount and c.due_on <= clock_timestamp()::date group by c.currency
      union all
      select 'REMIT_SHARES', o.currency, count(*)::int, sum(o.amount) from (
          select owed.currency, sum(owed.amount) as amount from (
            select with_body_id as to_body_id, currency, -balance as amount from ledger_account where body_id = ${bodyId} and kind = 'PER_CAPITA_PAYABLE'
            union all
            select to_body_id, currency, -amount from remittance where body_id = ${bodyId} and settled_transfer_id is null and state <> 'WITHDRAWN'
          ) owed group by owed.to_body_id, owed.currency having sum(owed.amount) > 0
        ) o group by o.currency
      union all
      select 'CONFIRM_REMITTANCES', currency, count(*)::int, sum(amount) from remittance where to_body_id = ${bodyId} and state in ('SENT', 'DISPUTED') group by currency
      union all
      select 'ANSWER_PER_CAPITA', currency, count(*)::int, sum(amount) from per_capita where body_id = ${bodyId} and state = 'ASKED' group by currency
      union all
      select 'APPROVE_SPENDING', currency, count(*)::int, sum(amount) from spending where body_id = ${bodyId} and state = 'PROPOSED' group by currency
      union all
      select 'GIVE_BACK_CREDIT', a.currency, 1, -a.balance from ledger_account a where a.body_id = ${bodyId} and a.kind = 'MEMBER_CREDIT' and a.balance < 0
    )
    select ${bodyId}::uuid as "bodyId", kind, max(count)::int as count, json_agg(json_build_object('currency', currency, 'amount', amount::text) order by currency) as sums
    from sums group by kind
    union all
    select ${bodyId}::uuid, 'ANSWER_WAIVERS', count(*)::int, '[]' from dues_waiver_request r join membership m on m.id = r.membership_id
      where m.body_id = ${bodyId} and r.answer is null having count(*) > 0
    order by 2`.execute(db);
  return rows;
}

export interface DuesCountsRow {
  bodyId: string;
  members: number;
  settled: number;
  withinGrace: number;
  inArrears: number;
}

/** Members below each body by their dues alone; who is excused counts as settled. */
export const duesCountsOf = async (db: Database, bodyIds: readonly string[]) => {
  const { rows } = await sql<DuesCountsRow>`
    select b.id as "bodyId", count(*)::int as members, (count(*) filter (where s.state = 'SETTLED'))::int as settled,
      (count(*) filter (where s.state = 'GRACE'))::int as "withinGrace", (count(*) filter (where s.state = 'ARREARS'))::int as "inArrears"
    from unnest(${bodyIds}::uuid[]) b (id) cross join lateral member_standing(b.id, clock_timestamp()::date) st join membership m on m.id = st.membership_id
    cross join lateral (select case when coalesce(m.dues_paid_until, m.joined_on) >= clock_timestamp()::date then 'SETTLED' when st.dues then 'GRACE' else 'ARREARS' end as state) s
    where m.kind = 'MEMBER' group by b.id`.execute(db);
  return oneEach(bodyIds, rows, ({ bodyId }) => bodyId);
};

export interface OwingRow {
  membershipId: string;
  privateName: string;
  since: string;
  sums: { currency: string; amount: string }[];
}

/** Members of a body with something open, longest first; one more than asked for. */
export async function pageOfOwing(
  db: Database,
  bodyId: string,
  first: number,
  after: [since: string, id: string] | null,
): Promise<OwingRow[]> {
  const { rows } = await sql<OwingRow>`
    select m.id as "membershipId", p.display_name as "privateName", o.since::text as since, o.sums
    from membership m join person p on p.id = m.person_id cross join lateral (
      select min(c.due_on) as since, (select json_agg(json_build_object('currency', currency, 'amount', sum::text)) from (
          select currency, sum(amount - settled) as sum from dues_charge where person_id = m.person_id and settled < amount group by currency order by currency) one) as sums
      from dues_charge c where c.person_id = m.person_id and c.settled < c.amount and c.due_on <= clock_timestamp()::date
    ) o
    where m.body_id = ${bodyId} and m.state in ('ACTIVE', 'ON_LEAVE', 'SUSPENDED', 'LAPSED') and o.since is not null
      and (${after?.[0] ?? null}::date is null or (o.since, m.id) > (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
    order by o.since, m.id limit ${first + 1}`.execute(db);
  return rows;
}

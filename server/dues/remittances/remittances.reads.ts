// Remittances as they are read: sums that went from one body's books to another's, and how they stand. Nothing here knows
// of a member: whoever keeps a body above reads counts and sums, and so does everybody else.
import { sql } from 'kysely';
import type { Database } from '../../database/database.js';
import type { PerCapitaStateWord, RemittanceStateWord } from '../../database/treasuryTables.js';
import { asDate } from '../../database/instants.js';
import { manyEach, oneEach } from '../../loaders.js';

export interface RemittanceRow {
  id: string;
  bodyId: string;
  toBodyId: string;
  periodFrom: string;
  periodUntil: string;
  currency: string;
  amount: string;
  parts: { purpose: string; amount: string }[];
  method: 'CASH' | 'CHEQUE' | 'TRANSFER';
  reference: string;
  sentOn: string;
  receivedOn: string | null;
  state: RemittanceStateWord;
}

const columns = sql`r.id, r.body_id as "bodyId", r.to_body_id as "toBodyId", r.period_from::text as "periodFrom", r.period_until::text as "periodUntil",
  r.currency, r.amount, r.parts, r.method, r.reference, r.sent_on::text as "sentOn", r.received_on::text as "receivedOn", r.state`;

export const remittancesById = async (db: Database, ids: readonly string[]) => {
  const { rows } =
    await sql<RemittanceRow>`select ${columns} from remittance r where r.id = any (${ids}::uuid[])`.execute(db);
  return oneEach(ids, rows, ({ id }) => id);
};

export type Direction = 'SENT' | 'RECEIVED';

/** The newest first; one more than asked for. Of a body's own, those it sent or those that were sent to it. */
export async function pageOfRemittances(
  db: Database,
  bodyId: string,
  { direction, state }: { direction: Direction; state: RemittanceStateWord | null },
  first: number,
  after: [sentOn: string, id: string] | null,
): Promise<RemittanceRow[]> {
  const side = direction === 'SENT' ? sql`r.body_id` : sql`r.to_body_id`;
  const { rows } = await sql<RemittanceRow>`
    select ${columns} from remittance r where ${side} = ${bodyId} and (${state}::text is null or r.state = ${state})
      and (${after?.[0] ?? null}::date is null or (r.sent_on, r.id) < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
    order by r.sent_on desc, r.id desc limit ${first + 1}`.execute(db);
  return rows;
}

export interface RemittanceEventRow {
  remittanceId: string;
  state: RemittanceStateWord;
  reason: string;
  at: Date;
}

export const remittanceEventsOf = async (db: Database, ids: readonly string[]) => {
  const rows = await db
    .selectFrom('remittance_event')
    .select(['remittance_id as remittanceId', 'state', 'reason', 'at'])
    .where('remittance_id', 'in', ids)
    .orderBy('number')
    .execute();
  return manyEach(
    ids,
    rows.map((row): RemittanceEventRow => ({ ...row, at: asDate(row.at) })),
    ({ remittanceId }) => remittanceId,
  );
};

export interface OwedAboveRow {
  toBodyId: string;
  currency: string;
  purpose: string;
  /** Owed as the period began, minor units. */
  before: string;
  /** What the period added or took, by the kind of transfer. */
  lines: { kind: string; amount: string }[];
  /** Owed as the period ended. */
  after: string;
  /** Sent and not yet received, today. */
  onItsWay: string;
  /** Still to be sent, today. */
  open: string;
}

/** What a body owes each body above it for a period, by purpose. */
export async function statementAbove(
  db: Database,
  bodyId: string,
  from: string,
  until: string,
): Promise<OwedAboveRow[]> {
  const { rows } = await sql<OwedAboveRow>`
    with moved as (
      select a.id, t.kind, sum(-e.amount) filter (where t.booked_on < ${from}) as before,
        sum(-e.amount) filter (where t.booked_on between ${from} and ${until}) as within
      from ledger_account a join ledger_entry e on e.account_id = a.id join ledger_transfer t on t.body_id = e.body_id and t.number = e.number
      where a.body_id = ${bodyId} and a.kind = 'PER_CAPITA_PAYABLE' and t.booked_on <= ${until} group by a.id, t.kind
    ), way as (
      select r.to_body_id, r.currency, p ->> 'purpose' as purpose, sum((p ->> 'amount')::bigint) as amount
      from remittance r cross join jsonb_array_elements(r.parts) p
      where r.body_id = ${bodyId} and r.settled_transfer_id is null and r.state <> 'WITHDRAWN' group by 1, 2, 3
    )
    select a.with_body_id as "toBodyId", a.currency, a.name as purpose, coalesce(sum(m.before), 0)::text as before,
      coalesce(sum(m.before), 0) + coalesce(sum(m.within), 0) || '' as after,
      coalesce(json_agg(json_build_object('kind', m.kind, 'amount', m.within::text) order by m.kind) filter (where m.within <> 0), '[]') as lines,
      coalesce(w.amount, 0)::text as "onItsWay", (-a.balance - coalesce(w.amount, 0))::text as open
    from ledger_account a left join moved m on m.id = a.id left join way w on (w.to_body_id, w.currency, w.purpose) = (a.with_body_id, a.currency, a.name)
    where a.body_id = ${bodyId} and a.kind = 'PER_CAPITA_PAYABLE' group by a.id, w.amount order by a.with_body_id, a.currency, a.name`.execute(
    db,
  );
  return rows;
}

export interface RemittingRow {
  bodyId: string;
  slug: string;
  parentId: string | null;
  /** Sums by currency, minor units: shares booked in the time asked for, sent for it, and of that received or disputed. */
  sums: { currency: string; owed: string; sent: string; received: string; disputed: string; open: string }[];
  /** Periods of the rule book that are over, past their days, and not passed up whole. */
  latePeriods: number;
}

/** The bodies below that owe this one, by name of address; one more than asked for. `withinId` narrows to a Region. */
export async function pageOfRemitting(
  db: Database,
  toBodyId: string,
  { from, until, withinId }: { from: string; until: string; withinId: string | null },
  first: number,
  after: string | null,
): Promise<RemittingRow[]> {
  const { rows } = await sql<RemittingRow>`
    with below as (
      select b.id, b.slug, b.parent_id from body b join body_above a on a.body_id = b.id and a.above_id = ${toBodyId} and a.distance > 0
      where b.kind = 'LOCAL_GROUP' and (${after}::text is null or b.slug > ${after})
        and (${withinId}::uuid is null or exists (select 1 from body_above r where r.body_id = b.id and r.above_id = ${withinId}))
      order by b.slug limit ${first + 1}
    ), each as (
      select a.body_id, a.currency, sum(-e.amount) filter (where t.kind <> 'REMITTED' and t.booked_on between ${from} and ${until}) as owed,
        0::bigint as sent, 0::bigint as received, 0::bigint as disputed
      from below join ledger_account a on a.body_id = below.id and a.kind = 'PER_CAPITA_PAYABLE' and a.with_body_id = ${toBodyId}
      join ledger_entry e on e.account_id = a.id join ledger_transfer t on t.body_id = e.body_id and t.number = e.number group by 1, 2
      union all
      select r.body_id, r.currency, 0, sum(r.amount), coalesce(sum(r.amount) filter (where r.state = 'RECEIVED'), 0), coalesce(sum(r.amount) filter (where r.state = 'DISPUTED'), 0)
      from below join remittance r on r.body_id = below.id and r.to_body_id = ${toBodyId} and r.state <> 'WITHDRAWN' and r.period_from >= ${from} and r.period_until <= ${until}
      group by 1, 2
    ), open as (
      select a.body_id, a.currency, -sum(a.balance) as amount from below join ledger_account a on a.body_id = below.id and a.kind = 'PER_CAPITA_PAYABLE' and a.with_body_id = ${toBodyId} group by 1, 2
    ), sums as (
      select s.body_id, json_agg(json_build_object('currency', s.currency, 'owed', s.owed::text, 'sent', s.sent::text, 'received', s.received::text,
        'disputed', s.disputed::text, 'open', coalesce(o.amount, 0)::text) order by s.currency) as sums
      from (select body_id, currency, coalesce(sum(owed), 0) as owed, sum(sent) as sent, sum(received) as received, sum(disputed) as disputed from each group by 1, 2) s
      left join open o on (o.body_id, o.currency) = (s.body_id, s.currency) group by s.body_id
    )
    select below.id as "bodyId", below.slug, below.parent_id as "parentId", coalesce(sums.sums, '[]') as sums,
      coalesce((select max(l.periods)::int from remittances_late(below.id) l where l.to_body_id = ${toBodyId}), 0) as "latePeriods"
    from below left join sums on sums.body_id = below.id order by below.slug`.execute(db);
  return rows;
}

export interface RemittingCountsRow {
  /** A Region, or the body itself for groups directly below it. */
  bodyId: string;
  groups: number;
  /** With nothing late. */
  inTime: number;
  late: number;
}

/** How many groups are in time with what they owe this body, Region by Region. */
export async function remittingCounts(db: Database, toBodyId: string): Promise<RemittingCountsRow[]> {
  const { rows } = await sql<RemittingCountsRow>`
    select b.parent_id as "bodyId", count(*)::int as groups, (count(*) filter (where not l.late))::int as "inTime", (count(*) filter (where l.late))::int as late
    from body b join body_above a on a.body_id = b.id and a.above_id = ${toBodyId} and a.distance > 0
    cross join lateral (select exists (select 1 from remittances_late(b.id) r where r.to_body_id = ${toBodyId}) as late) l
    where b.kind = 'LOCAL_GROUP' and b.state in ('AFFILIATED', 'SUSPENDED') group by b.parent_id order by 1`.execute(
    db,
  );
  return rows;
}

export interface LateRow {
  bodyId: string;
  toBodyId: string;
  currency: string;
  /** How many periods of the rule book. */
  periods: number;
  amount: string;
  /** The day after which the first of them was late. */
  since: string;
}

/** What a body itself is late with. */
export const lateOf = async (db: Database, bodyIds: readonly string[]) => {
  const { rows } = await sql<LateRow>`
    select b.id as "bodyId", l.to_body_id as "toBodyId", l.currency, l.periods::int, l.amount::text, l.since::text
    from unnest(${bodyIds}::uuid[]) b (id) cross join lateral remittances_late(b.id) l`.execute(db);
  return manyEach(bodyIds, rows, ({ bodyId }) => bodyId);
};

export interface PerCapitaRow {
  id: string;
  bodyId: string;
  toBodyId: string;
  countedOn: string;
  periodFrom: string;
  periodUntil: string;
  members: number;
  currency: string;
  rate: string;
  amount: string;
  state: PerCapitaStateWord;
  reason: string;
}

const perCapita = sql`
  select id, body_id as "bodyId", to_body_id as "toBodyId", counted_on::text as "countedOn", period_from::text as "periodFrom",
    period_until::text as "periodUntil", members, currency, rate, amount, state, reason from per_capita`;

export const perCapitaById = async (db: Database, ids: readonly string[]) => {
  const { rows } = await sql<PerCapitaRow>`${perCapita} where id = any (${ids}::uuid[])`.execute(db);
  return oneEach(ids, rows, ({ id }) => id);
};

/** Statements by head-count that a body asked for or was asked for, the newest first. */
export async function perCapitaOf(db: Database, bodyId: string): Promise<PerCapitaRow[]> {
  const { rows } = await sql<PerCapitaRow>`
    ${perCapita} where body_id = ${bodyId} or to_body_id = ${bodyId} order by asked_at desc limit 100`.execute(db);
  return rows;
}

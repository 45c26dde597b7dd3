// What one member owes and has paid, as their statement shows it. All of it is private: the schema asks policy/sight.ts
// before it reads any of this.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import type { PaymentMethodWord } from '../database/duesTables.js';
import { asDate } from '../database/instants.js';
import { manyEach, oneEach } from '../loaders.js';

export interface ChargeRow {
  id: string;
  membershipId: string;
  part: 'BASE' | 'EXTRA';
  periodFrom: string;
  periodUntil: string;
  dueOn: string;
  band: string | null;
  currency: string;
  amount: string;
  settled: string;
  /** What of it is asked no more. */
  dropped: string;
}

/** Everything a person was charged, under whichever membership, the newest period first. */
export const chargesOf = async (db: Database, membershipIds: readonly string[]) => {
  const { rows } = await sql<ChargeRow>`
    select c.id, m.id as "membershipId", c.part, c.period_from::text as "periodFrom", c.period_until::text as "periodUntil", c.due_on::text as "dueOn",
      c.band, c.currency, c.amount, c.settled,
      (select coalesce(sum(s.amount), 0)::text from dues_settlement s where s.charge_id = c.id and s.how = 'DROPPED') as dropped
    from membership m join dues_charge c on c.person_id = m.person_id
    where m.id = any (${membershipIds}::uuid[]) order by c.period_from desc, c.part`.execute(db);
  return manyEach(membershipIds, rows, ({ membershipId }) => membershipId);
};

export interface PaymentRow {
  id: string;
  bodyId: string;
  number: number;
  membershipId: string;
  personId: string;
  method: PaymentMethodWord;
  currency: string;
  amount: string;
  receivedOn: string;
  reference: string;
  paperNumber: string | null;
  recordedAt: Date;
  reversed: boolean;
  refunded: string;
  privateName: string;
}

const payments = sql`
  select p.id, p.body_id as "bodyId", p.number, p.membership_id as "membershipId", m.person_id as "personId", p.method, p.currency, p.amount,
    p.received_on::text as "receivedOn", p.reference, p.paper_number as "paperNumber", p.at as "recordedAt", person.display_name as "privateName",
    exists (select 1 from ledger_transfer t join ledger_transfer r on r.body_id = t.body_id and r.reverses = t.number
      where t.body_id = p.body_id and t.id = p.transfer_id) as reversed,
    (select coalesce(sum(f.amount), 0)::text from dues_refund f where f.payment_id = p.id) as refunded
  from dues_payment p join membership m on m.id = p.membership_id join person on person.id = m.person_id`;

const inTime = (row: PaymentRow): PaymentRow => ({ ...row, recordedAt: asDate(row.recordedAt) });

export const paymentsById = async (db: Database, ids: readonly string[]) => {
  const { rows } = await sql<PaymentRow>`${payments} where p.id = any (${ids}::uuid[])`.execute(db);
  return oneEach(ids, rows.map(inTime), ({ id }) => id);
};

/** All that came from a person, the newest first. */
export const paymentsOf = async (db: Database, membershipIds: readonly string[]) => {
  const { rows } = await sql<PaymentRow & { of: string }>`
    select asked.id as of, p.* from membership asked join (${payments}) p on p."personId" = asked.person_id
    where asked.id = any (${membershipIds}::uuid[]) order by p."receivedOn" desc, p."recordedAt" desc`.execute(db);
  const found = manyEach(membershipIds, rows, ({ of }) => of);
  return found.map((list) => list.map(({ of: _of, ...row }) => inTime(row)));
};

/** A body's receipts, the newest first; one more than asked for. */
export async function pageOfPayments(
  db: Database,
  bodyId: string,
  first: number,
  before: number | null,
): Promise<PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    ${payments} where p.body_id = ${bodyId} and (${before}::int is null or p.number < ${before}) order by p.number desc limit ${first + 1}`.execute(
    db,
  );
  return rows.map(inTime);
}

/** Which charges a payment settled, and how much of each. */
export interface SettledRow {
  paymentId: string;
  part: 'BASE' | 'EXTRA';
  periodFrom: string;
  periodUntil: string;
  currency: string;
  amount: string;
}

export const settlementsOf = async (db: Database, paymentIds: readonly string[]) => {
  const { rows } = await sql<SettledRow>`
    select s.payment_id as "paymentId", c.part, c.period_from::text as "periodFrom", c.period_until::text as "periodUntil", c.currency, sum(s.amount)::text as amount
    from dues_settlement s join dues_charge c on c.id = s.charge_id
    where s.payment_id = any (${paymentIds}::uuid[])
    group by s.payment_id, c.id having sum(s.amount) <> 0 order by c.period_from, c.part`.execute(db);
  return manyEach(paymentIds, rows, ({ paymentId }) => paymentId);
};

/** Where each cent of a payment went, as its transfer says. */
export interface PartRow {
  paymentId: string;
  kind: string;
  withBodyId: string | null;
  name: string;
  currency: string;
  amount: string;
}

export const partsOf = async (db: Database, paymentIds: readonly string[]) => {
  const { rows } = await sql<PartRow>`
    select p.id as "paymentId", a.kind, a.with_body_id as "withBodyId", a.name, e.currency, (-e.amount)::text as amount
    from dues_payment p join ledger_transfer t on t.body_id = p.body_id and t.id = p.transfer_id
    join ledger_entry e on e.body_id = t.body_id and e.number = t.number join ledger_account a on a.id = e.account_id
    where p.id = any (${paymentIds}::uuid[]) and a.kind in ('DUES_INCOME', 'PER_CAPITA_PAYABLE', 'FUND', 'MEMBER_CREDIT')
    order by e.line`.execute(db);
  return manyEach(paymentIds, rows, ({ paymentId }) => paymentId);
};

export interface CreditRow {
  membershipId: string;
  bodyId: string;
  currency: string;
  amount: string;
}

export const creditsOf = async (db: Database, membershipIds: readonly string[]) => {
  const { rows } = await sql<CreditRow>`
    select m.id as "membershipId", c.body_id as "bodyId", c.currency, sum(c.amount)::text as amount
    from membership m join membership own on own.person_id = m.person_id join dues_credit c on c.membership_id = own.id
    where m.id = any (${membershipIds}::uuid[]) group by m.id, c.body_id, c.currency having sum(c.amount) > 0 order by c.currency`.execute(
    db,
  );
  return manyEach(membershipIds, rows, ({ membershipId }) => membershipId);
};

export interface WaiverTermRow {
  id: string;
  membershipId: string;
  fromDate: string;
  untilDate: string;
  endedOn: string | null;
}

export const waiversOf = async (db: Database, membershipIds: readonly string[]) => {
  const { rows } = await sql<WaiverTermRow>`
    select id, membership_id as "membershipId", from_date::text as "fromDate", until_date::text as "untilDate", ended_on::text as "endedOn"
    from dues_waiver where membership_id = any (${membershipIds}::uuid[]) order by from_date desc`.execute(db);
  return manyEach(membershipIds, rows, ({ membershipId }) => membershipId);
};

export interface WaiverRequestRow {
  id: string;
  membershipId: string;
  words: string;
  at: Date;
}

/** The request that waits for its answer. */
export const openRequestsOf = async (db: Database, membershipIds: readonly string[]) => {
  const rows = await db
    .selectFrom('dues_waiver_request')
    .select(['id', 'membership_id as membershipId', 'words', 'at'])
    .where('membership_id', 'in', membershipIds)
    .where('answer', 'is', null)
    .execute();
  return oneEach(
    membershipIds,
    rows.map((row) => ({ ...row, at: asDate(row.at) })),
    ({ membershipId }) => membershipId,
  );
};

export const bandsOf = async (db: Database, membershipIds: readonly string[]) => {
  const rows = await db
    .selectFrom('dues_band')
    .select(['membership_id as membershipId', 'band'])
    .where('membership_id', 'in', membershipIds)
    .execute();
  return oneEach(membershipIds, rows, ({ membershipId }) => membershipId).map((row) => row?.band ?? null);
};

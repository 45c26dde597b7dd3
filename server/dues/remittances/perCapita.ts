// Per capita by head-count, where a Local Group collects without entering each payment: its members in good standing on
// the day of asking, times the share that its receiver has of the common rate of the period. Who is excused stands as good
// as who has paid and is counted alike, so the sum tells nobody who is; a group for which that is too much declines, and
// says so without naming anyone.
import { sql } from 'kysely';
import type { Database } from '../../database/database.js';
import { notFound, refuse } from '../../errors.js';
import { bookDay } from '../days.js';
import { divisionFor } from '../division.js';

export interface HeadCount {
  countedOn: string;
  periodFrom: string;
  periodUntil: string;
  members: number;
  currency: string;
  /** For one member, minor units. */
  rate: bigint;
}

export async function countHeads(db: Database, bodyId: string, toBodyId: string): Promise<HeadCount> {
  const countedOn = await bookDay(db);
  const { rows } = await sql<{
    periodFrom: string;
    periodUntil: string;
    currency: string;
    amount: string;
    members: number;
  }>`
    select date_trunc(s.period, ${countedOn}::date)::date::text as "periodFrom",
      (date_trunc(s.period, ${countedOn}::date) + ('1 ' || s.period)::interval - interval '1 day')::date::text as "periodUntil",
      s.currency, s.amount, (select count(*)::int from member_standing(b.id, ${countedOn}) where good) as members
    from body b join body f on f.kind = 'FEDERATION' join dues_schedule s on s.body_id = f.id and s.valid_from <= ${countedOn}
    where b.id = ${bodyId} and b.kind = 'LOCAL_GROUP' order by s.version desc limit 1`.execute(db);
  const [counted] = rows;
  const { receivers } = await divisionFor(db, bodyId, countedOn);
  const share = receivers.find(({ account }) => account.withBodyId === toBodyId && account.name === '')?.share;
  if (!counted || !share)
    refuse('NO_SHARE', 'By the division of dues in force that body has no share of what is paid there.', {
      rule: 'dues',
      field: 'bodyId',
    });
  const rate = (BigInt(counted.amount) * share.top) / share.bottom;
  if (counted.members === 0 || rate === 0n)
    refuse('NOTHING_TO_ASK', 'Nobody there is in good standing today, or nothing is due for anybody.', {
      rule: 'dues',
      field: 'bodyId',
    });
  return { ...counted, countedOn, rate };
}

/** What was shared payment by payment is not asked again by head. Under the lock of the group's books. */
export async function mustNotBeShared(
  db: Database,
  bodyId: string,
  toBodyId: string,
  { periodFrom, periodUntil, currency }: Pick<HeadCount, 'periodFrom' | 'periodUntil' | 'currency'>,
): Promise<void> {
  const { rows } = await sql`
    select 1 from ledger_account a join ledger_entry e on e.account_id = a.id join ledger_transfer t on t.body_id = e.body_id and t.number = e.number
    where a.body_id = ${bodyId} and a.kind = 'PER_CAPITA_PAYABLE' and a.with_body_id = ${toBodyId} and a.currency = ${currency}
      and t.kind in ('PAYMENT', 'CREDIT_USED') and t.booked_on between ${periodFrom} and ${periodUntil} limit 1`.execute(
    db,
  );
  if (rows.length > 0)
    refuse('SHARED_ALREADY', 'The shares of this period stand in the group’s books payment by payment already.', {
      rule: 'dues',
      field: 'bodyId',
    });
}

export interface PerCapita {
  id: string;
  bodyId: string;
  toBodyId: string;
  state: string;
  currency: string;
  amount: bigint;
  periodFrom: string;
  periodUntil: string;
}

export async function findPerCapita(db: Database, id: string): Promise<{ bodyId: string; toBodyId: string }> {
  const found = await db
    .selectFrom('per_capita')
    .select(['body_id as bodyId', 'to_body_id as toBodyId'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw notFound('statement');
  return found;
}

/** Loaded under its lock; one that was answered is refused. */
export async function lockAsked(db: Database, id: string): Promise<PerCapita> {
  const { amount, ...row } = await db
    .selectFrom('per_capita')
    .select(['id', 'body_id as bodyId', 'to_body_id as toBodyId', 'state', 'currency', 'amount'])
    .select([sql<string>`period_from::text`.as('periodFrom'), sql<string>`period_until::text`.as('periodUntil')])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (row.state !== 'ASKED')
    refuse('WRONG_STATE', `This statement is ${row.state.toLowerCase()} already.`, {
      rule: 'books',
      values: { state: row.state },
    });
  return { ...row, amount: BigInt(amount) };
}

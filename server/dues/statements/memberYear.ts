// What one member was charged and paid in a year: sums and receipts. What was asked no more is simply not there, so that the
// sheet of who was excused, shown to anybody, reads as that of somebody who owed nothing.
import { sql } from 'kysely';
import type { Database } from '../../database/database.js';

export interface MemberYearRow {
  membershipId: string;
  year: number;
  currency: string;
  charged: string;
  paid: string;
  givenBack: string;
  receipts: number;
}

export async function memberYear(db: Database, membershipId: string, year: number): Promise<MemberYearRow[]> {
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  const { rows } = await sql<MemberYearRow>`
    with person as (select person_id from membership where id = ${membershipId}),
    each as (
      select c.currency, c.amount - (select coalesce(sum(s.amount), 0) from dues_settlement s where s.charge_id = c.id and s.how = 'DROPPED') as charged,
        0::bigint as paid, 0::bigint as back, 0 as receipts
      from dues_charge c join person on person.person_id = c.person_id where c.due_on between ${from} and ${until}
      union all
      select p.currency, 0, p.amount, (select coalesce(sum(f.amount), 0)::bigint from dues_refund f where f.payment_id = p.id), 1
      from dues_payment p join membership m on m.id = p.membership_id join person on person.person_id = m.person_id
      where p.received_on between ${from} and ${until} and not exists (
        select 1 from ledger_transfer t join ledger_transfer r on r.body_id = t.body_id and r.reverses = t.number
        where t.body_id = p.body_id and t.id = p.transfer_id)
    )
    select ${membershipId}::uuid as "membershipId", ${year}::int as year, currency, sum(charged)::text as charged, sum(paid)::text as paid, sum(back)::text as "givenBack", sum(receipts)::int as receipts
    from each group by currency having sum(charged) <> 0 or sum(paid) <> 0 order by currency`.execute(db);
  return rows;
}

// Money between bodies and money spent: what one side sent is what the other received, and nothing was paid that was not
// authorised by a decision and approved by a second person.
import { sql } from 'kysely';
import { none, type Invariant } from './invariant.js';

export const treasuryInvariants: Invariant[] = [
  none(
    'books: remittances',
    'every remittance stands alike in the books of both sides, and what is on its way is what clearing accounts hold',
    sql`
      with booked as (
        select r.id, r.state, r.amount,
          (select sum(e.amount) from ledger_transfer t join ledger_entry e using (body_id, number) join ledger_account a on a.id = e.account_id
            where t.body_id = r.body_id and t.id = r.sent_transfer_id and a.kind = 'CLEARING' and a.with_body_id = r.to_body_id and a.currency = r.currency) as sent,
          (select sum(e.amount) from ledger_transfer t join ledger_entry e using (body_id, number) join ledger_account a on a.id = e.account_id
            where t.body_id = r.to_body_id and t.id = r.received_transfer_id and a.kind in ('CASH', 'BANK') and a.currency = r.currency) as received,
          (select -sum(e.amount) from ledger_transfer t join ledger_entry e using (body_id, number) join ledger_account a on a.id = e.account_id
            where t.body_id = r.to_body_id and t.id = r.received_transfer_id and a.kind in ('PER_CAPITA_INCOME', 'PER_CAPITA_RECEIVABLE') and a.with_body_id = r.body_id) as income,
          (select sum(e.amount) from ledger_transfer t join ledger_entry e using (body_id, number) join ledger_account a on a.id = e.account_id
            where t.body_id = r.body_id and t.id = r.settled_transfer_id and a.kind = 'PER_CAPITA_PAYABLE' and a.with_body_id = r.to_body_id) as settled,
          exists (select 1 from ledger_transfer back join ledger_transfer t on t.body_id = back.body_id and t.number = back.reverses
            where back.body_id = r.body_id and back.id = r.back_transfer_id and t.id = r.sent_transfer_id) as undone,
          r.settled_transfer_id
        from remittance r
      )
      select 'remittance ' || id || ' of ' || amount || ' is booked as ' || coalesce(sent, 0) || ' sent, ' || coalesce(received, 0) || ' received' as fault
        from booked where sent is distinct from amount or (state = 'RECEIVED' and (received is distinct from amount or income is distinct from amount))
          or (settled_transfer_id is not null and settled is distinct from amount) or (state = 'WITHDRAWN') <> undone
      union all
      select 'remittance ' || r.id || ' is ' || r.state || ' and its last event is ' || coalesce(e.state, 'none')
        from remittance r left join lateral (select state from remittance_event where remittance_id = r.id order by number desc limit 1) e on true
        where e.state is distinct from r.state
      union all
      select 'body ' || coalesce(a.body_id, w.body_id) || ' has ' || coalesce(a.balance, 0) || ' on its way, its remittances make ' || coalesce(w.amount, 0)
        from (select * from ledger_account where kind = 'CLEARING') a
        full join (select body_id, to_body_id, currency, sum(amount) as amount from remittance where state <> 'WITHDRAWN' and settled_transfer_id is null group by 1, 2, 3) w
          on (w.body_id, w.to_body_id, w.currency) = (a.body_id, a.with_body_id, a.currency)
        where coalesce(a.balance, 0) <> coalesce(w.amount, 0)`,
  ),
  none(
    'books: per capita',
    'what was agreed by head-count is owed on one side and asked on the other',
    sql`
      select 'statement ' || p.id || ' of ' || p.amount || ' is not booked as agreed' as fault from per_capita p
      where p.state = 'AGREED' and (p.amount is distinct from (
          select -sum(e.amount) from ledger_transfer t join ledger_entry e using (body_id, number) join ledger_account a on a.id = e.account_id
          where t.body_id = p.body_id and t.id = p.owed_transfer_id and a.kind = 'PER_CAPITA_PAYABLE' and a.with_body_id = p.to_body_id)
        or (p.asked_transfer_id is not null and p.amount is distinct from (
          select sum(e.amount) from ledger_transfer t join ledger_entry e using (body_id, number) join ledger_account a on a.id = e.account_id
          where t.body_id = p.to_body_id and t.id = p.asked_transfer_id and a.kind = 'PER_CAPITA_RECEIVABLE' and a.with_body_id = p.body_id)))`,
  ),
  none(
    'books: spending',
    'all that was spent was authorised by a carried motion, in time, up to its sum, and approved by a second person',
    sql`
      select 'authority ' || a.id || ' over ' || a.amount || ' has ' || sum(s.amount) || ' spent under it' as fault
        from spending_authority a join spending s on s.authority_id = a.id and s.state = 'APPROVED' group by a.id having sum(s.amount) > a.amount
      union all
      select 'spending ' || s.id || ' was not authorised' from spending s left join spending_authority a on a.id = s.authority_id
        left join proposal p on p.id = a.proposal_id and p.state = 'CARRIED' and p.kind = 'AUTHORISE_SPENDING' and p.body_id = s.body_id
        where s.state = 'APPROVED' and (p.id is null or s.paid_on > a.until_date or s.fund is distinct from a.fund or s.currency <> a.currency)
      union all
      select 'spending ' || id || ' was approved by its author' from spending where state = 'APPROVED' and decided_by_id = author_id
      union all
      select 'spending ' || s.id || ' of ' || s.amount || ' is booked as ' || coalesce(b.sum, 0) from spending s
        left join lateral (select -sum(e.amount) as sum from ledger_transfer t join ledger_entry e using (body_id, number) join ledger_account a on a.id = e.account_id
          where t.body_id = s.body_id and t.id = s.transfer_id and a.kind = s.paid_from) b on true
        where s.state = 'APPROVED' and b.sum is distinct from s.amount
      union all
      select 'transfer ' || t.number || ' of body ' || t.body_id || ' pays what nobody approved' from ledger_transfer t
        where t.kind = 'SPENDING' and not exists (select 1 from spending s where s.body_id = t.body_id and s.transfer_id = t.id)
      union all
      select 'the fund ' || name || ' of body ' || body_id || ' is at ' || -balance from ledger_account where kind = 'FUND' and balance > 0`,
  ),
  none(
    'books: signatures',
    'a signed period is closed, and its sums are still those that were signed',
    sql`
      select 'period ' || p.id || ' is signed and not closed' as fault from book_period p join period_account a on a.period_id = p.id
        where a.signed_at is not null and p.closed_at is null
      union all
      select 'the sums of period ' || p.id || ' are not those that were signed' from book_period p join period_account a on a.period_id = p.id
        cross join lateral jsonb_to_recordset(a.sums) as said ("accountId" uuid, closing text)
        left join period_sums(p.body_id, p.from_date, p.until_date) now on now.account_id = said."accountId"
        where a.signed_at is not null and said.closing is distinct from now.closing::text`,
  ),
];

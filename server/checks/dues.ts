// Dues: charges are what was decided, once for each person and period; what settles them is in the books; every payment
// went where the division says, to the cent; and standing follows from all that.
import { sql } from 'kysely';
import { none, type Invariant } from './invariant.js';

export const duesInvariants: Invariant[] = [
  none(
    'dues: decisions',
    'schedules and divisions are numbered without gaps and follow from carried motions',
    sql`
      with version as (
        select 'schedule' as what, body_id, version, proposal_id, 'SET_DUES' as kind from dues_schedule
        union all
        select 'division', body_id, version, proposal_id, 'SET_SPLIT' from dues_split
      )
      select v.what || ' ' || v.version || ' of body ' || v.body_id || ' follows from no carried motion' as fault
        from version v left join proposal p on p.id = v.proposal_id and p.state = 'CARRIED' and p.kind = v.kind and p.body_id = v.body_id
        where (v.version > 1 or v.proposal_id is not null) and p.id is null
      union all
      select 'the ' || what || 's of body ' || body_id || ' leave out a version' from version group by what, body_id having max(version) <> count(*)`,
  ),
  none(
    'dues: charges',
    'every charge is what its schedule asks of its member, as the transfer that raised it vouches',
    sql`
      select 'charge ' || c.id || ' is ' || c.amount || ', its schedule asks ' || cost.amount as fault
        from dues_charge c join dues_schedule s on s.id = c.schedule_id join membership m on m.id = c.membership_id
        cross join lateral (select dues_for(s, c.band, c.period_from, greatest(m.joined_on, m.dues_brought_until + 1)) as amount) cost
        where c.amount <> cost.amount or c.currency <> s.currency or c.period_from < s.valid_from
      union all
      select 'the charges of transfer ' || t.number || ' of body ' || t.body_id || ' are not those it was posted for'
        from ledger_transfer t where t.kind = 'CHARGES'
          and t.digest is distinct from charges_digest(array(select c from dues_charge c where c.raised_in = t.body_id and c.transfer_id = t.id))
      union all
      select 'charge ' || c.id || ' is settled by ' || c.settled || ', its settlements make ' || coalesce(sum(s.amount), 0)
        from dues_charge c left join dues_settlement s on s.charge_id = c.id group by c.id having c.settled <> coalesce(sum(s.amount), 0)`,
  ),
  none(
    'dues: receivable',
    'what each body’s books ask of members is what is open of the charges in them',
    sql`
      with open as (select body_id, currency, sum(amount - settled) as sum from dues_charge where body_id is not null group by body_id, currency),
        asked as (select body_id, currency, sum(balance) filter (where kind = 'DUES_RECEIVABLE') as receivable, sum(balance) as both
          from ledger_account where kind in ('DUES_RECEIVABLE', 'DUES_CHARGED') group by body_id, currency)
      select 'the books of body ' || coalesce(o.body_id, a.body_id) || ' ask ' || coalesce(a.receivable, 0) || ' ' || coalesce(o.currency, a.currency) || ', open is ' || coalesce(o.sum, 0) as fault
        from open o full join asked a on a.body_id = o.body_id and a.currency = o.currency
        where coalesce(o.sum, 0) <> coalesce(a.receivable, 0) or coalesce(a.both, 0) <> 0`,
  ),
  none(
    'dues: shares',
    'of every payment the shares and what stayed sum to what it settled, and with the credit to what came',
    sql`
      with moved as (
        select t.body_id, t.id, t.number, t.kind,
          coalesce(sum(e.amount) filter (where a.kind in ('CASH', 'BANK', 'CARD')), 0) as money,
          coalesce(-sum(e.amount) filter (where a.kind in ('DUES_INCOME', 'PER_CAPITA_PAYABLE', 'FUND')), 0) as shares,
          coalesce(-sum(e.amount) filter (where a.kind = 'MEMBER_CREDIT'), 0) as credit
        from ledger_transfer t join ledger_entry e using (body_id, number) join ledger_account a on a.id = e.account_id
        where t.kind in ('PAYMENT', 'CREDIT_USED', 'REFUND') group by t.body_id, t.id, t.number, t.kind
      )
      select 'transfer ' || m.number || ' of body ' || m.body_id || ' divides ' || m.shares || ', it settled ' || coalesce(s.sum, 0) || '; credit ' || m.credit || ', kept ' || coalesce(c.sum, 0) || '; money ' || m.money as fault
        from moved m
        left join lateral (select sum(amount) as sum from dues_settlement s where s.body_id = m.body_id and s.transfer_id = m.id) s on true
        left join lateral (select sum(amount) as sum from dues_credit c where c.body_id = m.body_id and c.transfer_id = m.id) c on true
        where m.shares <> coalesce(s.sum, 0) or m.credit <> coalesce(c.sum, 0) or m.money <> m.shares + m.credit
      union all
      select 'payment ' || p.number || ' of body ' || p.body_id || ' is not what its transfer booked' from dues_payment p
        left join moved m on m.body_id = p.body_id and m.id = p.transfer_id where p.amount is distinct from m.money`,
  ),
  none(
    'dues: receipts',
    'the receipts of each body are numbered without a gap, and its members’ credit is what its books owe them',
    sql`
      select 'the receipts of body ' || body_id || ' leave out a number' as fault from dues_payment group by body_id having max(number) <> count(*)
      union all
      select 'body ' || coalesce(c.body_id, a.body_id) || ' owes members ' || coalesce(-a.balance, 0) || ' ' || coalesce(c.currency, a.currency) || ', their credit is ' || coalesce(c.sum, 0)
        from (select body_id, currency, sum(amount) as sum from dues_credit group by body_id, currency) c
        full join (select body_id, currency, balance from ledger_account where kind = 'MEMBER_CREDIT') a on a.body_id = c.body_id and a.currency = c.currency
        where coalesce(c.sum, 0) <> coalesce(-a.balance, 0)
      union all
      select 'the credit of membership ' || membership_id || ' is below zero' from dues_credit group by membership_id, body_id, currency having sum(amount) < 0`,
  ),
  none(
    'dues: standing',
    'until when each member’s dues are settled follows from their charges',
    sql`
      select 'membership ' || m.id || ' is said to be settled until ' || coalesce(m.dues_paid_until::text, 'never') as fault
        from membership m join (
          select person_id, min(due_on) filter (where settled < amount) as first_due, max(period_until) as last_day from dues_charge group by person_id
        ) c on c.person_id = m.person_id
        where m.dues_paid_until is distinct from
          case when c.first_due is null then greatest(m.dues_brought_until, c.last_day) else least(m.dues_brought_until, c.first_due - 1) end`,
  ),
];

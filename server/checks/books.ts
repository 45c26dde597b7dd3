// The books of every body: each transfer balances, each chain holds, and every balance is what its entries make.
import { sql } from 'kysely';
import { none, type Invariant } from './invariant.js';

export const bookInvariants: Invariant[] = [
  none(
    'books: transfers',
    'every transfer has its entries, on accounts of its own body, and they sum to zero in every currency',
    sql`
      select 'transfer ' || t.number || ' of body ' || t.body_id || ' has ' || count(e.line) || ' entries of ' || t.lines as fault
        from ledger_transfer t left join ledger_entry e using (body_id, number) group by t.body_id, t.number having count(e.line) <> t.lines
      union all
      select 'transfer ' || number || ' of body ' || body_id || ' sums to ' || sum(amount) || ' ' || currency from ledger_entry
        group by body_id, number, currency having sum(amount) <> 0
      union all
      select 'transfer ' || e.number || ' of body ' || e.body_id || ' has an entry on account ' || e.account_id || ', which is not its body’s or not in its currency'
        from ledger_entry e left join ledger_account a on a.id = e.account_id and a.body_id = e.body_id and a.currency = e.currency where a.id is null`,
  ),
  none(
    'books: chains',
    'the transfers of each body are numbered without a gap, each under a hash of its text and of the one before it',
    sql`
      with linked as (
        select t.*, lag(number, 1, 0::bigint) over w as number_before, lag(hash, 1, decode(repeat('00', 32), 'hex')) over w as hash_before
        from ledger_transfer t window w as (partition by body_id order by number)
      )
      select 'transfer ' || number || ' of body ' || body_id || ' follows transfer ' || number_before as fault from linked where number <> number_before + 1
      union all
      select 'transfer ' || number || ' of body ' || body_id || ' does not hold the hash of the one before it' from linked where prev_hash <> hash_before
      union all
      select 'the hash of transfer ' || t.number || ' of body ' || t.body_id || ' is not that of its text' from ledger_transfer t
        where t.hash <> ledger_hash(t, ledger_entries_text(t.body_id, t.number))
      union all
      select 'the chain of body ' || c.body_id || ' ends at ' || c.number || ', its last transfer is ' || coalesce(last.number, 0) from ledger_chain c
        left join lateral (select number, hash from ledger_transfer t where t.body_id = c.body_id order by number desc limit 1) last on true
        where c.number <> coalesce(last.number, 0) or (last.hash is not null and c.hash <> last.hash)`,
  ),
  none(
    'books: balances',
    'every balance is the sum of its account’s entries, and no cash or bank account is below zero',
    sql`
      select 'account ' || a.id || ' of body ' || a.body_id || ' says ' || a.balance || ', its entries make ' || coalesce(e.sum, 0) as fault
        from ledger_account a left join (select account_id, sum(amount) as sum from ledger_entry group by account_id) e on e.account_id = a.id
        where a.balance <> coalesce(e.sum, 0)
      union all
      select 'account ' || id || ' of body ' || body_id || ' is at ' || balance from ledger_account where kind in ('CASH', 'BANK') and balance < 0`,
  ),
  none(
    'books: reversals',
    'what was reversed was reversed once and whole',
    sql`
      select 'transfer ' || t.number || ' of body ' || t.body_id || ' does not undo transfer ' || t.reverses as fault
        from ledger_transfer t join ledger_entry e on e.body_id = t.body_id and e.number in (t.number, t.reverses)
        where t.reverses is not null group by t.body_id, t.number, t.reverses, e.account_id having sum(e.amount) <> 0`,
  ),
  none(
    'books: periods',
    'nothing was booked in a closed period after its closing',
    sql`
      select 'transfer ' || t.number || ' of body ' || t.body_id || ' was booked in a period that was closed' as fault
        from ledger_transfer t join book_period p on p.body_id = t.body_id and t.booked_on between p.from_date and p.until_date
        where p.closed_at < t.posted_at`,
  ),
  none(
    'books: history',
    'the public history holds the hash of every transfer of dues',
    sql`
      select 'transfer ' || t.number || ' of body ' || t.body_id || ' is not in the history' as fault from ledger_transfer t
        where t.kind in ('CHARGES', 'CHARGES_DROPPED', 'CHARGE_LEFT', 'CHARGE_CAME', 'PAYMENT', 'CREDIT_USED', 'REFUND')
          and not exists (select 1 from history_record r where r.type = 'deed' and r.body ->> 'name' = 'keepBooks' and r.body ->> 'digest' = encode(t.hash, 'hex'))`,
  ),
];

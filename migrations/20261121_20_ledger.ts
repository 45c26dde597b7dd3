// Why: whoever pays must be able to see where each cent went, and nobody may be able to move one silently. So money is
// kept by double entry: a body's transfers are numbered without gaps, each holds the hash of the one before it, the
// entries of each sum to zero, and what was written stays. A mistake is put right by a transfer that reverses it.
import { Migration } from '@mikro-orm/migrations';

export class Ledger extends Migration {
  override up(): void {
    this.addSql(`
      -- Amounts are whole minor units (cents); debit is above zero, credit below. The balance is the sum of the
      -- account's entries, kept as they are written and touched by nothing else.
      create table ledger_account (
        id uuid primary key,
        body_id uuid not null references body,
        kind text not null check (kind in ('CASH', 'BANK', 'CARD', 'DUES_RECEIVABLE', 'DUES_CHARGED', 'DUES_INCOME', 'MEMBER_CREDIT',
          'PER_CAPITA_PAYABLE', 'PER_CAPITA_RECEIVABLE', 'PER_CAPITA_INCOME', 'FUND', 'INCOME', 'EXPENSE', 'FEES', 'CLEARING', 'OPENING')),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        with_body_id uuid references body check (with_body_id <> body_id),
        name text not null default '' check (length(name) <= 80 and name !~ '[[:cntrl:]]' and name = btrim(name)),
        balance bigint not null default 0,
        unique nulls not distinct (body_id, kind, currency, with_body_id, name),
        unique (id, body_id, currency),
        constraint account_says_with_whom check (case
          when kind in ('PER_CAPITA_PAYABLE', 'PER_CAPITA_RECEIVABLE', 'CLEARING') then with_body_id is not null
          when kind = 'PER_CAPITA_INCOME' then true
          else with_body_id is null end),
        constraint account_says_what_for check (kind not in ('FUND', 'INCOME', 'EXPENSE') or name <> ''),
        constraint no_money_below_zero check (kind not in ('CASH', 'BANK') or balance >= 0)
      );

      -- The end of each body's chain: what the next transfer follows. Whoever posts locks this row, and so does
      -- whoever closes a period, so that both see the other.
      create table ledger_chain (
        body_id uuid primary key references body,
        number bigint not null default 0 check (number >= 0),
        hash bytea not null default decode(repeat('00', 32), 'hex') check (length(hash) = 32)
      );

      create table ledger_transfer (
        body_id uuid not null references body,
        number bigint not null check (number >= 1),
        id uuid not null,
        kind text not null check (kind ~ '^[A-Z][A-Z_]{1,30}$'),
        -- The day it belongs to in the books, and the moment it was written into them.
        booked_on date not null,
        posted_at timestamptz not null,
        memo text not null default '' check (length(memo) <= 500 and memo !~ '[[:cntrl:]]'),
        -- What it books, in a table of its own: a payment, a remittance. Its digest fixes what stands there.
        source_id uuid,
        digest bytea check (length(digest) = 32),
        reverses bigint,
        by_person_id uuid references person,
        lines int not null check (lines between 2 and 1000),
        prev_hash bytea not null check (length(prev_hash) = 32),
        hash bytea not null check (length(hash) = 32),
        primary key (body_id, number),
        unique (body_id, id),
        unique (body_id, reverses),
        foreign key (body_id, reverses) references ledger_transfer (body_id, number)
      );
      create index ledger_transfer_source on ledger_transfer (source_id) where source_id is not null;

      create table ledger_entry (
        body_id uuid not null,
        number bigint not null,
        line int not null check (line >= 1),
        account_id uuid not null,
        currency text not null,
        amount bigint not null check (amount <> 0 and amount between -1000000000000000 and 1000000000000000),
        primary key (body_id, number, line),
        foreign key (body_id, number) references ledger_transfer (body_id, number),
        foreign key (account_id, body_id, currency) references ledger_account (id, body_id, currency)
      );
      create index ledger_entry_account on ledger_entry (account_id, number);

      -- A stretch of days that is closed once and for good; its transfers are then as they were when it was signed.
      create table book_period (
        id uuid primary key,
        body_id uuid not null references body,
        from_date date not null,
        until_date date not null check (until_date >= from_date),
        closed_at timestamptz,
        unique (body_id, from_date)
      );

      create function ledger_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'the books only grow: a mistake is put right by a transfer that reverses it' using errcode = 'MD040';
      end $$;

      -- The text a transfer's hash is taken of: anyone with the rows can write it and hash it again.
      create function ledger_hash(t ledger_transfer, entries text) returns bytea language sql stable as $$
        select sha256(convert_to(concat_ws(E'\\n', 'mandate-ledger-v1', encode(t.prev_hash, 'hex'), t.body_id, t.number, t.id, t.kind, to_char(t.booked_on, 'YYYY-MM-DD'),
          to_char(t.posted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), t.memo, coalesce(t.source_id::text, '-'),
          coalesce(encode(t.digest, 'hex'), '-'), coalesce(t.reverses::text, '-'), coalesce(t.by_person_id::text, '-'), entries) || E'\\n', 'utf8'))
      $$;

      create function ledger_entries_text(of_body uuid, of_number bigint) returns text language sql stable as $$
        select string_agg(account_id || ' ' || currency || ' ' || amount, E'\\n' order by line)
        from ledger_entry where body_id = of_body and number = of_number
      $$;

      create function ledger_head(of_body uuid) returns ledger_chain language plpgsql as $$
      declare head ledger_chain;
      begin
        select * into head from ledger_chain where body_id = of_body for no key update;
        if not found then
          insert into ledger_chain (body_id) values (of_body) on conflict do nothing;
          select * into head from ledger_chain where body_id = of_body for no key update;
        end if;
        return head;
      end $$;

      create function transfer_follows() returns trigger language plpgsql as $$
      declare head ledger_chain := ledger_head(new.body_id);
      begin
        if new.number <> head.number + 1 or new.prev_hash <> head.hash then
          raise exception 'transfer % of body % does not follow the last one', new.number, new.body_id using errcode = 'MD041';
        end if;
        if new.booked_on > clock_timestamp()::date then
          raise exception 'nothing is booked on a day that has not come' using errcode = 'MD042';
        end if;
        if exists (select 1 from book_period where body_id = new.body_id and closed_at is not null and new.booked_on between from_date and until_date) then
          raise exception 'the period of % is closed', new.booked_on using errcode = 'MD043';
        end if;
        if exists (select 1 from ledger_transfer where body_id = new.body_id and number = new.reverses and reverses is not null) then
          raise exception 'a reversal is not reversed: what is right is booked anew' using errcode = 'MD044';
        end if;
        if exists (select 1 from ledger_transfer where body_id = new.body_id and reverses = new.reverses) then
          raise exception 'transfer % of body % was reversed before', new.reverses, new.body_id using errcode = 'MD044';
        end if;
        update ledger_chain set number = new.number, hash = new.hash where body_id = new.body_id;
        return new;
      end $$;
      create trigger transfer_follows before insert on ledger_transfer for each row execute function transfer_follows();

      create function transfer_has_entries() returns trigger language plpgsql as $$
      begin
        if not exists (select 1 from ledger_entry where body_id = new.body_id and number = new.number) then
          raise exception 'transfer % of body % has no entries', new.number, new.body_id using errcode = 'MD045';
        end if;
        return null;
      end $$;
      create constraint trigger transfer_has_entries after insert on ledger_transfer
        deferrable initially deferred for each row execute function transfer_has_entries();

      -- The entries of a transfer come in one statement, all of them: none is added later.
      create function entries_balance() returns trigger language plpgsql as $$
      begin
        if exists (
          select 1 from (select body_id, number, currency, sum(amount) as sum from added group by body_id, number, currency) s where s.sum <> 0
        ) then
          raise exception 'the entries of a transfer sum to zero in every currency' using errcode = 'MD045';
        end if;
        if exists (
          select 1 from (select distinct body_id, number from added) a join ledger_transfer t using (body_id, number)
          where t.lines <> (select count(*) from ledger_entry e where e.body_id = t.body_id and e.number = t.number)
            or t.hash <> ledger_hash(t, ledger_entries_text(t.body_id, t.number))
        ) then
          raise exception 'a transfer has the entries its hash was taken of' using errcode = 'MD041';
        end if;
        if exists (
          select 1 from (select distinct body_id, number from added) a join ledger_transfer t using (body_id, number)
          where t.reverses is not null and exists (
            select 1 from (
              select account_id, amount from ledger_entry e where e.body_id = t.body_id and e.number in (t.number, t.reverses)
            ) undone group by account_id having sum(amount) <> 0)
        ) then
          raise exception 'a reversal undoes each entry of what it reverses' using errcode = 'MD044';
        end if;
        if exists (
          select 1 from (select account_id, sum(amount) as change from added group by account_id) c join ledger_account a on a.id = c.account_id
          where a.kind in ('CASH', 'BANK') and a.balance + c.change < 0
        ) then
          raise exception 'there is not so much money in the account' using errcode = 'MD046';
        end if;
        update ledger_account a set balance = a.balance + c.change
          from (select account_id, sum(amount) as change from added group by account_id) c where a.id = c.account_id and c.change <> 0;
        return null;
      end $$;
      create trigger entries_balance after insert on ledger_entry
        referencing new table as added for each statement execute function entries_balance();

      -- Only what writes the entries moves a balance, and only a transfer moves the end of its chain.
      create function account_is_kept() returns trigger language plpgsql as $$
      begin
        if pg_trigger_depth() > 1 and (to_jsonb(new) - 'balance') = (to_jsonb(old) - 'balance') then return new; end if;
        raise exception 'an account stays as it was opened, and entries alone move its balance' using errcode = 'MD040';
      end $$;
      create trigger account_is_kept before update on ledger_account for each row execute function account_is_kept();
      create function account_begins_empty() returns trigger language plpgsql as $$
      begin
        if new.balance = 0 then return new; end if;
        raise exception 'an account begins with nothing in it' using errcode = 'MD040';
      end $$;
      create trigger account_begins_empty before insert on ledger_account for each row execute function account_begins_empty();
      create function chain_is_kept() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.number = 0 and new.hash = decode(repeat('00', 32), 'hex') then return new; end if;
        elsif pg_trigger_depth() > 1 then
          return new;
        end if;
        raise exception 'a chain grows by its transfers alone' using errcode = 'MD040';
      end $$;
      create trigger chain_is_kept before insert or update on ledger_chain for each row execute function chain_is_kept();

      create function period_is_closed_once() returns trigger language plpgsql as $$
      begin
        -- After whoever posts in this moment, and before whoever posts next.
        perform ledger_head(new.body_id);
        if tg_op = 'UPDATE' and (old.closed_at is not null or (new.body_id, new.from_date, new.until_date) is distinct from (old.body_id, old.from_date, old.until_date)) then
          raise exception 'a period keeps its days, and once closed it stays closed' using errcode = 'MD047';
        end if;
        if tg_op = 'INSERT' and exists (
          select 1 from book_period p where p.body_id = new.body_id and p.id <> new.id and p.from_date <= new.until_date and p.until_date >= new.from_date
        ) then
          raise exception 'the periods of a body do not overlap' using errcode = 'MD047';
        end if;
        return new;
      end $$;
      create trigger period_is_closed_once before insert or update on book_period for each row execute function period_is_closed_once();

      -- The account of this kind, opened if it is not there yet.
      create function open_account(of_body uuid, of_kind text, of_currency text, with_body uuid default null, of_name text default '')
        returns uuid language plpgsql as $$
      declare found_id uuid;
      begin
        for turn in 1..2 loop
          select id into found_id from ledger_account
            where body_id = of_body and kind = of_kind and currency = of_currency and with_body_id is not distinct from with_body and name = of_name;
          if found then return found_id; end if;
          insert into ledger_account (id, body_id, kind, currency, with_body_id, name)
            values (gen_random_uuid(), of_body, of_kind, of_currency, with_body, of_name) on conflict do nothing;
        end loop;
        raise exception 'the account could not be opened' using errcode = 'MD040';
      end $$;

      -- The one way into the books. The caller makes the id and keeps it: posted again under its id, a transfer is
      -- answered with the number it has, and something else under that id is refused.
      create function post_transfer(of_body uuid, of_id uuid, of_kind text, on_day date, accounts uuid[], amounts bigint[],
        of_memo text default '', of_source uuid default null, of_digest bytea default null, to_reverse bigint default null, by_person uuid default null)
        returns ledger_transfer language plpgsql as $$
      declare
        head ledger_chain := ledger_head(of_body);
        known ledger_transfer;
        made ledger_transfer;
        entries text;
      begin
        select string_agg(a.id || ' ' || a.currency || ' ' || e.amount, E'\\n' order by e.line) into entries
          from unnest(accounts, amounts) with ordinality as e (account_id, amount, line) join ledger_account a on a.id = e.account_id and a.body_id = of_body;
        select * into known from ledger_transfer where body_id = of_body and id = of_id;
        if found then
          if (known.kind, known.booked_on, known.memo, known.source_id, known.digest, known.reverses) is not distinct from
              (of_kind, on_day, of_memo, of_source, of_digest, to_reverse) and ledger_entries_text(of_body, known.number) = entries then
            return known;
          end if;
          raise exception 'transfer % was posted before and says something else', of_id using errcode = 'MD048';
        end if;
        made := (of_body, head.number + 1, of_id, of_kind, on_day, clock_timestamp(), of_memo, of_source, of_digest, to_reverse, by_person,
          coalesce(cardinality(accounts), 0), head.hash, head.hash);
        made.hash := ledger_hash(made, entries);
        insert into ledger_transfer select made.*;
        insert into ledger_entry (body_id, number, line, account_id, currency, amount)
          select of_body, made.number, e.line, e.account_id, coalesce(a.currency, ''), e.amount
          from unnest(accounts, amounts) with ordinality as e (account_id, amount, line)
          left join ledger_account a on a.id = e.account_id and a.body_id = of_body;
        return made;
      end $$;

      -- The same entries with the other sign, pointing at what they undo.
      create function reverse_transfer(of_body uuid, of_id uuid, of_number bigint, on_day date, of_memo text default '', by_person uuid default null)
        returns ledger_transfer language sql as $$
        select post_transfer(of_body, of_id, 'REVERSAL', on_day, array_agg(e.account_id order by e.line), array_agg(-e.amount order by e.line),
          of_memo, t.source_id, null, of_number, by_person)
        from ledger_transfer t join ledger_entry e using (body_id, number)
        where t.body_id = of_body and t.number = of_number
        group by t.source_id
      $$;
    `);
    for (const table of ['ledger_transfer', 'ledger_entry'])
      this.addSql(
        `create trigger ${table}_append_only before update or delete on ${table} for each row execute function ledger_is_kept();`,
      );
    for (const table of ['ledger_account', 'ledger_chain', 'book_period'])
      this.addSql(
        `create trigger ${table}_not_deleted before delete on ${table} for each row execute function ledger_is_kept();`,
      );
    for (const table of ['ledger_account', 'ledger_chain', 'ledger_transfer', 'ledger_entry', 'book_period'])
      this.addSql(
        `create trigger ${table}_never_emptied before truncate on ${table} for each statement execute function ledger_is_kept();`,
      );
  }
}

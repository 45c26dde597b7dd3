// Why: members pay dues by a rate and a division that were decided, once for each period, whatever is restarted and
// wherever they move; their vote follows from it by rule; and who cannot pay is excused without a mark.
import { Migration } from '@mikro-orm/migrations';

export class Dues extends Migration {
  override up(): void {
    this.addSql(`
      -- The API says which kinds of motion there are; here a kind is a word, so that a new kind rewrites no constraint.
      alter table proposal drop constraint proposal_kind_check;
      alter table proposal add constraint proposal_kind_check check (kind ~ '^[A-Z][A-Z_]{1,30}$');

      -- What a period costs, from a day on. The Federation's is what everybody owes; a Local Group's own comes on top and
      -- stays with it. Bands are rates that members choose for themselves; 0 ends what was asked before.
      create table dues_schedule (
        id uuid primary key,
        body_id uuid not null references body,
        version int not null check (version >= 1),
        valid_from date not null check (extract(day from valid_from) = 1),
        laid_down_on date not null,
        period text not null check (period in ('MONTH', 'YEAR')),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        amount bigint not null check (amount between 0 and 1000000000000),
        bands jsonb not null default '[]' check (jsonb_typeof(bands) = 'array'),
        part_period text not null check (part_period in ('WHOLE', 'MONTHS', 'NEXT')),
        proposal_id uuid references proposal,
        unique (body_id, version),
        check (version = 1 or proposal_id is not null),
        check (period = 'MONTH' or extract(month from valid_from) = 1)
      );
      create unique index dues_schedule_once_a_decision on dues_schedule (proposal_id) where proposal_id is not null;

      -- How what everybody owes is divided, as exact fractions; what is left over stays with the group that was paid.
      create table dues_split (
        id uuid primary key,
        body_id uuid not null references body,
        version int not null check (version >= 1),
        valid_from date not null,
        shares jsonb not null check (jsonb_typeof(shares) = 'array'),
        proposal_id uuid references proposal,
        unique (body_id, version),
        check (version = 1 or proposal_id is not null)
      );
      create unique index dues_split_once_a_decision on dues_split (proposal_id) where proposal_id is not null;

      create trigger dues_schedule_follows_a_decision before insert on dues_schedule
        for each row execute function follows_a_decision('SET_DUES');
      create trigger dues_split_follows_a_decision before insert on dues_split
        for each row execute function follows_a_decision('SET_SPLIT');
      create function dues_are_set_by_the_right_body() returns trigger language plpgsql as $$
      declare of_kind text := (select kind from body where id = new.body_id);
      begin
        if of_kind = 'REGION' or (tg_table_name = 'dues_split' and of_kind <> 'FEDERATION') then
          raise exception 'dues are set by the Federation, and divided by it; a Local Group adds its own' using errcode = 'MD009';
        end if;
        if of_kind = 'LOCAL_GROUP' and new.proposal_id is null then
          raise exception 'a Local Group adds its own dues by a carried motion' using errcode = 'MD009';
        end if;
        return new;
      end $$;
      create trigger dues_schedule_of_the_right_body before insert on dues_schedule for each row execute function dues_are_set_by_the_right_body();
      create trigger dues_split_of_the_right_body before insert on dues_split for each row execute function dues_are_set_by_the_right_body();

      -- The band a member has chosen: for charges to come.
      create table dues_band (
        membership_id uuid primary key references membership,
        band text not null check (band ~ '^[A-Z][A-Z0-9_]{0,30}$'),
        declared_at timestamptz not null default now()
      );

      -- What a person owes for a period: BASE set by the Federation, EXTRA by the Local Group. Once a period, whoever runs
      -- the work and however often, and whichever group they belong to by then. It stands in the books of 'body_id' (of none
      -- while it follows its member from one group to another) and is settled by what the table after it adds.
      create table dues_charge (
        id uuid primary key,
        membership_id uuid not null,
        person_id uuid not null,
        part text not null check (part in ('BASE', 'EXTRA')),
        period_from date not null,
        period_until date not null,
        schedule_id uuid not null references dues_schedule,
        band text,
        due_on date not null,
        currency text not null,
        amount bigint not null check (amount > 0),
        settled bigint not null default 0 check (settled between 0 and amount),
        raised_in uuid not null,
        transfer_id uuid not null,
        body_id uuid references body,
        unique (person_id, part, period_from),
        foreign key (membership_id, person_id) references membership (id, person_id),
        foreign key (raised_in, transfer_id) references ledger_transfer (body_id, id),
        check (period_until > period_from),
        check (due_on >= period_from)
      );
      create index dues_charge_open on dues_charge (body_id, due_on) where settled < amount;
      create index dues_charge_transfer on dues_charge (raised_in, transfer_id);

      -- Money that came, under the next number of the body's receipts; 'paper_number' is the one in a receipt book of paper.
      create table dues_payment (
        id uuid primary key,
        body_id uuid not null references body,
        number int not null check (number >= 1),
        membership_id uuid not null references membership,
        method text not null check (method in ('CASH', 'CHEQUE', 'TRANSFER', 'CARD')),
        currency text not null,
        amount bigint not null check (amount > 0),
        received_on date not null,
        reference text not null default '' check (length(reference) <= 140 and reference !~ '[[:cntrl:]]'),
        paper_number text check (length(paper_number) between 1 and 40 and paper_number !~ '[[:cntrl:]]'),
        transfer_id uuid not null,
        by_person_id uuid references person,
        at timestamptz not null default clock_timestamp(),
        unique (body_id, number),
        unique (body_id, paper_number),
        unique (body_id, transfer_id),
        foreign key (body_id, transfer_id) references ledger_transfer (body_id, id)
      );
      create index dues_payment_of on dues_payment (membership_id, received_on);

      -- Money given back of a payment.
      create table dues_refund (
        id uuid primary key,
        payment_id uuid not null references dues_payment,
        body_id uuid not null,
        method text not null check (method in ('CASH', 'TRANSFER', 'CARD')),
        amount bigint not null check (amount > 0),
        given_on date not null,
        transfer_id uuid not null,
        by_person_id uuid references person,
        at timestamptz not null default clock_timestamp(),
        foreign key (body_id, transfer_id) references ledger_transfer (body_id, id)
      );
      create index dues_refund_of on dues_refund (payment_id);

      -- What settles a charge, or opens it again (below zero): a payment, credit, or that it is asked no more.
      create table dues_settlement (
        id uuid primary key,
        charge_id uuid not null references dues_charge,
        how text not null check (how in ('PAYMENT', 'CREDIT', 'DROPPED', 'REVERSAL', 'REFUND')),
        amount bigint not null check (amount <> 0),
        payment_id uuid references dues_payment,
        split_id uuid references dues_split,
        body_id uuid not null,
        transfer_id uuid not null,
        foreign key (body_id, transfer_id) references ledger_transfer (body_id, id),
        check ((how in ('PAYMENT', 'REVERSAL', 'REFUND')) = (payment_id is not null)),
        check ((amount > 0) = (how in ('PAYMENT', 'CREDIT', 'DROPPED')))
      );
      create index dues_settlement_charge on dues_settlement (charge_id);
      create index dues_settlement_payment on dues_settlement (payment_id) where payment_id is not null;

      -- What a body holds of a member's money: in when paid too much, out when used or given back.
      create table dues_credit (
        id uuid primary key,
        membership_id uuid not null references membership,
        currency text not null,
        amount bigint not null check (amount <> 0),
        payment_id uuid references dues_payment,
        body_id uuid not null,
        transfer_id uuid not null,
        foreign key (body_id, transfer_id) references ledger_transfer (body_id, id)
      );
      create index dues_credit_of on dues_credit (membership_id, body_id, currency);

      -- A private excuse for a term. Who may know of it is said in policy/sight.ts; nothing else is kept of it anywhere.
      create table dues_waiver (
        id uuid primary key,
        membership_id uuid not null references membership,
        from_date date not null,
        until_date date not null,
        ended_on date,
        by_person_id uuid not null references person,
        at timestamptz not null default clock_timestamp(),
        check (until_date >= from_date),
        check (ended_on <= until_date)
      );
      create index dues_waiver_of on dues_waiver (membership_id);

      create table dues_waiver_request (
        id uuid primary key,
        membership_id uuid not null references membership,
        words text not null check (length(words) <= 2000),
        at timestamptz not null default clock_timestamp(),
        answer text check (answer in ('GRANTED', 'DECLINED')),
        answered_at timestamptz,
        by_person_id uuid references person,
        check ((answer is null) = (answered_at is null))
      );
      create unique index one_waiver_request_at_a_time on dues_waiver_request (membership_id) where answer is null;

      create table dues_reminder (
        charge_id uuid not null references dues_charge,
        step int not null check (step >= 1),
        at timestamptz not null default clock_timestamp(),
        primary key (charge_id, step)
      );

      create function charge_is_kept() returns trigger language plpgsql as $$
      begin
        if (to_jsonb(new) - 'settled' - 'body_id') = (to_jsonb(old) - 'settled' - 'body_id') and (new.settled = old.settled or pg_trigger_depth() > 1) then
          return new;
        end if;
        raise exception 'a charge stays as it was raised, and settlements alone settle it' using errcode = 'MD040';
      end $$;
      create trigger charge_is_kept before update on dues_charge for each row execute function charge_is_kept();

      create function settlements_add_up() returns trigger language plpgsql as $$
      begin
        update dues_charge c set settled = c.settled + s.sum from (select charge_id, sum(amount) as sum from added group by charge_id) s where c.id = s.charge_id;
        return null;
      end $$;
      create trigger settlements_add_up after insert on dues_settlement
        referencing new table as added for each statement execute function settlements_add_up();

      create function credit_is_there() returns trigger language plpgsql as $$
      begin
        if exists (
          select 1 from (select distinct membership_id, body_id, currency from added) a
          where (select sum(amount) from dues_credit c where (c.membership_id, c.body_id, c.currency) = (a.membership_id, a.body_id, a.currency)) < 0
        ) then
          raise exception 'a member has not so much credit' using errcode = 'MD049';
        end if;
        return null;
      end $$;
      create trigger credit_is_there after insert on dues_credit
        referencing new table as added for each statement execute function credit_is_there();

      -- The receipts of a body leave out no number, whoever writes them at once: the lock is that of its books.
      create function receipt_follows() returns trigger language plpgsql as $$
      begin
        perform ledger_head(new.body_id);
        if new.number <> 1 + coalesce((select max(number) from dues_payment where body_id = new.body_id), 0) then
          raise exception 'receipts are numbered without a gap' using errcode = 'MD050';
        end if;
        return new;
      end $$;
      create trigger receipt_follows before insert on dues_payment for each row execute function receipt_follows();

      create function waiver_is_kept() returns trigger language plpgsql as $$
      begin
        if old.ended_on is null and (to_jsonb(new) - 'ended_on') = (to_jsonb(old) - 'ended_on') then return new; end if;
        raise exception 'a waiver is granted and ended, never edited' using errcode = 'MD040';
      end $$;
      create trigger waiver_is_kept before update on dues_waiver for each row execute function waiver_is_kept();
      create function request_is_kept() returns trigger language plpgsql as $$
      begin
        if old.answer is null and (new.id, new.membership_id, new.words, new.at) = (old.id, old.membership_id, old.words, old.at) then return new; end if;
        raise exception 'a request is answered once' using errcode = 'MD040';
      end $$;
      create trigger request_is_kept before update on dues_waiver_request for each row execute function request_is_kept();

      -- Until when a membership's dues are settled is from now on told by its charges. What an import said stays beside
      -- it: until then dues were paid elsewhere, and nothing is charged for that time.
      alter table membership add column dues_brought_until date;
      update membership set dues_brought_until = dues_paid_until where dues_paid_until is not null;
      comment on column membership.dues_paid_until is 'Written by refresh_dues alone once the person has been charged.';
      create index membership_person on membership (person_id);
      create function dues_are_brought() returns trigger language plpgsql as $$
      begin
        new.dues_brought_until := coalesce(new.dues_brought_until, new.dues_paid_until);
        return new;
      end $$;
      create trigger dues_are_brought before insert on membership for each row execute function dues_are_brought();

      -- Settled until the day before the first open charge fell due, or else to the end of what was charged. Who owed from
      -- before the books were opened is not helped by them, and is settled once their charges are.
      create function refresh_dues(persons uuid[]) returns void language sql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set plan_cache_mode = force_generic_plan as $$
        update membership m set dues_paid_until = s.until
        from (
          select each.id, case when c.first_due is null then greatest(each.dues_brought_until, c.last_day) else least(each.dues_brought_until, c.first_due - 1) end as until
          from membership each cross join lateral (
            select min(due_on) filter (where settled < amount) as first_due, max(period_until) as last_day, count(*) as n from dues_charge where person_id = each.person_id
          ) c
          where each.person_id = any (persons) and c.n > 0
        ) s
        where m.id = s.id and m.dues_paid_until is distinct from s.until
      $$;

      -- The periods a body's members owe something for, up to a day: those that ended more than a year before are let go.
      create function dues_periods(of_body uuid, on_day date)
        returns table (part text, schedule_id uuid, period_from date, period_until date) language sql stable as $$
        select case b.kind when 'FEDERATION' then 'BASE' else 'EXTRA' end, s.id, g::date, (g + step - interval '1 day')::date
        from body_above a join body b on b.id = a.above_id and (b.kind = 'FEDERATION' or a.distance = 0)
        join dues_schedule s on s.body_id = b.id
        cross join lateral (select case s.period when 'YEAR' then interval '1 year' else interval '1 month' end as step) i
        cross join lateral (select min(valid_from) as next from dues_schedule later where later.body_id = s.body_id and later.version > s.version) n
        cross join lateral generate_series(s.valid_from::timestamp, on_day::timestamp, step) g
        where a.body_id = of_body and (n.next is null or g < n.next) and g + step > on_day - interval '1 year'
      $$;

      -- What a period costs somebody who owes from a day on: all of it, or by the months that are left (theirs counted), or
      -- nothing before the next one begins. Fractions of a minor unit are let go.
      create function dues_for(s dues_schedule, of_band text, period_from date, owes_from date) returns bigint language plpgsql immutable as $$
      declare rate bigint := s.amount;
      begin
        if of_band is not null then
          select coalesce(max((b ->> 'amount')::bigint), s.amount) into rate from jsonb_array_elements(s.bands) b where b ->> 'band' = of_band;
        end if;
        if owes_from <= period_from or s.part_period = 'WHOLE' or (s.part_period = 'MONTHS' and s.period = 'MONTH') then return rate; end if;
        if s.part_period = 'NEXT' then return 0; end if;
        return rate * (13 - extract(month from owes_from)::bigint) / 12;
      end $$;

      -- What is to be charged in a body and is not yet. A first run begins with empty tables: without the setting, the plan
      -- made then would read all of what it has grown to, once for every body.
      create function dues_to_raise(of_body uuid, on_day date) returns setof dues_charge language sql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set plan_cache_mode = force_generic_plan as $$
        select gen_random_uuid(), m.id, m.person_id, p.part, p.period_from, p.period_until, p.schedule_id, band.band,
          greatest(p.period_from, s.laid_down_on, m.joined_on + 1, m.dues_brought_until + 1), s.currency, cost.amount, 0::bigint, of_body, null::uuid, of_body
        from dues_periods(of_body, on_day) p join dues_schedule s on s.id = p.schedule_id
        join membership m on m.body_id = of_body and m.kind = 'MEMBER' and m.state in ('ACTIVE', 'SUSPENDED')
        left join dues_band d on d.membership_id = m.id
        cross join lateral (select case when d.band is not null and s.bands @> jsonb_build_array(jsonb_build_object('band', d.band)) then d.band end as band) band
        cross join lateral (select greatest(m.joined_on, m.dues_brought_until + 1) as owes_from) o
        cross join lateral (select dues_for(s, band.band, p.period_from, o.owes_from) as amount) cost
        where o.owes_from <= least(p.period_until, on_day) and cost.amount > 0
          and (select state from body where id = of_body) = 'AFFILIATED'
          and not exists (select 1 from dues_charge c where c.person_id = m.person_id and c.part = p.part and c.period_from = p.period_from)
      $$;

      -- The text a run's digest is taken of, so that its transfer vouches for each charge.
      create function charges_digest(charges dues_charge[]) returns bytea language sql stable as $$
        select sha256(convert_to(string_agg(concat_ws(' ', membership_id, part, to_char(period_from, 'YYYY-MM-DD'), currency, amount) || E'\\n', ''
          order by membership_id, part, period_from), 'utf8')) from unnest(charges)
      $$;

      -- Lets go of what is asked of these charges. It names nobody and gives no reason, because there may be a private one.
      create function drop_charges(of_body uuid, of_charges uuid[], on_day date) returns ledger_transfer language plpgsql as $$
      declare posted ledger_transfer;
      begin
        perform ledger_head(of_body);
        select t.* into posted from (
          select array_agg(account) as accounts, array_agg(amount) as amounts from (
            select open_account(of_body, e.kind, c.currency) as account, e.sign * sum(c.amount - c.settled)::bigint as amount
            from dues_charge c cross join (values ('DUES_RECEIVABLE', -1), ('DUES_CHARGED', 1)) e (kind, sign)
            where c.id = any (of_charges) and c.body_id = of_body and c.settled < c.amount group by c.currency, e.kind, e.sign
          ) entry
        ) n cross join lateral post_transfer(of_body, gen_random_uuid(), 'CHARGES_DROPPED', on_day, n.accounts, n.amounts) t
        where n.accounts is not null;
        if posted.id is not null then
          insert into dues_settlement (id, charge_id, how, amount, body_id, transfer_id)
            select gen_random_uuid(), c.id, 'DROPPED', c.amount - c.settled, of_body, posted.id
            from dues_charge c where c.id = any (of_charges) and c.body_id = of_body and c.settled < c.amount;
        end if;
        return posted;
      end $$;

      -- Raises what is due in one body, in one transfer. Cut off, it has done nothing; repeated, it finds nothing to do.
      create function raise_dues(of_body uuid, on_day date) returns table (charges int, hash bytea) language plpgsql
        set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set plan_cache_mode = force_generic_plan as $$
      declare
        raised dues_charge[];
        posted ledger_transfer;
        run uuid := gen_random_uuid();
        waived uuid[];
      begin
        perform ledger_head(of_body);
        raised := array(select c from dues_to_raise(of_body, on_day) c);
        if cardinality(raised) = 0 then return; end if;
        select t.* into posted from (
          select array_agg(account) as accounts, array_agg(amount) as amounts from (
            select open_account(of_body, e.kind, c.currency) as account, e.sign * sum(c.amount)::bigint as amount
            from unnest(raised) c cross join (values ('DUES_RECEIVABLE', 1), ('DUES_CHARGED', -1)) e (kind, sign) group by c.currency, e.kind, e.sign
          ) entry
        ) n cross join lateral post_transfer(of_body, run, 'CHARGES', on_day, n.accounts, n.amounts, of_digest => charges_digest(raised)) t;
        insert into dues_charge
          select id, membership_id, person_id, part, period_from, period_until, schedule_id, band, due_on, currency, amount, 0, of_body, run, of_body from unnest(raised);
        charges := cardinality(raised);
        hash := posted.hash;
        return next;
        waived := array(
          select c.id from unnest(raised) c join dues_waiver w on w.membership_id = c.membership_id and c.due_on <= coalesce(w.ended_on, w.until_date));
        if cardinality(waived) > 0 then
          posted := drop_charges(of_body, waived, on_day);
          charges := 0;
          hash := posted.hash;
          return next;
        end if;
        perform refresh_dues(array(select person_id from unnest(raised)));
      end $$;
    `);
    for (const table of [
      'dues_schedule',
      'dues_split',
      'dues_payment',
      'dues_refund',
      'dues_settlement',
      'dues_credit',
    ])
      this.addSql(
        `create trigger ${table}_append_only before update or delete on ${table} for each row execute function ledger_is_kept();`,
      );
    for (const table of ['dues_charge', 'dues_waiver', 'dues_waiver_request', 'dues_reminder'])
      this.addSql(
        `create trigger ${table}_not_deleted before delete on ${table} for each row execute function ledger_is_kept();`,
      );
    const kept =
      'dues_schedule dues_split dues_charge dues_payment dues_refund dues_settlement dues_credit dues_waiver dues_waiver_request';
    for (const table of kept.split(' '))
      this.addSql(
        `create trigger ${table}_never_emptied before truncate on ${table} for each statement execute function ledger_is_kept();`,
      );
  }
}

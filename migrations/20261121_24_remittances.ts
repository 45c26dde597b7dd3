// Why: what a group collected for the bodies above it reaches them, and each side books its own part, so that neither can
// say of the other's books what is not so. A remittance is what the two transfers have in common.
import { Migration } from '@mikro-orm/migrations';

export class Remittances extends Migration {
  override up(): void {
    this.addSql(`
      -- Money passed up for a period. In the sender's books it stands in CLEARING from the day it is sent until the
      -- receiver has it; only then is the debt less. 'parts' says what it is for, by the purpose of each share.
      create table remittance (
        id uuid primary key,
        body_id uuid not null references body,
        to_body_id uuid not null references body check (to_body_id <> body_id),
        period_from date not null,
        period_until date not null check (period_until >= period_from),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        amount bigint not null check (amount > 0),
        parts jsonb not null check (jsonb_typeof(parts) = 'array'),
        method text not null check (method in ('CASH', 'CHEQUE', 'TRANSFER')),
        reference text not null default '' check (length(reference) <= 140 and reference !~ '[[:cntrl:]]'),
        sent_on date not null,
        received_on date,
        state text not null default 'SENT' check (state in ('SENT', 'RECEIVED', 'DISPUTED', 'WITHDRAWN')),
        sent_transfer_id uuid not null,
        received_transfer_id uuid,
        settled_transfer_id uuid,
        back_transfer_id uuid,
        foreign key (body_id, sent_transfer_id) references ledger_transfer (body_id, id),
        foreign key (to_body_id, received_transfer_id) references ledger_transfer (body_id, id),
        foreign key (body_id, settled_transfer_id) references ledger_transfer (body_id, id),
        foreign key (body_id, back_transfer_id) references ledger_transfer (body_id, id),
        check ((state = 'RECEIVED') = (received_transfer_id is not null)),
        check ((received_transfer_id is null) = (received_on is null)),
        check (settled_transfer_id is null or state = 'RECEIVED'),
        check ((state = 'WITHDRAWN') = (back_transfer_id is not null))
      );
      create index remittance_from on remittance (body_id, sent_on);
      create index remittance_to on remittance (to_body_id, sent_on);
      create index remittance_to_settle on remittance (id) where state = 'RECEIVED' and settled_transfer_id is null;

      -- How it came to be in its state: who, when, and the reason where one is asked for.
      create table remittance_event (
        remittance_id uuid not null references remittance,
        number int not null check (number >= 1),
        state text not null check (state in ('SENT', 'RECEIVED', 'DISPUTED', 'WITHDRAWN')),
        reason text not null default '' check (length(reason) <= 500 and reason !~ '[[:cntrl:]]'),
        by_person_id uuid not null references person,
        at timestamptz not null default clock_timestamp(),
        primary key (remittance_id, number),
        check (state not in ('DISPUTED', 'WITHDRAWN') or reason <> '')
      );

      create function remittance_goes_up() returns trigger language plpgsql as $$
      begin
        if not exists (select 1 from body_above where body_id = new.body_id and above_id = new.to_body_id and distance > 0) then
          raise exception 'shares are passed to a body above' using errcode = 'MD060';
        end if;
        if new.amount <> (select sum((p ->> 'amount')::bigint) from jsonb_array_elements(new.parts) p) then
          raise exception 'the parts of a remittance sum to it' using errcode = 'MD060';
        end if;
        return new;
      end $$;
      create trigger remittance_goes_up before insert on remittance for each row execute function remittance_goes_up();

      create function remittance_moves() returns trigger language plpgsql as $$
      declare moving text[] := array['state', 'received_on', 'received_transfer_id', 'settled_transfer_id', 'back_transfer_id'];
      begin
        if (to_jsonb(new) - moving) <> (to_jsonb(old) - moving)
            or (new.state <> old.state and (old.state, new.state) not in (
              ('SENT', 'RECEIVED'), ('SENT', 'DISPUTED'), ('SENT', 'WITHDRAWN'), ('DISPUTED', 'RECEIVED'), ('DISPUTED', 'WITHDRAWN')))
            or (old.received_transfer_id, old.received_on) is distinct from (new.received_transfer_id, new.received_on) and old.state = 'RECEIVED'
            or (old.settled_transfer_id is not null and new.settled_transfer_id is distinct from old.settled_transfer_id)
            or (old.back_transfer_id is not null and new.back_transfer_id is distinct from old.back_transfer_id) then
          raise exception 'a remittance stays as it was sent, and moves on by its states' using errcode = 'MD060';
        end if;
        return new;
      end $$;
      create trigger remittance_moves before update on remittance for each row execute function remittance_moves();

      -- What a body asks of one below by head-count, where that collects without entering payments here: members in good
      -- standing on a day, times their share of the dues of the period. Booked on each side once both agree.
      create table per_capita (
        id uuid primary key,
        body_id uuid not null references body,
        to_body_id uuid not null references body check (to_body_id <> body_id),
        counted_on date not null,
        period_from date not null,
        period_until date not null check (period_until >= period_from),
        members int not null check (members > 0),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        rate bigint not null check (rate > 0),
        amount bigint not null check (amount = members * rate),
        state text not null default 'ASKED' check (state in ('ASKED', 'AGREED', 'DECLINED', 'WITHDRAWN')),
        reason text not null default '' check (length(reason) <= 500 and reason !~ '[[:cntrl:]]'),
        owed_transfer_id uuid,
        asked_transfer_id uuid,
        asked_by_id uuid not null references person,
        asked_at timestamptz not null default clock_timestamp(),
        answered_by_id uuid references person,
        answered_at timestamptz,
        foreign key (body_id, owed_transfer_id) references ledger_transfer (body_id, id),
        foreign key (to_body_id, asked_transfer_id) references ledger_transfer (body_id, id),
        check ((state = 'ASKED') = (answered_at is null)),
        check ((state = 'AGREED') = (owed_transfer_id is not null)),
        check (asked_transfer_id is null or state = 'AGREED'),
        check (state <> 'DECLINED' or reason <> '')
      );
      create unique index per_capita_once_a_period on per_capita (body_id, to_body_id, currency, period_from) where state in ('ASKED', 'AGREED');
      create index per_capita_to on per_capita (to_body_id);

      create function per_capita_is_answered_once() returns trigger language plpgsql as $$
      declare moving text[] := array['state', 'reason', 'owed_transfer_id', 'answered_by_id', 'answered_at', 'asked_transfer_id'];
      begin
        if (to_jsonb(new) - moving) <> (to_jsonb(old) - moving)
            or (old.state <> 'ASKED' and ((to_jsonb(new) - 'asked_transfer_id') <> (to_jsonb(old) - 'asked_transfer_id') or old.asked_transfer_id is not null)) then
          raise exception 'a statement by head-count is answered once' using errcode = 'MD060';
        end if;
        return new;
      end $$;
      create trigger per_capita_is_answered_once before update on per_capita for each row execute function per_capita_is_answered_once();

      -- What a body is late with, by the rules it remits under: a period is late once its days are over and what was owed by
      -- its end is more than all that was sent. The oldest debt is settled first.
      create function remittances_late(of_body uuid) returns table (to_body_id uuid, currency text, periods bigint, amount numeric, since date)
        language sql stable as $$
        with rule as (
          select coalesce(r ->> 'remitEvery', 'QUARTER') as every, coalesce((r ->> 'remitWithinDays')::int, 30) as days,
            make_interval(months => case r ->> 'remitEvery' when 'MONTH' then 1 when 'YEAR' then 12 else 3 end) as step
          from (select rule_in_force(of_body, 'dues') as r) said
        ), owed as (
          select a.with_body_id, a.currency, date_trunc(rule.every, t.booked_on)::date as start, sum(-e.amount) as amount
          from rule, ledger_account a join ledger_entry e on e.account_id = a.id join ledger_transfer t on t.body_id = e.body_id and t.number = e.number
          where a.body_id = of_body and a.kind = 'PER_CAPITA_PAYABLE' and t.kind <> 'REMITTED' group by 1, 2, 3
        ), run as (
          select o.*, sum(o.amount) over (partition by o.with_body_id, o.currency order by o.start) - coalesce(s.sent, 0) as left_open,
            (o.start + rule.step)::date - 1 + rule.days as last_day
          from rule, owed o left join (
            select r.to_body_id, r.currency, sum(r.amount) as sent from remittance r where r.body_id = of_body and r.state <> 'WITHDRAWN' group by 1, 2
          ) s on (s.to_body_id, s.currency) = (o.with_body_id, o.currency)
        )
        select with_body_id, run.currency, count(*), max(left_open), min(last_day) from run
        where left_open > 0 and run.amount > 0 and last_day < clock_timestamp()::date group by 1, 2
      $$;
    `);
    this.addSql(
      `create trigger remittance_event_append_only before update or delete on remittance_event for each row execute function ledger_is_kept();`,
    );
    for (const table of ['remittance', 'per_capita'])
      this.addSql(
        `create trigger ${table}_not_deleted before delete on ${table} for each row execute function ledger_is_kept();`,
      );
    for (const table of ['remittance', 'remittance_event', 'per_capita'])
      this.addSql(
        `create trigger ${table}_never_emptied before truncate on ${table} for each statement execute function ledger_is_kept();`,
      );
  }
}

// Why: a body's money is spent by its decision and two different persons. What was authorised cannot be overdrawn, however
// many approve at once, and a fund gives only what was set aside in it.
import { Migration } from '@mikro-orm/migrations';

export class Spending extends Migration {
  override up(): void {
    this.addSql(`
      -- What a carried motion allows: up to a sum, for a purpose, until a day, out of a fund or of the general money.
      create table spending_authority (
        id uuid primary key,
        body_id uuid not null references body,
        proposal_id uuid not null unique references proposal,
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        amount bigint not null check (amount > 0),
        fund text check (length(fund) between 1 and 80),
        purpose text not null check (length(purpose) between 1 and 80 and purpose !~ '[[:cntrl:]]' and purpose = btrim(purpose)),
        until_date date not null,
        since timestamptz not null default clock_timestamp()
      );
      create index spending_authority_of on spending_authority (body_id);
      create trigger spending_follows_a_decision before insert on spending_authority
        for each row execute function follows_a_decision('AUTHORISE_SPENDING');

      -- Money asked for. A request to a fund need not name its authority: whoever approves it does.
      create table spending (
        id uuid primary key,
        body_id uuid not null references body,
        authority_id uuid references spending_authority,
        author_id uuid not null references person,
        payee text not null check (length(payee) between 1 and 200 and payee !~ '[[:cntrl:]]'),
        words text not null check (length(words) between 1 and 500 and words !~ '[[:cntrl:]]'),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        amount bigint not null check (amount > 0),
        fund text,
        paid_from text not null check (paid_from in ('CASH', 'BANK')),
        bank text not null default '' check (length(bank) <= 80),
        state text not null default 'PROPOSED' check (state in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
        proposed_at timestamptz not null default clock_timestamp(),
        decided_by_id uuid references person,
        decided_at timestamptz,
        reason text not null default '' check (length(reason) <= 500 and reason !~ '[[:cntrl:]]'),
        paid_on date,
        transfer_id uuid,
        foreign key (body_id, transfer_id) references ledger_transfer (body_id, id),
        check (authority_id is not null or fund is not null or state <> 'APPROVED'),
        check ((state = 'PROPOSED') = (decided_by_id is null)),
        check ((state = 'PROPOSED') = (decided_at is null)),
        check ((state = 'APPROVED') = (transfer_id is not null)),
        check ((state = 'APPROVED') = (paid_on is not null)),
        check (state <> 'REFUSED' or reason <> ''),
        constraint two_persons_spend check (state not in ('APPROVED', 'REFUSED') or decided_by_id <> author_id)
      );
      create index spending_of on spending (body_id, proposed_at);
      create index spending_under on spending (authority_id) where state = 'APPROVED';

      create table spending_receipt (
        spending_id uuid primary key references spending,
        media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
        bytes bytea not null check (length(bytes) between 1 and 5242880),
        digest bytea not null check (digest = sha256(bytes))
      );

      create function spending_is_authorised() returns trigger language plpgsql as $$
      declare
        moving text[] := array['state', 'authority_id', 'decided_by_id', 'decided_at', 'reason', 'paid_on', 'transfer_id', 'paid_from', 'bank'];
        allowed spending_authority;
      begin
        if tg_op = 'UPDATE' and (old.state <> 'PROPOSED' or (to_jsonb(new) - moving) <> (to_jsonb(old) - moving)
            or (old.authority_id is not null and new.authority_id is distinct from old.authority_id)) then
          raise exception 'spending stays as it was proposed and is decided once' using errcode = 'MD061';
        end if;
        if new.state = 'PROPOSED' or new.state in ('REFUSED', 'WITHDRAWN') then return new; end if;
        -- One approval after another: the next one sees what this one took.
        select * into allowed from spending_authority where id = new.authority_id for no key update;
        if not found or (allowed.body_id, allowed.currency) is distinct from (new.body_id, new.currency) or allowed.fund is distinct from new.fund then
          raise exception 'no carried motion authorises this' using errcode = 'MD062';
        end if;
        if new.paid_on > allowed.until_date then
          raise exception 'what was authorised ended on %', allowed.until_date using errcode = 'MD062';
        end if;
        if new.amount + (select coalesce(sum(amount), 0) from spending where authority_id = allowed.id and state = 'APPROVED' and id <> new.id) > allowed.amount then
          raise exception 'more than was authorised' using errcode = 'MD063';
        end if;
        return new;
      end $$;
      create trigger spending_is_authorised before insert or update on spending for each row execute function spending_is_authorised();

      -- A fund gives what was set aside in it and no more. Only entries move balances, so this is where they are met.
      create or replace function account_is_kept() returns trigger language plpgsql as $$
      begin
        if pg_trigger_depth() > 1 and (to_jsonb(new) - 'balance') = (to_jsonb(old) - 'balance') then
          if new.kind = 'FUND' and new.balance > 0 then
            raise exception 'there is not so much in the fund' using errcode = 'MD064';
          end if;
          return new;
        end if;
        raise exception 'an account stays as it was opened, and entries alone move its balance' using errcode = 'MD040';
      end $$;
    `);
    for (const table of ['spending_authority', 'spending_receipt'])
      this.addSql(
        `create trigger ${table}_append_only before update or delete on ${table} for each row execute function ledger_is_kept();`,
      );
    this.addSql(
      `create trigger spending_not_deleted before delete on spending for each row execute function ledger_is_kept();`,
    );
    for (const table of ['spending', 'spending_authority', 'spending_receipt'])
      this.addSql(
        `create trigger ${table}_never_emptied before truncate on ${table} for each statement execute function ledger_is_kept();`,
      );
  }
}

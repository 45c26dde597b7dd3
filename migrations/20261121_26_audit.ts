// Why: whoever audits a body's books says so in writing: notes beside transfers that stay, and a signature under the sums
// of a period, which is then closed.
import { Migration } from '@mikro-orm/migrations';

export class Audit extends Migration {
  override up(): void {
    this.addSql(`
      create table transfer_note (
        id uuid primary key,
        body_id uuid not null,
        number bigint not null,
        text text not null check (length(text) between 1 and 2000),
        by_person_id uuid not null references person,
        at timestamptz not null default clock_timestamp(),
        foreign key (body_id, number) references ledger_transfer (body_id, number)
      );
      create index transfer_note_of on transfer_note (body_id, number);

      -- The sums of a period as its Treasurer prepared them, and as an Auditor, another person, signed them.
      create table period_account (
        period_id uuid primary key references book_period,
        sums jsonb not null check (jsonb_typeof(sums) = 'array'),
        digest bytea not null check (length(digest) = 32),
        chain_number bigint not null,
        chain_hash bytea not null check (length(chain_hash) = 32),
        prepared_by_id uuid not null references person,
        prepared_at timestamptz not null default clock_timestamp(),
        signed_by_id uuid references person,
        signed_at timestamptz,
        words text not null default '' check (length(words) <= 2000),
        check ((signed_by_id is null) = (signed_at is null)),
        constraint two_persons_close check (signed_by_id <> prepared_by_id)
      );

      create function period_account_is_kept() returns trigger language plpgsql as $$
      begin
        if old.signed_by_id is not null or new.period_id <> old.period_id then
          raise exception 'a signed period stays as it was signed' using errcode = 'MD047';
        end if;
        if new.signed_by_id is not null and (new.digest, new.sums, new.prepared_by_id) is distinct from (old.digest, old.sums, old.prepared_by_id) then
          raise exception 'what is signed is what was prepared' using errcode = 'MD047';
        end if;
        return new;
      end $$;
      create trigger period_account_is_kept before update on period_account for each row execute function period_account_is_kept();

      -- What stood on each account of a body before a period, what moved in it and what stood after it.
      create function period_sums(of_body uuid, from_day date, until_day date)
        returns table (account_id uuid, opening bigint, debit bigint, credit bigint, closing bigint) language sql stable as $$
        select e.account_id,
          coalesce(sum(e.amount) filter (where t.booked_on < from_day), 0)::bigint,
          coalesce(sum(e.amount) filter (where t.booked_on >= from_day and e.amount > 0), 0)::bigint,
          coalesce(-sum(e.amount) filter (where t.booked_on >= from_day and e.amount < 0), 0)::bigint,
          sum(e.amount)::bigint
        from ledger_transfer t join ledger_entry e on e.body_id = t.body_id and e.number = t.number
        where t.body_id = of_body and t.booked_on <= until_day group by e.account_id
      $$;
    `);
    this.addSql(
      `create trigger transfer_note_append_only before update or delete on transfer_note for each row execute function ledger_is_kept();`,
    );
    this.addSql(
      `create trigger period_account_not_deleted before delete on period_account for each row execute function ledger_is_kept();`,
    );
    for (const table of ['transfer_note', 'period_account'])
      this.addSql(
        `create trigger ${table}_never_emptied before truncate on ${table} for each statement execute function ledger_is_kept();`,
      );
  }
}

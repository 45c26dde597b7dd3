// Why: money reaches a body by its bank and by card as well as over the table. A line of a bank's statement and a card
// payment must each be booked once, however often the file is uploaded or the message arrives.
import { Migration } from '@mikro-orm/migrations';

export class MoneyFromOutside extends Migration {
  override up(): void {
    this.addSql(`
      -- A file on its way to the deed that asks for it; what no deed took is forgotten after a day.
      create table upload (
        id uuid primary key,
        person_id uuid not null references person,
        media_type text not null check (media_type in ('text/csv', 'application/pdf', 'image/png', 'image/jpeg')),
        bytes bytea not null check (length(bytes) between 1 and 5242880),
        digest bytea not null check (length(digest) = 32),
        at timestamptz not null default clock_timestamp()
      );
      create index upload_at on upload (at);
      create index upload_person on upload (person_id);

      -- How a body reads the files of its bank, by the header they have.
      create table bank_mapping (
        body_id uuid not null references body,
        header bytea not null check (length(header) = 32),
        mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
        primary key (body_id, header)
      );

      -- A line of a statement that a human has dealt with: booked as a payment, or passed over.
      create table bank_line (
        body_id uuid not null references body,
        bank text not null default '' check (length(bank) <= 80),
        digest bytea not null check (length(digest) = 32),
        payment_id uuid references dues_payment,
        by_person_id uuid not null references person,
        at timestamptz not null default clock_timestamp(),
        primary key (body_id, bank, digest)
      );
      create unique index bank_line_payment on bank_line (payment_id) where payment_id is not null;

      -- Where a body takes cards: its own keys, sealed with a key that is not in this database.
      create table card_account (
        body_id uuid primary key references body,
        secret_key bytea not null,
        webhook_secret bytea not null,
        by_person_id uuid not null references person,
        at timestamptz not null default clock_timestamp()
      );

      -- A member on the way to pay by card. 'state' and the sums are what the card company said when it was last asked.
      create table card_checkout (
        id uuid primary key,
        body_id uuid not null references body,
        membership_id uuid not null references membership,
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        amount bigint not null check (amount > 0),
        session_id text unique,
        payment_intent text unique,
        state text not null default 'OPEN' check (state in ('OPEN', 'PROCESSING', 'PAID', 'EXPIRED')),
        payment_id uuid unique references dues_payment,
        fee bigint check (fee >= 0),
        refunded bigint not null default 0 check (refunded >= 0),
        at timestamptz not null default clock_timestamp(),
        check ((state = 'PAID') = (payment_id is not null)),
        check (state = 'PAID' or (fee is null and refunded = 0))
      );
      create index card_checkout_of on card_checkout (membership_id);

      -- Every message of the card company that was acted on, for ever: it sends them again, for days.
      create table card_event (
        body_id uuid not null references body,
        id text not null check (length(id) between 1 and 255),
        type text not null,
        checkout_id uuid not null references card_checkout,
        at timestamptz not null default clock_timestamp(),
        primary key (body_id, id)
      );

      create function checkout_goes_forward() returns trigger language plpgsql as $$
      begin
        if (new.id, new.body_id, new.membership_id, new.currency, new.amount, new.at) is distinct from (old.id, old.body_id, old.membership_id, old.currency, old.amount, old.at)
            or (old.session_id is not null and new.session_id is distinct from old.session_id)
            or (old.state = 'PAID' and (new.state, new.payment_id) is distinct from (old.state, old.payment_id))
            or (old.fee is not null and new.fee is distinct from old.fee)
            or new.refunded < old.refunded or new.refunded > new.amount then
          raise exception 'what was paid by card stays paid, once' using errcode = 'MD051';
        end if;
        return new;
      end $$;
      create trigger checkout_goes_forward before update on card_checkout for each row execute function checkout_goes_forward();
    `);
    for (const table of ['bank_line', 'card_event'])
      this.addSql(
        `create trigger ${table}_append_only before update or delete on ${table} for each row execute function ledger_is_kept();`,
      );
    for (const table of ['bank_line', 'card_event', 'card_checkout'])
      this.addSql(
        `create trigger ${table}_never_emptied before truncate on ${table} for each statement execute function ledger_is_kept();`,
      );
    this.addSql(
      `create trigger card_checkout_not_deleted before delete on card_checkout for each row execute function ledger_is_kept();`,
    );
  }
}

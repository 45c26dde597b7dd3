// Why: a poll is one question put to one body's electorate, and it must be impossible to vote twice, late,
// or from outside the roll, whatever the code above does. Polls of a roll-up form a tree: the root belongs
// to the deciding body, each child to a constituent, and persons cast ballots in the leaves.
import { Migration } from '@mikro-orm/migrations';

export class Polls extends Migration {
  override up(): void {
    this.addSql(`
      create table poll (
        id uuid primary key,
        proposal_id uuid references proposal,
        root_id uuid not null references poll,
        parent_id uuid references poll,
        body_id uuid not null references body,
        voting text not null check (voting in ('MEMBERS', 'GROUPS', 'DELEGATES')),
        method text not null default 'MOTION' check (method in ('MOTION')),
        options text[] not null check (cardinality(options) between 2 and 50),
        secret boolean not null,
        state text not null check (state in ('OPEN', 'CLOSED', 'CERTIFIED')),
        opened_at timestamptz not null default now(),
        closes_at timestamptz not null,
        closed_at timestamptz,
        challenge_until timestamptz not null,
        rule jsonb not null check (jsonb_typeof(rule) = 'object'),
        rule_book_id uuid not null references rule_book,
        rule_section text not null,
        own_rule boolean not null default false,
        roll_count int not null check (roll_count >= 0),
        weight int check (weight >= 0),
        check (closes_at >= opened_at),
        check ((parent_id is null) = (root_id = id)),
        check ((state = 'OPEN') = (closed_at is null))
      );
      create unique index poll_once_per_motion on poll (proposal_id, body_id) where proposal_id is not null;
      create index poll_root on poll (root_id);
      create index poll_parent on poll (parent_id);
      create index poll_body on poll (body_id, state);
      create index poll_due on poll (closes_at) where state = 'OPEN';

      -- The frozen roll of a poll in which persons vote. 'body_id' is where the person belonged that day.
      create table roll_entry (
        poll_id uuid not null references poll,
        person_id uuid not null references person,
        body_id uuid not null references body,
        primary key (poll_id, person_id)
      );
      create index roll_entry_person on roll_entry (person_id);

      create table roll_count (
        poll_id uuid not null references poll,
        body_id uuid not null references body,
        entitled int not null check (entitled >= 0),
        primary key (poll_id, body_id)
      );

      create table roll_challenge (
        id uuid primary key,
        poll_id uuid not null references poll,
        about_person_id uuid not null references person,
        by_person_id uuid not null references person,
        body_id uuid not null references body,
        claim text not null check (claim in ('BELONGS_ON', 'DOES_NOT_BELONG')),
        reason text not null check (length(btrim(reason)) between 1 and 2000),
        state text not null check (state in ('OPEN', 'UPHELD', 'DISMISSED')),
        at timestamptz not null default now(),
        decided_at timestamptz,
        decided_by_id uuid references person,
        note text check (length(note) <= 2000),
        check ((state = 'OPEN') = (decided_at is null)),
        check (decided_by_id is null or decided_by_id <> by_person_id)
      );
      create unique index one_open_challenge on roll_challenge (poll_id, about_person_id) where state = 'OPEN';

      -- One row a ballot. 'elector' is the person in an open poll; in a confidential one it is a code made
      -- from the person and a key of the poll, and at the close the rows are written anew in random order
      -- without it. A revised ballot replaces the former, which is kept, marked, until the close.
      create table ballot (
        poll_id uuid not null references poll,
        id uuid not null,
        elector uuid,
        body_id uuid not null references body,
        marks text not null check (length(marks) between 1 and 1000),
        replaced boolean not null default false,
        code bytea check (length(code) = 32),
        cast_at timestamptz,
        primary key (poll_id, id)
      );
      create unique index one_ballot_each on ballot (poll_id, elector) where not replaced and elector is not null;

      -- The key that blinds electors while a confidential poll is open. It is deleted as the poll closes.
      create table poll_key (
        poll_id uuid primary key references poll,
        key bytea not null check (length(key) = 32)
      );

      create function ballot_is_in_time() returns trigger language plpgsql as $$
      declare p record;
      begin
        select state, closes_at, options, secret, method into p from poll where id = coalesce(new.poll_id, old.poll_id);
        if tg_op = 'DELETE' then
          if p.secret and p.state = 'OPEN' then return old; end if;
          raise exception 'a ballot is never deleted' using errcode = 'MD010';
        end if;
        if p.state <> 'OPEN' then
          raise exception 'the poll is closed' using errcode = 'MD011';
        end if;
        if tg_op = 'UPDATE' then
          if (new.poll_id, new.id, new.elector, new.body_id, new.marks, new.code, new.cast_at)
              is distinct from (old.poll_id, old.id, old.elector, old.body_id, old.marks, old.code, old.cast_at)
              or (old.replaced and not new.replaced) then
            raise exception 'a ballot is replaced, never edited' using errcode = 'MD012';
          end if;
          return new;
        end if;
        if new.cast_at is not null and clock_timestamp() >= p.closes_at then
          raise exception 'the poll is closed' using errcode = 'MD011';
        end if;
        if p.method = 'MOTION' and not (new.marks = any (p.options)) then
          raise exception 'the option is not on the ballot' using errcode = 'MD013';
        end if;
        return new;
      end $$;
      create trigger ballot_is_in_time before insert or update or delete on ballot
        for each row execute function ballot_is_in_time();

      -- A count entered by tellers for a body that voted on paper or by hand. Two must agree.
      create table teller_count (
        id uuid primary key,
        poll_id uuid not null references poll,
        teller_id uuid references person,
        tally jsonb not null check (jsonb_typeof(tally) = 'object'),
        entitled int not null check (entitled >= 0),
        source text not null default 'TELLER' check (source in ('TELLER', 'IMPORT')),
        at timestamptz not null default now(),
        replaced boolean not null default false,
        check ((teller_id is null) = (source = 'IMPORT'))
      );
      create unique index one_count_a_teller on teller_count (poll_id, teller_id) where not replaced;

      -- What a closed poll came to. 'decision' is the outcome as the engine gave it, 'decision_file' its input.
      create table result (
        poll_id uuid primary key references poll,
        outcome text not null,
        decision_file text not null,
        decision jsonb not null,
        decision_hash bytea not null check (length(decision_hash) = 32),
        at timestamptz not null default now()
      );

      -- Each body's own tally inside a result, as rows a page can read quickly.
      create table result_tally (
        root_id uuid not null references poll,
        poll_id uuid not null references poll,
        body_id uuid not null references body,
        parent_body_id uuid references body,
        entitled int not null check (entitled >= 0),
        tally jsonb not null,
        weight int,
        cast_weight jsonb,
        outcome text not null,
        quorate boolean not null,
        merged boolean not null default false,
        primary key (root_id, body_id)
      );
    `);
    for (const table of ['result', 'result_tally', 'roll_count']) {
      this.addSql(`
        create trigger ${table}_append_only before update or delete on ${table}
          for each row execute function refuse_change();
      `);
    }
  }
}

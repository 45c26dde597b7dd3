// Why: power comes from below, so first there are persons, the Local Groups they belong to, and the tree
// of bodies above them. The tree has any depth; every body knows all bodies above it through body_above.
import { Migration } from '@mikro-orm/migrations';

export class BodiesAndPersons extends Migration {
  override up(): void {
    this.addSql(`
      create table body (
        id uuid primary key,
        kind text not null check (kind in ('FEDERATION', 'REGION', 'LOCAL_GROUP')),
        parent_id uuid references body,
        name text not null check (length(btrim(name)) between 1 and 120),
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
        state text not null check (state in ('IN_FORMATION', 'AFFILIATED', 'SUSPENDED', 'WITHDRAWN', 'DISSOLVED')),
        jurisdiction_kind text not null default 'AREA' check (jurisdiction_kind in ('AREA', 'TRADE')),
        jurisdiction text not null default '',
        country text check (country ~ '^[A-Z]{2}$'),
        subdivision text,
        locality text,
        latitude numeric(8, 5) check (latitude between -90 and 90),
        longitude numeric(8, 5) check (longitude between -180 and 180),
        formed_on date not null default current_date,
        last_proposal_number int not null default 0 check (last_proposal_number >= 0),
        check ((kind = 'FEDERATION') = (parent_id is null)),
        check (parent_id <> id),
        check ((latitude is null) = (longitude is null))
      );
      create unique index one_federation on body (kind) where kind = 'FEDERATION';
      create index body_parent on body (parent_id);

      -- Every body above each body, and itself at distance 0. Kept by the triggers below, never by hand.
      create table body_above (
        body_id uuid not null references body,
        above_id uuid not null references body,
        distance int not null check (distance >= 0),
        primary key (body_id, above_id)
      );
      create index body_above_down on body_above (above_id, body_id);

      create function body_is_placed() returns trigger language plpgsql as $$
      begin
        if new.parent_id is not null and (select kind from body where id = new.parent_id) = 'LOCAL_GROUP' then
          raise exception 'a Local Group has no bodies below it' using errcode = 'MD002';
        end if;
        if tg_op = 'UPDATE' then
          if new.parent_id is not distinct from old.parent_id then return new; end if;
          if exists (select 1 from body_above where above_id = new.id and body_id = new.parent_id) then
            raise exception 'a body cannot stand below itself' using errcode = 'MD003';
          end if;
          delete from body_above a using body_above below, body_above above
            where below.above_id = new.id and above.body_id = new.id and above.distance > 0
              and a.body_id = below.body_id and a.above_id = above.above_id;
          insert into body_above (body_id, above_id, distance)
            select below.body_id, above.above_id, below.distance + above.distance + 1
            from body_above below, body_above above
            where below.above_id = new.id and above.body_id = new.parent_id;
          return new;
        end if;
        insert into body_above (body_id, above_id, distance)
          select new.id, new.id, 0
          union all
          select new.id, above_id, distance + 1 from body_above where body_id = new.parent_id;
        return new;
      end $$;
      create trigger body_is_placed after insert or update of parent_id on body
        for each row execute function body_is_placed();

      create table body_state (
        body_id uuid not null references body,
        since timestamptz not null default now(),
        state text not null check (state in ('IN_FORMATION', 'AFFILIATED', 'SUSPENDED', 'WITHDRAWN', 'DISSOLVED')),
        proposal_id uuid,
        primary key (body_id, since)
      );

      create table person (
        id uuid primary key,
        display_name text not null check (length(btrim(display_name)) between 1 and 80),
        email text check (email = lower(email) and email ~ '^[^@\\s]+@[^@\\s]+$' and length(email) <= 254),
        email_proved_at timestamptz,
        locale text not null default 'en' check (locale in ('en', 'es', 'fr')),
        salt bytea not null check (length(salt) = 16),
        made_at timestamptz not null default now()
      );
      create unique index person_email on person (email);
      comment on column person.salt is 'Blinds this person in the public log; deleting the person deletes the salt.';

      create table person_password (
        person_id uuid primary key references person on delete cascade,
        hash text not null check (hash like '$argon2id$%'),
        set_at timestamptz not null default now()
      );

      -- Sessions are opaque: only a hash of the token is kept, and nothing of the device but a word for it.
      create table session (
        token_hash bytea primary key check (length(token_hash) = 32),
        person_id uuid not null references person on delete cascade,
        made_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        device text not null default '' check (length(device) <= 60)
      );
      create index session_person on session (person_id);

      create table sign_in_link (
        token_hash bytea primary key check (length(token_hash) = 32),
        person_id uuid not null references person on delete cascade,
        email text not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );

      -- Tries counted per account and per address; the layout is rate-limiter-flexible's own.
      create table rate_limit (
        key varchar(255) primary key,
        points int not null default 0,
        expire bigint
      );

      -- Mail as it was sent, kept only where the deployment has no mail server (development, demonstration).
      create table outbox_mail (
        id uuid primary key,
        recipient text not null,
        subject text not null,
        body text not null,
        sent_at timestamptz not null default now()
      );

      create table membership (
        id uuid primary key,
        person_id uuid not null references person,
        body_id uuid not null references body,
        kind text not null default 'MEMBER' check (kind in ('MEMBER', 'SUPPORTER')),
        state text not null check (state in ('APPLICANT', 'ACTIVE', 'ON_LEAVE', 'SUSPENDED', 'LAPSED', 'RESIGNED', 'EXPELLED')),
        transfer_to_id uuid references body,
        joined_on date,
        dues_paid_until date,
        unique (id, person_id),
        check (transfer_to_id is null or transfer_to_id <> body_id),
        check (state = 'APPLICANT' or state in ('RESIGNED', 'EXPELLED', 'LAPSED') or joined_on is not null)
      );
      create unique index one_membership_at_a_time on membership (person_id)
        where state in ('APPLICANT', 'ACTIVE', 'ON_LEAVE', 'SUSPENDED');
      create index membership_body on membership (body_id, state);
      create index membership_transfer on membership (transfer_to_id) where transfer_to_id is not null;

      create function membership_has_a_home() returns trigger language plpgsql as $$
      declare home record;
      begin
        select kind, state into home from body where id = new.body_id;
        if home.kind = 'FEDERATION' then
          raise exception 'a member belongs to a Local Group, or at large to a Region' using errcode = 'MD004';
        end if;
        if home.state in ('WITHDRAWN', 'DISSOLVED') and new.state in ('APPLICANT', 'ACTIVE') then
          raise exception 'nobody joins a body that has ended' using errcode = 'MD005';
        end if;
        return new;
      end $$;
      create trigger membership_has_a_home before insert or update of body_id on membership
        for each row execute function membership_has_a_home();

      -- How a membership came to be what it is: one dated row for every change of state or of Local Group.
      create table membership_event (
        id uuid primary key,
        membership_id uuid not null references membership,
        at timestamptz not null default now(),
        what text not null check (what in ('APPLIED', 'ADMITTED', 'NOT_ADMITTED', 'TRANSFER_ASKED', 'TRANSFER_REFUSED', 'TRANSFERRED', 'RESIGNED',
          'SUSPENDED', 'RESTORED', 'LEAVE', 'RETURNED', 'LAPSED', 'EXPELLED', 'DUES_PAID', 'IMPORTED')),
        body_id uuid not null references body,
        from_body_id uuid references body,
        by_person_id uuid references person,
        reason text check (length(reason) <= 2000)
      );
      create index membership_event_of on membership_event (membership_id, at);

      -- An office is a dated term in one body. Whoever holds none today has no power but a member's.
      create table office_term (
        id uuid primary key,
        person_id uuid not null references person,
        body_id uuid not null references body,
        office text not null check (office in ('SECRETARY', 'TREASURER', 'CONVENOR', 'DELEGATE', 'AUDITOR', 'TELLER')
          or office ~ '^[A-Z][A-Z_]{1,30}$'),
        from_date date not null,
        until_date date not null,
        ended_on date,
        source text not null check (source in ('FOUNDING', 'ELECTION', 'APPOINTMENT')),
        check (until_date > from_date),
        check (ended_on is null or ended_on >= from_date)
      );
      create index office_term_person on office_term (person_id);
      create index office_term_body on office_term (body_id);
      create unique index office_term_once on office_term (person_id, body_id, office, from_date);
    `);
    for (const table of ['body_state', 'membership_event']) {
      this.addSql(`
        create trigger ${table}_append_only before update or delete on ${table}
          for each row execute function refuse_change();
      `);
    }
  }
}

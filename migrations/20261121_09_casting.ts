// Why: casting is the one deed that everybody does at once, so it is one call to the database, which judges time,
// roll and repetition where they are kept. And what links a person to a confidential ballot must be gone once the
// poll is closed, which only the database itself can promise.
import { Migration } from '@mikro-orm/migrations';

export class Casting extends Migration {
  override up(): void {
    this.addSql(`
      -- Two tellers agreed on a count for this poll: it is decided on paper, and takes no ballots here.
      alter table poll add column by_tellers boolean not null default false;

      -- The poll of a body inside a roll-up is asked for at every turn.
      drop index poll_root;
      create index poll_in_tree on poll (root_id, body_id);

      -- A body of the result that held no poll of its own (a Region between the Federation and its Local Groups) has
      -- no poll; 'position' is its place in the tree from the root down, 'place' its name in the decision file.
      alter table result_tally alter column poll_id drop not null;
      alter table result_tally add column position int not null default 0;
      alter table result_tally add column place text not null default '';
      -- Where each figure of the decision file comes from: poll, body and the names from the top of the tree down.
      alter table result add column sources jsonb not null default '[]';

      -- The roll as frozen is never rewritten. A challenge that was upheld adds its correction here, one row each;
      -- who is entitled is the count and its corrections together.
      create table roll_correction (
        challenge_id uuid primary key references roll_challenge,
        poll_id uuid not null references poll,
        body_id uuid not null references body,
        change int not null check (change in (-1, 1)),
        at timestamptz not null default now()
      );
      create index roll_correction_poll on roll_correction (poll_id);
      create trigger roll_correction_append_only before update or delete on roll_correction
        for each row execute function refuse_change();

      create view roll_entitled as
        select c.poll_id, c.body_id,
          c.entitled + coalesce((select sum(change) from roll_correction r where r.poll_id = c.poll_id and r.body_id = c.body_id), 0)::int as entitled
        from roll_count c;

      -- A roll is written two hundred thousand rows at a time, so what its rows refer to is looked up once for all of
      -- them: a poll in which members vote, a body it takes in, and a person who has a membership (which is never deleted).
      alter table roll_entry drop constraint roll_entry_poll_id_fkey, drop constraint roll_entry_person_id_fkey, drop constraint roll_entry_body_id_fkey;
      create function roll_is_of_members() returns trigger language plpgsql set enable_nestloop = off as $$
      begin
        if exists (
          select 1 from added e
          left join poll p on p.id = e.poll_id and p.voting = 'MEMBERS'
          left join body_above a on a.body_id = e.body_id and a.above_id = p.body_id
          left join membership m on m.person_id = e.person_id and m.body_id = e.body_id
          where a.body_id is null or m.id is null
        ) then
          raise exception 'a roll holds members of the bodies that vote in its poll' using errcode = 'MD016';
        end if;
        return null;
      end $$;
      create trigger roll_is_of_members after insert on roll_entry
        referencing new table as added for each statement execute function roll_is_of_members();
      create trigger roll_entry_is_kept before update on roll_entry for each row execute function refuse_change();

      -- RFC 2104 over SHA-256, for keys of 32 bytes.
      create function hmac_sha256(key bytea, message bytea) returns bytea language plpgsql immutable strict as $$
      declare
        inner_pad bytea := decode(repeat('36', 64), 'hex');
        outer_pad bytea := decode(repeat('5c', 64), 'hex');
      begin
        for i in 0 .. 31 loop
          inner_pad := set_byte(inner_pad, i, get_byte(key, i) # 54);
          outer_pad := set_byte(outer_pad, i, get_byte(key, i) # 92);
        end loop;
        return sha256(outer_pad || sha256(inner_pad || message));
      end $$;

      -- The first 16 bytes of a digest as a UUID.
      create function uuid_from(digest bytea) returns uuid language sql immutable strict as $$
        select encode(set_byte(set_byte(substring(digest for 16), 6, (get_byte(digest, 6) & 15) | 64), 8, (get_byte(digest, 8) & 63) | 128), 'hex')::uuid
      $$;

      -- Under what id a person's ballot stands in a poll: their own in an open one, a code made with the key of the
      -- poll in a confidential one, and none once that key is gone.
      create function elector_in(of_poll uuid, person uuid) returns uuid language sql stable as $$
        select case when p.secret then uuid_from(hmac_sha256(k.key, convert_to('elector' || person::text, 'utf8'))) else person end
        from poll p left join poll_key k on k.poll_id = p.id where p.id = of_poll
      $$;

      create type casting as (
        outcome text, record_id uuid, at text, type text, body jsonb, cast_at timestamptz, replaced boolean, nonce bytea,
        closed_at timestamptz, options text[], voting text
      );

      -- One ballot of one person, judged by the clock of this database. 'at' is null where nothing was cast, and
      -- 'outcome' says why. The person's ballots in a poll follow one another: the advisory lock leaves no trace, as a
      -- lock on the row of the roll would. The lock on the poll puts each ballot before the close or after it. Whoever
      -- casts several in one transaction does so in the order of poll and person, as the close takes polls, so that
      -- nobody waits in a circle. Every row is found by its index, also by a session that planned when the table was
      -- nearly empty: thousands may vote before it is next analysed.
      create function cast_ballot(of_poll uuid, ballot_id uuid, by_person uuid, choice text) returns casting language plpgsql set enable_seqscan = off as $$
      declare
        c casting;
        p record;
        k bytea;
        who uuid := by_person;
        home record;
        known record;
        former record;
        moment timestamptz;
      begin
        perform pg_advisory_xact_lock(hashtextextended(of_poll::text || by_person::text, 1));
        select state, closes_at, closed_at, secret, options, voting, by_tellers into p from poll where id = of_poll for key share;
        if not found then c.outcome := 'NO_POLL'; return c; end if;
        c.options := p.options; c.voting := p.voting; c.closed_at := coalesce(p.closed_at, p.closes_at);
        if p.secret then
          select key into k from poll_key where poll_id = of_poll;
          if not found then c.outcome := case when p.state = 'OPEN' then 'NOT_ON_ROLL' else 'POLL_CLOSED' end; return c; end if;
          who := uuid_from(hmac_sha256(k, convert_to('elector' || by_person::text, 'utf8')));
          c.record_id := uuid_from(hmac_sha256(k, convert_to('record' || ballot_id::text, 'utf8')));
          c.nonce := substring(hmac_sha256(k, convert_to('nonce' || ballot_id::text, 'utf8')) for 16);
        else
          c.record_id := uuid_from(sha256(convert_to('record' || of_poll::text || ballot_id::text, 'utf8')));
        end if;

        select elector, marks, cast_at into known from ballot where poll_id = of_poll and id = ballot_id;
        if found then
          if known.elector is distinct from who or known.marks <> choice then c.outcome := 'KEY_USED'; return c; end if;
          select to_char(r.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), r.type, r.body into c.at, c.type, c.body
            from history_record r where r.id = c.record_id;
          c.cast_at := known.cast_at;
          c.replaced := (c.body ->> 'prev') is not null;
          c.outcome := 'CAST';
          return c;
        end if;

        moment := clock_timestamp();
        if p.state <> 'OPEN' or moment >= p.closes_at then c.outcome := 'POLL_CLOSED'; return c; end if;
        select e.body_id, b.slug, person.salt into home
          from roll_entry e join body b on b.id = e.body_id join person on person.id = e.person_id
          where e.poll_id = of_poll and e.person_id = by_person;
        if not found then c.outcome := 'NOT_ON_ROLL'; return c; end if;
        if p.by_tellers then c.outcome := 'COUNTED_BY_TELLERS'; return c; end if;
        if not (choice = any (p.options)) then c.outcome := 'UNKNOWN_OPTION'; return c; end if;

        update ballot set replaced = true where poll_id = of_poll and elector = who and not replaced returning id, code into former;
        c.replaced := found;
        if p.secret then
          c.type := 'ballot.cast';
          c.cast_at := date_trunc('minute', moment);
          c.body := jsonb_build_object('poll', of_poll, 'code', encode(sha256(c.nonce || convert_to(of_poll::text || choice, 'utf8')), 'hex'),
            'prev', encode(former.code, 'hex'));
        else
          c.type := 'vote';
          c.cast_at := moment;
          c.body := jsonb_build_object('ballot', of_poll, 'id', ballot_id, 'group', home.slug, 'choice', choice, 'weight', 1, 'prev', former.id,
            'voter', encode(sha256(convert_to('fed-voter-v1', 'utf8') || '\\x00'::bytea || home.salt || convert_to(by_person::text, 'utf8')), 'hex'));
        end if;
        insert into ballot (poll_id, id, elector, body_id, marks, code, cast_at)
          values (of_poll, ballot_id, who, home.body_id, choice, decode(c.body ->> 'code', 'hex'), c.cast_at);
        insert into history_record (id, at, type, body) values (c.record_id, date_trunc('second', c.cast_at), c.type, c.body);
        insert into history_pending (record_id) values (c.record_id);
        c.at := to_char(c.cast_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"');
        c.outcome := 'CAST';
        return c;
      end $$;

      -- A ballot is cast in time by the clock of the database, and never by anybody's leave. After the close the ballots
      -- of a confidential poll are written anew without their electors; nothing else is ever taken away. A ballot
      -- may still be struck out (marked replaced) until the result, when a challenge to the roll is upheld.
      create or replace function ballot_is_in_time() returns trigger language plpgsql as $$
      declare p record;
      begin
        select state, closes_at, options, secret, method into p from poll where id = coalesce(new.poll_id, old.poll_id);
        if tg_op = 'DELETE' then
          if p.secret and p.state = 'OPEN' and clock_timestamp() >= p.closes_at then return old; end if;
          raise exception 'a ballot is never deleted' using errcode = 'MD010';
        end if;
        if tg_op = 'UPDATE' then
          if (new.poll_id, new.id, new.elector, new.body_id, new.marks, new.code, new.cast_at)
              is distinct from (old.poll_id, old.id, old.elector, old.body_id, old.marks, old.code, old.cast_at)
              or (old.replaced and not new.replaced) then
            raise exception 'a ballot is replaced, never edited' using errcode = 'MD012';
          end if;
          if p.state = 'CERTIFIED' or (p.state = 'CLOSED' and p.secret) then
            raise exception 'the poll is closed' using errcode = 'MD011';
          end if;
          return new;
        end if;
        if p.state <> 'OPEN' then
          raise exception 'the poll is closed' using errcode = 'MD011';
        end if;
        if p.method = 'MOTION' and not (new.marks = any (p.options)) then
          raise exception 'the option is not on the ballot' using errcode = 'MD013';
        end if;
        if new.elector is null then
          if p.secret and clock_timestamp() >= p.closes_at and new.cast_at is null and new.code is null and not new.replaced then
            return new;
          end if;
          raise exception 'a ballot has an elector until its poll closes' using errcode = 'MD014';
        end if;
        if clock_timestamp() >= p.closes_at then
          raise exception 'the poll is closed' using errcode = 'MD011';
        end if;
        return new;
      end $$;

      -- Cuts what ties persons to the ballots of a confidential poll whose time is over: the ballots that stand are
      -- written anew, in an order and under ids drawn at random, and the key is thrown away.
      create function seal_ballots(of_poll uuid) returns void language plpgsql as $$
      begin
        with taken as (
          delete from ballot where poll_id = of_poll returning body_id, marks, replaced
        )
        insert into ballot (poll_id, id, elector, body_id, marks, replaced, code, cast_at)
          select of_poll, gen_random_uuid(), null, body_id, marks, false, null, null
          from taken where not replaced order by gen_random_uuid();
        delete from poll_key where poll_id = of_poll;
      end $$;

      -- A poll goes from open to closed to certified, keeps its question and its rule, and is not closed while
      -- anything still ties a person to a confidential ballot.
      create function poll_is_frozen() returns trigger language plpgsql as $$
      begin
        if (new.id, new.proposal_id, new.root_id, new.parent_id, new.body_id, new.voting, new.method, new.options, new.secret, new.rule, new.rule_book_id, new.rule_section)
            is distinct from (old.id, old.proposal_id, old.root_id, old.parent_id, old.body_id, old.voting, old.method, old.options, old.secret, old.rule, old.rule_book_id, old.rule_section) then
          raise exception 'a poll keeps the question and the rule it was opened with' using errcode = 'MD015';
        end if;
        if new.state <> old.state then
          if (old.state, new.state) not in (('OPEN', 'CLOSED'), ('CLOSED', 'CERTIFIED')) then
            raise exception 'a poll does not go from % to %', old.state, new.state using errcode = 'MD015';
          end if;
          if new.state = 'CLOSED' and clock_timestamp() < old.closes_at then
            raise exception 'a poll is open until its closing time' using errcode = 'MD015';
          end if;
          if new.state = 'CLOSED' and new.secret and (
            exists (select 1 from poll_key where poll_id = new.id)
            or exists (select 1 from ballot where poll_id = new.id and elector is not null)
          ) then
            raise exception 'a confidential poll closes only without its key and without electors' using errcode = 'MD015';
          end if;
        end if;
        return new;
      end $$;
      create trigger poll_is_frozen before update on poll for each row execute function poll_is_frozen();
    `);
  }
}

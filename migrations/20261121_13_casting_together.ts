// Why: on the last evening of a poll thousands cast within minutes. What one ballot cost was mostly conversation: each was
// judged, kept and recorded by a dozen small statements of its own. Ballots that come at the same moment are now
// judged and kept together, and what the database refuses it refuses for a whole statement at once, each thing checked
// one time. Nothing is refused less than before.
import { Migration } from '@mikro-orm/migrations';

export class CastingTogether extends Migration {
  override up(): void {
    this.addSql(`
      -- The members of a short list. The planner is told that they are few, so a statement over them keeps one plan
      -- by the indexes instead of being planned anew, which for some costs more than running it.
      create function few(list anyarray) returns setof anyelement language plpgsql immutable rows 1 as $$
      begin
        return query select * from unnest(list);
      end $$;

      -- Whether a ballot says what its poll offers: one of the options of a motion, or marks as an election takes them.
      create function mark_is_offered(method text, options text[], marks text) returns boolean language sql immutable as $$
        select case when method = 'MOTION' then marks = any (options) else marks_are_valid(method, options, marks) end
      $$;

      drop function cast_ballot(uuid, uuid, uuid, text);
      drop type casting;

      -- What becomes of one ballot. 'outcome' CAST: it is kept, now ('fresh') or since an earlier try; else why not.
      create type casting as (
        place int, outcome text, fresh boolean, poll_id uuid, ballot_id uuid, elector uuid, body_id uuid, choice text, former_id uuid,
        record_id uuid, at text, type text, body jsonb, cast_at timestamptz, nonce bytea, closed_at timestamptz, options text[]
      );

      -- Each ballot judged by itself, in the order of the rules; nothing is written. Whoever asks holds the locks of
      -- 'cast_ballots', so what is found here is still so when it is acted on.
      create function judge_ballots(of_polls uuid[], ballot_ids uuid[], by_persons uuid[], choices text[], moment timestamptz)
        returns setof casting language plpgsql stable as $$
      begin
        return query
        select asked.place::int, judged.outcome, judged.outcome = 'CAST' and known.id is null, asked.poll_id, asked.ballot_id, key.elector, e.body_id, asked.choice,
          former.id, key.record_id, to_char(coalesce(r.at, key.told) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          coalesce(r.type, case when p.secret then 'ballot.cast' else 'vote' end),
          coalesce(r.body, case
            when judged.outcome <> 'CAST' then null
            when p.secret then jsonb_build_object('poll', asked.poll_id, 'code', encode(sha256(key.nonce || convert_to(asked.poll_id::text || asked.choice, 'utf8')), 'hex'),
              'prev', encode(former.code, 'hex'))
            else jsonb_build_object('ballot', asked.poll_id, 'id', asked.ballot_id, 'group', b.slug, 'choice', asked.choice, 'weight', 1, 'prev', former.id,
              'voter', encode(sha256(convert_to('fed-voter-v1', 'utf8') || '\\x00'::bytea || person.salt || convert_to(asked.person_id::text, 'utf8')), 'hex')) end),
          coalesce(known.cast_at, key.told), key.nonce, coalesce(p.closed_at, p.closes_at), p.options
        from (select * from unnest(of_polls, ballot_ids, by_persons, choices) with ordinality as a (poll_id, ballot_id, person_id, choice, place)) asked
        left join poll p on p.id = asked.poll_id
        left join poll_key k on k.poll_id = p.id and p.secret
        -- Under what id the elector's ballot stands and its record will be found again: of a confidential poll only its
        -- key tells. Such a ballot is timed to the minute. 'offset 0' has each computed once.
        cross join lateral (
          select case when p.secret then uuid_from(hmac_sha256(k.key, convert_to('elector' || asked.person_id::text, 'utf8'))) else asked.person_id end as elector,
            case when p.secret then uuid_from(hmac_sha256(k.key, convert_to('record' || asked.ballot_id::text, 'utf8')))
              else uuid_from(sha256(convert_to('record' || asked.poll_id::text || asked.ballot_id::text, 'utf8'))) end as record_id,
            case when p.secret then substring(hmac_sha256(k.key, convert_to('nonce' || asked.ballot_id::text, 'utf8')) for 16) end as nonce,
            date_trunc(case when p.secret then 'minute' else 'microseconds' end, moment) as told
          offset 0
        ) key
        left join ballot known on known.poll_id = asked.poll_id and known.id = asked.ballot_id
        left join history_record r on known.id is not null and r.id = key.record_id
        left join roll_entry e on e.poll_id = asked.poll_id and e.person_id = asked.person_id
        left join body b on b.id = e.body_id
        left join person on person.id = e.person_id
        left join ballot former on former.poll_id = asked.poll_id and former.elector = key.elector and not former.replaced
        cross join lateral (select case
          when p.id is null then 'NO_POLL'
          when p.secret and k.key is null then case when p.state = 'OPEN' then 'NOT_ON_ROLL' else 'POLL_CLOSED' end
          when known.id is not null then case when known.elector = key.elector and known.marks = asked.choice then 'CAST' else 'KEY_USED' end
          when p.state <> 'OPEN' or moment >= p.closes_at then 'POLL_CLOSED'
          when e.person_id is null then 'NOT_ON_ROLL'
          when p.by_tellers then 'COUNTED_BY_TELLERS'
          when p.method <> 'MOTION' and exists (select 1 from paper_handed h where h.poll_id = p.id and h.person_id = asked.person_id) then 'HAS_A_PAPER'
          when not mark_is_offered(p.method, p.options, asked.choice) then case when p.method = 'MOTION' then 'UNKNOWN_OPTION' else 'UNREADABLE_MARKS' end
          else 'CAST' end as outcome offset 0) judged;
      end $$;

      -- Ballots that come at the same moment, judged by the clock of this database and kept in one stroke; nobody may be
      -- among them twice for one poll. The ballots of a person in a poll follow one another: the advisory lock leaves no
      -- trace, as a lock on the row of the roll would. The lock on the poll puts each ballot before the close or after it.
      -- All are taken in the order of poll and person, as the close takes polls, so that nobody waits in a circle.
      -- Every row is found by its index and every plan is made once, also by a session that planned when the tables were
      -- nearly empty: thousands may vote before they are next analysed.
      create function cast_ballots(of_polls uuid[], ballot_ids uuid[], by_persons uuid[], choices text[]) returns setof casting language plpgsql
        set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
      declare
        casts casting[];
      begin
        perform pg_advisory_xact_lock(hashtextextended(of_poll::text || by_person::text, 1))
          from (select * from unnest(of_polls, by_persons) as a (of_poll, by_person) order by of_poll, by_person) asked;
        perform from poll where id = any (of_polls) order by id for key share;
        casts := array(select c from judge_ballots(of_polls, ballot_ids, by_persons, choices, clock_timestamp()) c);
        update ballot set replaced = true from unnest(casts) c
          where c.fresh and c.former_id is not null and ballot.poll_id = c.poll_id and ballot.id = c.former_id;
        insert into ballot (poll_id, id, elector, body_id, marks, code, cast_at)
          select c.poll_id, c.ballot_id, c.elector, c.body_id, c.choice, decode(c.body ->> 'code', 'hex'), c.cast_at
          from unnest(casts) c where c.fresh;
        insert into history_record (id, at, type, body)
          select c.record_id, date_trunc('second', c.cast_at), c.type, c.body from unnest(casts) c where c.fresh;
        insert into history_pending (record_id) select c.record_id from unnest(casts) c where c.fresh order by c.place;
        return query select * from unnest(casts);
      end $$;

      -- The last wall before the ballots, for a whole statement at once. Every ballot is of an open poll and says what the
      -- poll offers. One with an elector is in time, by the clock of the database and by nobody's leave, and of an
      -- open poll from the roll. One without is written as its confidential poll closes, when the time is over.
      create function ballots_are_lawful() returns trigger language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
      declare
        fault text;
      begin
        select f.fault into fault
          from added a
          left join poll p on p.id = a.poll_id
          left join roll_entry e on not p.secret and e.poll_id = a.poll_id and e.person_id = a.elector and e.body_id = a.body_id
          cross join lateral (select case
            when p.state is distinct from 'OPEN' then 'MD011'
            when not mark_is_offered(p.method, p.options, a.marks) then 'MD013'
            when a.elector is null then case
              when p.secret and clock_timestamp() >= p.closes_at and a.cast_at is null and a.code is null and not a.replaced then null else 'MD014' end
            when clock_timestamp() >= p.closes_at then 'MD011'
            when p.secret then case when not exists (select 1 from body where id = a.body_id) then 'MD016' end
            when e.person_id is null then 'MD016' end as fault) f
          where f.fault is not null limit 1;
        case fault
          when 'MD011' then raise exception 'the poll is closed' using errcode = 'MD011';
          when 'MD013' then raise exception 'the option is not on the ballot' using errcode = 'MD013';
          when 'MD014' then raise exception 'a ballot has an elector until its poll closes' using errcode = 'MD014';
          when 'MD016' then raise exception 'a ballot comes from the roll' using errcode = 'MD016';
          else return null;
        end case;
      end $$;
      create trigger ballots_are_lawful after insert on ballot
        referencing new table as added for each statement execute function ballots_are_lawful();
      drop trigger ballot_is_of_the_roll on ballot;
      drop function ballot_is_of_the_roll;
      drop trigger ballot_is_in_time on ballot;
      drop function ballot_is_in_time;

      -- A ballot that is kept. After the close the ballots of a confidential poll are written anew without their
      -- electors; nothing else is ever taken away. A ballot may still be struck out (marked replaced) until the
      -- result, when a challenge to the roll is upheld.
      create function ballot_is_kept() returns trigger language plpgsql as $$
      declare
        p record;
      begin
        select state, closes_at, secret into p from poll where id = old.poll_id;
        if tg_op = 'DELETE' then
          if p.secret and p.state = 'OPEN' and clock_timestamp() >= p.closes_at then return old; end if;
          raise exception 'a ballot is never deleted' using errcode = 'MD010';
        end if;
        if (new.poll_id, new.id, new.elector, new.body_id, new.marks, new.code, new.cast_at)
            is distinct from (old.poll_id, old.id, old.elector, old.body_id, old.marks, old.code, old.cast_at)
            or (old.replaced and not new.replaced) then
          raise exception 'a ballot is replaced, never edited' using errcode = 'MD012';
        end if;
        if p.state = 'CERTIFIED' or (p.state = 'CLOSED' and p.secret) then
          raise exception 'the poll is closed' using errcode = 'MD011';
        end if;
        return new;
      end $$;
      create trigger ballot_is_kept before update or delete on ballot for each row execute function ballot_is_kept();

      -- What a ballot, a waiting record and a leaf refer to is never deleted, and that they refer to it is checked above and
      -- below for all of a statement; looking it up again for each, and locking it each time, is saved.
      create trigger poll_is_kept before delete on poll for each row execute function refuse_change();
      create trigger body_is_kept before delete on body for each row execute function refuse_change();
      alter table ballot drop constraint ballot_poll_id_fkey, drop constraint ballot_body_id_fkey;
      alter table history_pending drop constraint history_pending_record_id_fkey;
      alter table history_leaf drop constraint history_leaf_record_id_fkey;

      create function entry_is_of_a_record() returns trigger language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
      begin
        if exists (select 1 from added a where not exists (select 1 from history_record r where r.id = a.record_id)) then
          raise exception 'what waits and what is numbered is a record' using errcode = 'foreign_key_violation';
        end if;
        return null;
      end $$;
      create trigger pending_is_of_a_record after insert on history_pending
        referencing new table as added for each statement execute function entry_is_of_a_record();
      create trigger leaf_is_of_a_record after insert on history_leaf
        referencing new table as added for each statement execute function entry_is_of_a_record();

      -- A record leaves the queue only once its leaf is in the log, and keeps the name under which it was queued.
      drop trigger record_has_its_leaf on history_pending;
      drop function record_has_its_leaf;
      create function records_have_their_leaves() returns trigger language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
      begin
        if exists (select 1 from gone g where not exists (select 1 from history_leaf l where l.record_id = g.record_id)) then
          raise exception 'a record leaves the queue only for its place in the log' using errcode = 'MD001';
        end if;
        return null;
      end $$;
      create trigger records_have_their_leaves after delete on history_pending
        referencing old table as gone for each statement execute function records_have_their_leaves();
      create trigger history_pending_is_kept before update on history_pending
        for each row execute function refuse_change();
    `);
  }
}

// Why: who may vote is computed, never typed, and it is computed in one place. These functions are that place:
// a page that tells one member where they stand and a poll that freezes a roll of a hundred thousand ask the same.
import { Migration } from '@mikro-orm/migrations';

export class Standing extends Migration {
  override up(): void {
    this.addSql(`
      -- A section of the rules as they apply to a body: its own newest rule book if it speaks of it, else the
      -- nearest one above that does.
      create function rule_in_force(of_body uuid, section text) returns jsonb language sql stable as $$
        select book.rules -> section
        from body_above a
        join lateral (
          select rules from rule_book where body_id = a.above_id and in_force_from <= now() order by version desc limit 1
        ) book on jsonb_exists(book.rules, section)
        where a.body_id = of_body
        order by a.distance limit 1
      $$;

      -- What stands between each membership below a body and good standing, as yes or no, on a day. Dues are owed
      -- from the day of joining, so that a new member has the grace too.
      create function member_standing(of_body uuid, on_day date)
        returns table (membership_id uuid, person_id uuid, body_id uuid, active boolean, member boolean, body_votes boolean,
          accepted boolean, dues boolean, dues_until date, good boolean)
        language sql stable as $$
        with home as materialized (
          select b.id, b.state = 'AFFILIATED' as votes, coalesce((rule_in_force(b.id, 'standing') ->> 'duesGraceDays')::int, 0) as grace
          from body_above a join body b on b.id = a.body_id
          where a.above_id = of_body
        ), good_versions as materialized (
          -- The version in force, and each one before it as long as no window for accepting a later one has run out.
          select v.id from platform_version v
          where v.in_force_from <= now() and not exists (
            select 1 from platform_version later
            where later.number > v.number and later.in_force_from <= now() and coalesce(later.reaccept_by < now(), true)
          )
        )
        select m.id, m.person_id, m.body_id, f.active, f.member, h.votes, f.accepted, f.dues, d.dues_until,
          f.active and f.member and h.votes and f.accepted and f.dues
        from home h join membership m on m.body_id = h.id
        cross join lateral (select coalesce(m.dues_paid_until, m.joined_on) + h.grace as dues_until) d
        cross join lateral (
          select m.state = 'ACTIVE' as active, m.kind = 'MEMBER' as member,
            not exists (select 1 from good_versions)
              or exists (select 1 from acceptance c join good_versions g on g.id = c.version_id where c.person_id = m.person_id) as accepted,
            coalesce(d.dues_until >= on_day, false) as dues
        ) f
        where m.state in ('ACTIVE', 'ON_LEAVE', 'SUSPENDED')
      $$;

      -- How many members each Local Group (or Region, at large) has itself: kept as memberships change, so that
      -- the picture of the whole tree does not count everybody each time somebody looks.
      create table body_count (
        body_id uuid primary key references body,
        members int not null default 0 check (members >= 0)
      );

      create function count_members() returns trigger language plpgsql as $$
      begin
        -- In two steps: the row offered to an insert must itself be lawful, and a difference may be below zero.
        insert into body_count (body_id) select distinct body_id from added order by body_id on conflict (body_id) do nothing;
        update body_count c set members = c.members + change.n
          from (
            select body_id, sum(n) as n from (
              select body_id, 1 as n from added where kind = 'MEMBER' and state in ('ACTIVE', 'ON_LEAVE', 'SUSPENDED')
              union all
              select body_id, -1 from removed where kind = 'MEMBER' and state in ('ACTIVE', 'ON_LEAVE', 'SUSPENDED')
            ) each_one group by body_id having sum(n) <> 0
          ) change
          where c.body_id = change.body_id;
        return null;
      end $$;
      create function count_new_members() returns trigger language plpgsql as $$
      begin
        insert into body_count as c (body_id, members)
          select body_id, count(*) from added where kind = 'MEMBER' and state in ('ACTIVE', 'ON_LEAVE', 'SUSPENDED') group by body_id order by body_id
        on conflict (body_id) do update set members = c.members + excluded.members;
        return null;
      end $$;
      create trigger count_new_members after insert on membership
        referencing new table as added for each statement execute function count_new_members();
      create trigger count_members after update on membership
        referencing old table as removed new table as added for each statement execute function count_members();

      create function membership_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'a membership ends, it is not deleted' using errcode = 'MD001';
      end $$;
      create trigger membership_is_kept before delete on membership for each row execute function membership_is_kept();
    `);
  }
}

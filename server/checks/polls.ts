// Rolls and ballots: frozen, one each, in time, and silent about persons where they are to be.
import { sql } from 'kysely';
import { none, type Invariant } from './invariant.js';

export const pollInvariants: Invariant[] = [
  none(
    'polls: rolls',
    'the counts of every roll are what the frozen roll holds',
    sql`
      with held as (select poll_id, body_id, count(*) as entitled from roll_entry group by poll_id, body_id),
        listed as (select c.* from roll_count c where exists (select 1 from roll_entry e where e.poll_id = c.poll_id))
      select 'poll ' || coalesce(l.poll_id, h.poll_id) || ' counts ' || coalesce(l.entitled, 0) || ' of body ' || coalesce(l.body_id, h.body_id) || ', its roll holds ' || coalesce(h.entitled, 0) as fault
      from listed l full join held h on h.poll_id = l.poll_id and h.body_id = l.body_id
      where coalesce(l.entitled, 0) <> coalesce(h.entitled, 0)`,
  ),
  none(
    'polls: ballots',
    'one standing ballot each, by people on the roll, for options of the poll, as the history says',
    sql`
      select 'in poll ' || poll_id || ' one elector has ' || count(*) || ' standing ballots' as fault
        from ballot where not replaced and elector is not null group by poll_id, elector having count(*) > 1
      union all
      select 'ballot ' || b.id || ' in poll ' || b.poll_id || ' is by nobody on the roll' from ballot b join poll p on p.id = b.poll_id
        where not p.secret and not exists (select 1 from roll_entry e where e.poll_id = b.poll_id and e.person_id = b.elector and e.body_id = b.body_id)
      union all
      select 'ballot ' || b.id || ' in poll ' || b.poll_id || ' marks what is not an option' from ballot b join poll p on p.id = b.poll_id
        where not marks_are_valid(p.method, p.options, b.marks)
      union all
      select 'ballot ' || b.id || ' in poll ' || b.poll_id || ' is not the one in the history' from ballot b join poll p on p.id = b.poll_id
        where not p.secret and not exists (
          select 1 from history_record r where r.type = 'vote' and r.body ->> 'id' = b.id::text and r.body ->> 'ballot' = b.poll_id::text and r.body ->> 'choice' = b.marks
        )
      union all
      select 'the ballot ' || (r.body ->> 'id') || ' of the history is not in poll ' || (r.body ->> 'ballot') from history_record r
        where r.type = 'vote' and not exists (select 1 from ballot b where b.poll_id = (r.body ->> 'ballot')::uuid and b.id = (r.body ->> 'id')::uuid)
      union all
      select 'poll ' || p.id || ' holds ' || held.n || ' ballots and closed with ' || told.n from poll p
        join lateral (select count(*) as n from ballot where poll_id = p.id and not replaced) held on true
        join lateral (
          select (r.body ->> 'ballots')::int - (select count(*) from history_record c where c.type = 'correction' and c.body ->> 'poll' = p.id::text
            and c.body ->> 'action' = 'VOID_BALLOT' and c.at >= r.at) as n
          from history_record r where r.type = 'ballot.close' and r.body ->> 'poll' = p.id::text
        ) told on true
        where p.state <> 'OPEN' and held.n <> told.n`,
  ),
  none(
    'polls: secrecy',
    'in a closed confidential poll nothing points to a person',
    sql`
      select 'ballot ' || b.id || ' in the closed confidential poll ' || b.poll_id || ' still points to its elector' as fault
        from ballot b join poll p on p.id = b.poll_id where p.secret and p.state <> 'OPEN' and (b.elector is not null or b.cast_at is not null)
      union all
      select 'the key of the closed poll ' || k.poll_id || ' is still there' from poll_key k join poll p on p.id = k.poll_id where p.state <> 'OPEN'`,
  ),
];

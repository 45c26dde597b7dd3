// The tree, who belongs where, and what only decisions change.
import { sql } from 'kysely';
import { none, type Invariant } from './invariant.js';

export const bodyInvariants: Invariant[] = [
  none(
    'bodies: tree',
    'who stands above whom follows from the parents',
    sql`
      with recursive made(body_id, above_id, distance) as (
        select id, id, 0 from body
        union all
        select m.body_id, b.parent_id, m.distance + 1 from made m join body b on b.id = m.above_id where b.parent_id is not null and m.distance < 100
      )
      select 'the place of body ' || coalesce(made.body_id, kept.body_id) || ' below ' || coalesce(made.above_id, kept.above_id) || ' is kept wrongly' as fault
      from made full join body_above kept on kept.body_id = made.body_id and kept.above_id = made.above_id
      where made.distance is distinct from kept.distance`,
  ),
  none(
    'bodies: counts',
    'member counts follow from the memberships',
    sql`
      select 'body ' || coalesce(c.body_id, m.body_id) || ' is said to have ' || coalesce(c.members, 0) || ' members and has ' || coalesce(m.members, 0) as fault
      from body_count c full join (
        select body_id, count(*) as members from membership where kind = 'MEMBER' and state in ('ACTIVE', 'ON_LEAVE', 'SUSPENDED') group by body_id
      ) m on m.body_id = c.body_id
      where coalesce(c.members, 0) <> coalesce(m.members, 0)`,
  ),
  none(
    'bodies: states',
    'the state of every body is the last one in its own history',
    sql`
      select 'body ' || b.id || ' is ' || b.state || ' and its history ends with ' || s.state as fault
      from body b join lateral (select state from body_state where body_id = b.id order by since desc limit 1) s on true
      where s.state <> b.state`,
  ),
  none(
    'memberships',
    'nobody belongs to two groups, and members stand in Local Groups or at large in a Region',
    sql`
      select 'person ' || person_id || ' has ' || count(*) || ' memberships at once' as fault
        from membership where state in ('APPLICANT', 'ACTIVE', 'ON_LEAVE', 'SUSPENDED') group by person_id having count(*) > 1
      union all
      select 'membership ' || m.id || ' is in the Federation itself' from membership m join body b on b.id = m.body_id where b.kind = 'FEDERATION'`,
  ),
  none(
    'decisions',
    'platform and rule book versions are numbered without gaps and follow from carried motions',
    sql`
      with version as (
        select 'platform' as what, body_id, number, proposal_id, 'ADOPT_PLATFORM' as kind from platform_version
        union all
        select 'rule book', body_id, version, proposal_id, 'ADOPT_RULE_BOOK' from rule_book
      )
      select v.what || ' ' || v.number || ' of body ' || v.body_id || ' follows from no carried motion' as fault
        from version v left join proposal p on p.id = v.proposal_id and p.state = 'CARRIED' and p.kind = v.kind and p.body_id = v.body_id
        where (v.number > 1 or v.proposal_id is not null) and p.id is null
      union all
      select 'the ' || what || ' versions of body ' || body_id || ' leave out a number' from version group by what, body_id having max(number) <> count(*)`,
  ),
];

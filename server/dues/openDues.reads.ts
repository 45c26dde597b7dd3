// Members who owe: how much, since when, and how far their own body's rules let it go.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { effectiveRulesOf } from '../rules/effectiveRules.js';
import type { Rules } from '../rules/schema.js';

export interface Owing {
  membershipId: string;
  personId: string;
  bodyId: string;
  bodyName: string;
  state: string;
  name: string;
  email: string | null;
  locale: string;
  /** The first day on which something was due that is still open. */
  since: string;
  daysOpen: number;
  /** The last day of the grace. */
  goodUntil: string;
  /** Sums still open, by currency. */
  open: { currency: string; amount: string }[];
  charges: { id: string; daysOpen: number }[];
}

/** Current members with something open, the whole federation's; their addresses only where they are proved. */
export async function membersOwing(db: Database): Promise<{ owing: Owing; rules: Rules }[]> {
  const { rows } = await sql<Owing>`
    select m.id as "membershipId", m.person_id as "personId", m.body_id as "bodyId", b.name as "bodyName", m.state, p.display_name as name,
      case when p.email_proved_at is not null then p.email end as email, p.locale, o.since::text as since, today - o.since as "daysOpen",
      (m.dues_paid_until + coalesce((rule_in_force(b.id, 'standing') ->> 'duesGraceDays')::int, 0))::text as "goodUntil", o.charges,
      (select json_agg(json_build_object('currency', s.currency, 'amount', s.sum::text)) from (
        select currency, sum(amount - settled) as sum from dues_charge where person_id = m.person_id and settled < amount group by currency order by currency) s) as open
    from (select clock_timestamp()::date as today) t
    cross join lateral (
      select person_id, min(due_on) as since, json_agg(json_build_object('id', id, 'daysOpen', today - due_on) order by due_on) as charges
      from dues_charge where settled < amount and due_on <= today group by person_id
    ) o
    join membership m on m.person_id = o.person_id and m.state in ('ACTIVE', 'ON_LEAVE', 'SUSPENDED') and m.kind = 'MEMBER'
    join body b on b.id = m.body_id join person p on p.id = m.person_id
    order by m.id`.execute(db);
  const bodies = [...new Set(rows.map(({ bodyId }) => bodyId))];
  const rules = new Map((await effectiveRulesOf(db, bodies)).map((effective) => [effective.bodyId, effective.rules]));
  return rows.map((owing) => ({ owing, rules: rules.get(owing.bodyId)! }));
}

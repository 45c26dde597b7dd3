// Where somebody stands with dues, with the day on which that changes, for those who may know it: the rule itself is the
// database's (member_standing), from which rolls are frozen. That rule knows nothing of waivers: what they excuse is settled.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { oneEach } from '../loaders.js';

export type DuesState = 'PAID' | 'WAIVED' | 'WITHIN_GRACE' | 'IN_ARREARS' | 'LAPSED';

export interface DuesStanding {
  state: DuesState;
  /** The last day of this state, as things are; null where it has none. */
  until: string | null;
  /** What follows if nothing is paid. */
  next: DuesState | null;
  nextOn: string | null;
}

interface Facts {
  id: string;
  lapsed: boolean;
  settledUntil: string;
  graceUntil: string;
  lapsesOn: string | null;
  waivedUntil: string | null;
  today: string;
}

/** The waiver included: for the member, the Treasurer and the Secretary alone. */
export const duesStandingsOf = async (
  db: Database,
  membershipIds: readonly string[],
): Promise<(DuesStanding | null)[]> => {
  const { rows } = await sql<Facts>`
    select m.id, m.state = 'LAPSED' as lapsed, s.until::text as "settledUntil", (s.until + g.days)::text as "graceUntil",
      (s.until + 2 + l.days)::text as "lapsesOn", t.today::text as today,
      (select max(coalesce(w.ended_on, w.until_date))::text from dues_waiver w
        where w.membership_id = m.id and t.today between w.from_date and coalesce(w.ended_on, w.until_date)) as "waivedUntil"
    from (select clock_timestamp()::date as today) t, membership m
    cross join lateral (select coalesce(m.dues_paid_until, m.joined_on) as until) s
    cross join lateral (select coalesce((rule_in_force(m.body_id, 'standing') ->> 'duesGraceDays')::int, 0) as days) g
    cross join lateral (select (rule_in_force(m.body_id, 'dues') ->> 'lapseDays')::int as days) l
    where m.id = any (${membershipIds}::uuid[]) and m.kind = 'MEMBER' and m.joined_on is not null and m.state in ('ACTIVE', 'ON_LEAVE', 'SUSPENDED', 'LAPSED')`.execute(
    db,
  );
  return oneEach(membershipIds, rows, ({ id }) => id).map((facts) => facts && standingOf(facts));
};

function standingOf({ lapsed, settledUntil, graceUntil, lapsesOn, waivedUntil, today }: Facts): DuesStanding {
  if (lapsed) return { state: 'LAPSED', until: null, next: null, nextOn: null };
  if (today <= settledUntil && waivedUntil !== null) {
    const until = waivedUntil > settledUntil ? waivedUntil : settledUntil;
    return { state: 'WAIVED', until, next: 'WITHIN_GRACE', nextOn: dayAfter(until) };
  }
  if (today <= settledUntil)
    return { state: 'PAID', until: settledUntil, next: 'WITHIN_GRACE', nextOn: dayAfter(settledUntil) };
  if (today <= graceUntil)
    return { state: 'WITHIN_GRACE', until: graceUntil, next: 'IN_ARREARS', nextOn: dayAfter(graceUntil) };
  return lapsesOn === null || lapsesOn <= today
    ? { state: 'IN_ARREARS', until: null, next: null, nextOn: null }
    : { state: 'IN_ARREARS', until: dayAfter(lapsesOn, -1), next: 'LAPSED', nextOn: lapsesOn };
}

/** Calendar days have no time zone: 00:00 UTC stands for each. */
function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

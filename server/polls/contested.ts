// What keeps a closed poll from its result for a while: a challenge to a roll nobody has decided, or tellers who have
// not agreed on a count. It does not keep it for ever: whoever could hold a result back by doing nothing has as long as
// the roll could be challenged, and at least a day.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';

export interface Contested {
  /** Bodies whose roll or count is open, by name. */
  challenges: string[];
  counts: string[];
  /** Until then the result waits; after it, challenges lapse and a count without agreement is not used. */
  until: Date | null;
  over: boolean;
}

export async function contestedIn(db: Database, rootId: string): Promise<Contested> {
  const { rows } = await sql<Contested>`
    select
      array(select distinct b.name from roll_challenge c join poll p on p.id = c.poll_id join body b on b.id = c.body_id
        where p.root_id = root.id and c.state = 'OPEN' order by b.name) as challenges,
      array(select distinct b.name from teller_count t join poll p on p.id = t.poll_id join body b on b.id = p.body_id
        where p.root_id = root.id and not t.replaced and not p.by_tellers
          and not exists (select 1 from ballot where poll_id = p.id and not replaced) order by b.name) as counts,
      wait.until, clock_timestamp() >= wait.until as over
    from poll root
    cross join lateral (
      select max(closed_at) + greatest(root.challenge_until - root.opened_at, interval '1 day') as until from poll where root_id = root.id
    ) wait
    where root.id = ${rootId}`.execute(db);
  return rows[0]!;
}

export const isSettled = ({ challenges, counts, over }: Contested): boolean =>
  over || (challenges.length === 0 && counts.length === 0);

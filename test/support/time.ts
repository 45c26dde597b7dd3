// Days that pass in a moment: a poll's own times are moved back, so that the database's clock finds it over.
import { sql } from 'kysely';
import type { World } from './world.js';

/** The time of a poll, and of every poll of its tree, is over by a second. */
export async function passTime(world: World, pollId: string): Promise<void> {
  await sql`
    update poll set opened_at = opened_at - left_over.span, challenge_until = challenge_until - left_over.span, closes_at = closes_at - left_over.span
    from (select root_id, max(closes_at) - clock_timestamp() + interval '1 second' as span from poll
      where root_id = (select root_id from poll where id = ${pollId}) group by root_id) left_over
    where poll.root_id = left_over.root_id`.execute(world.db);
}

/** The poll closes in so many milliseconds by the database's clock. */
export async function closeIn(world: World, pollId: string, milliseconds: number): Promise<void> {
  await sql`
    update poll set opened_at = least(opened_at, now() - interval '1 day'), challenge_until = least(challenge_until, now()),
      closes_at = clock_timestamp() + make_interval(secs => ${milliseconds / 1000})
    where root_id = (select root_id from poll where id = ${pollId})`.execute(world.db);
}

/** Whatever has been left undecided since the close has been left long enough. */
export async function passWaiting(world: World, pollId: string): Promise<void> {
  await sql`update poll set closed_at = closed_at - interval '30 days' where root_id = ${pollId}`.execute(world.db);
}

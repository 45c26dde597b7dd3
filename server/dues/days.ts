// Days of the books, by the one clock that decides, as calendar days without a time zone.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { refuse } from '../errors.js';

export async function bookDay(db: Database): Promise<string> {
  const { rows } = await sql<{ today: string }>`select clock_timestamp()::date::text as today`.execute(db);
  return rows[0]!.today;
}

/** A day on which money moved: not one to come, and none of a period whose books are closed. */
export async function mustBeBookable(db: Database, bodyId: string, day: string, field: string): Promise<void> {
  if (day > (await bookDay(db)))
    refuse('FUTURE_DATE', 'That day has not come yet. Give the day on which the money moved.', {
      rule: 'books',
      field,
      values: { day },
    });
  const closed = await db
    .selectFrom('book_period')
    .select(sql<string>`until_date::text`.as('until'))
    .where('body_id', '=', bodyId)
    .where('closed_at', 'is not', null)
    .where('from_date', '<=', day)
    .where('until_date', '>=', day)
    .executeTakeFirst();
  if (closed)
    refuse('PERIOD_CLOSED', `The books are closed up to ${closed.until}. Book it on a later day.`, {
      rule: 'books',
      field,
      values: { until: closed.until },
    });
}

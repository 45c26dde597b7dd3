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
  const { rows } = await sql<{ toCome: boolean; closedUntil: string | null }>`
    select ${day}::date > clock_timestamp()::date as "toCome", (
      select until_date::text from book_period where body_id = ${bodyId} and closed_at is not null and ${day}::date between from_date and until_date
    ) as "closedUntil"`.execute(db);
  const { toCome, closedUntil } = rows[0]!;
  if (toCome)
    refuse('FUTURE_DATE', 'That day has not come yet. Give the day on which the money moved.', {
      rule: 'books',
      field,
      values: { day },
    });
  if (closedUntil)
    refuse('PERIOD_CLOSED', `The books are closed up to ${closedUntil}. Book it on a later day.`, {
      rule: 'books',
      field,
      values: { until: closedUntil },
    });
}

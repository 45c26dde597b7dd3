// Moments as the database keeps them. The connection hands a timestamp over as text, whatever a row's type says.
import { sql, type RawBuilder } from 'kysely';
import type { Database } from './database.js';

export function asDate(value: Date | string): Date;
export function asDate(value: Date | string | null): Date | null;
export function asDate(value: Date | string | null): Date | null {
  return value === null || value instanceof Date ? value : new Date(value);
}

/** What time it is by the one clock that decides, at this very statement. */
export async function clockOf(db: Database): Promise<Date> {
  const { rows } = await sql<{ now: string }>`select clock_timestamp() as now`.execute(db);
  return asDate(rows[0]!.now);
}

/** A moment in microseconds since 1970, exact: what a cursor holds. */
export const microseconds = (column: RawBuilder<unknown>) =>
  sql<string>`(extract(epoch from ${column}) * 1000000)::bigint::text`;
export const atMicroseconds = (written: string | null) =>
  sql<Date>`(timestamptz 'epoch' + ${written}::bigint * interval '1 microsecond')`;

export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * 86_400_000);

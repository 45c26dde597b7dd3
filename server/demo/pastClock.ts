// The demonstration has a past. Its deeds are done by the same code as anybody's, on connections of their own where
// the clock of the database is set back: a schema that stands before PostgreSQL's own, with functions of the same
// names. It exists only while a demonstration is being loaded into a database that was empty, and leaves with it.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';

const SCHEMA = 'demonstration';
/** What a connection into the past begins with. Nothing is lost if it is cut off: the load goes on where it stopped. */
export const inThePast = { search_path: `${SCHEMA},pg_catalog,public`, synchronous_commit: 'off' };

export async function makeClock(db: Database): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`create schema if not exists demonstration`.execute(tx);
    await sql`create table if not exists demonstration.clock (one boolean primary key default true check (one), back interval not null, done int not null)`.execute(
      tx,
    );
    await sql`insert into demonstration.clock (back, done) values (interval '0', 0) on conflict do nothing`.execute(tx);
    await sql`create or replace function demonstration.clock_timestamp() returns timestamptz language sql volatile as
      'select pg_catalog.clock_timestamp() - (select back from demonstration.clock)'`.execute(tx);
    await sql`create or replace function demonstration.now() returns timestamptz language sql stable as
      'select pg_catalog.now() - (select back from demonstration.clock)'`.execute(tx);
  });
}

/** How many steps of the story are told; a load that was cut off goes on after them. */
export async function stepsDone(db: Database): Promise<number> {
  const { rows } = await sql<{ done: number }>`select done from demonstration.clock`.execute(db);
  return rows[0]!.done;
}

export async function turnTo(db: Database, hoursAgo: number): Promise<void> {
  await sql`update demonstration.clock set back = make_interval(mins => ${Math.round(hoursAgo * 60)})`.execute(db);
}

export async function markDone(db: Database, steps: number): Promise<void> {
  await sql`update demonstration.clock set done = ${steps}`.execute(db);
}

export async function dropClock(db: Database): Promise<void> {
  await sql`drop schema if exists demonstration cascade`.execute(db);
}

// A private excuse with full rights: whom it may be granted to, and what it lets go. It is kept in the table of waivers
// and nowhere else: the charges it covers are dropped as any charge may be, in one sum that names nobody.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { notFound, refuse } from '../errors.js';
import { bookDay } from './days.js';

/** The longest term: whoever still needs it asks again, so that nobody is forgotten either way. */
const LONGEST_DAYS = 731;

export interface Term {
  from: string;
  until: string;
}

export async function readTerm(db: Database, from: string | null, until: string): Promise<Term> {
  const today = await bookDay(db);
  const term = { from: from ?? today, until };
  const { rows } = await sql<{ days: number }>`select ${until}::date - ${term.from}::date as days`.execute(db);
  const { days } = rows[0]!;
  if (days < 0 || days > LONGEST_DAYS || term.from > today)
    refuse('WAIVER_TERM', 'A waiver is for a term of at most two years, which has begun by today.', {
      rule: 'dues',
      field: 'until',
    });
  return term;
}

/** One at a time; and where no dues are asked there is nothing to be excused from. */
export async function mustBeWaivable(db: Database, membershipId: string, { from, until }: Term): Promise<void> {
  const asked = await db.selectFrom('dues_schedule').select('id').limit(1).executeTakeFirst();
  if (!asked)
    refuse('NO_DUES', 'No dues have been decided yet, so there is nothing to be excused from.', { rule: 'dues' });
  const { rows } = await sql<{ until: string }>`
    select coalesce(ended_on, until_date)::text as until from dues_waiver
    where membership_id = ${membershipId} and from_date <= ${until} and coalesce(ended_on - 1, until_date) >= ${from}`.execute(
    db,
  );
  if (rows[0])
    refuse('ALREADY_WAIVED', `There is a waiver for that time already, until ${rows[0].until}.`, {
      rule: 'dues',
      values: { until: rows[0].until },
    });
}

/** Drops what is open and fell due, or falls due, by the end of the term; answers the hash of the transfer, if any. */
export async function dropWaived(
  db: Database,
  personId: string,
  bodyId: string,
  { until }: Term,
): Promise<Buffer | null> {
  const { rows } = await sql<{ hash: Buffer | null }>`
    select t.hash from drop_charges(${bodyId}, array(
      select id from dues_charge where person_id = ${personId} and body_id = ${bodyId} and settled < amount and due_on <= ${until}), ${await bookDay(db)}) t`.execute(
    db,
  );
  return rows[0]?.hash ?? null;
}

export interface WaiverRow {
  id: string;
  membershipId: string;
  personId: string;
  bodyId: string;
}

export async function findWaiver(db: Database, id: string): Promise<WaiverRow> {
  const found = await db
    .selectFrom('dues_waiver as w')
    .innerJoin('membership as m', 'm.id', 'w.membership_id')
    .select(['w.id', 'w.membership_id as membershipId', 'm.person_id as personId', 'm.body_id as bodyId'])
    .where('w.id', '=', id)
    .executeTakeFirst();
  if (!found) throw notFound('waiver');
  return found;
}

// Timed work is put in a queue inside the transaction of the deed that needs it: if the deed does not happen,
// neither does the work.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';

/** Each kind of work and what it is told. */
export interface Payloads {
  /** One mail through the deployment's mail server, tried again until it is taken. */
  mail: { to: string; subject: string; text: string };
  /** One poll whose time is over is closed and, where nothing is contested, certified. */
  closePoll: { pollId: string };
  /** An election whose nominations are closed goes to the vote. */
  openElection: { electionId: string };
  /** A closed election is counted and, where nothing is contested, certified. */
  certifyElection: { electionId: string };
  /** What is due in dues: charges, what was paid ahead, members who moved, reminders, lapses. */
  keepDues: Record<string, never>;
  /** What is left in the pages of the database after confidential ballots were written anew is cleared away. */
  forgetBallots: Record<string, never>;
  /** All that is due by the clock, whatever became of its own job. */
  sweep: Record<string, never>;
}
export type TaskName = keyof Payloads;

export interface Timing {
  /** Not before this moment of the database's clock; at once when left out. */
  runAt?: Date;
  /** Work waiting under the same key is replaced rather than doubled. */
  key?: string;
}

export async function enqueue<Name extends TaskName>(
  db: Database,
  task: Name,
  payload: Payloads[Name],
  { runAt, key }: Timing = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${task}::text, ${JSON.stringify(payload)}::json,
    run_at => ${runAt ?? null}::timestamptz, job_key => ${key ?? null}::text)`.execute(db);
}

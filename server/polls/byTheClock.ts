// What the clock does with polls. Each piece of work asks the database what is due, so that it may come late, twice or
// from several processes at once; what one poll refuses keeps no other from its turn.
import { sql } from 'kysely';
import type { Context } from '../context.js';
import { eachDue } from '../jobs/eachDue.js';
import { certifyIfSettled } from './certifyIfSettled.js';
import { closePoll } from './closePoll.js';
import { openPoll } from './openPoll.js';

/** Motions whose debate is over go to their poll. */
export async function openDuePolls(context: Context): Promise<void> {
  const due = await sql<{ id: string }>`
    select p.id from proposal p join body b on b.id = p.body_id
    where p.state = 'DEBATE' and p.debate_until <= clock_timestamp() and b.state = 'AFFILIATED' order by p.debate_until`.execute(
    context.db,
  );
  await eachDue(context, due.rows, ({ id }) => openPoll(context, { proposalId: id }));
}

/** Polls whose time is over are closed, a whole tree at once. */
export async function closeDuePolls(context: Context): Promise<void> {
  const due = await sql<{ id: string }>`
    select root_id as id from poll where state = 'OPEN' group by root_id having max(closes_at) <= clock_timestamp()`.execute(
    context.db,
  );
  await eachDue(context, due.rows, ({ id }) => closePoll(context, { pollId: id }));
}

/** Closed polls whose result nothing holds back any more. */
export async function certifyDuePolls(context: Context): Promise<void> {
  const due = await sql<{
    id: string;
  }>`select id from poll where parent_id is null and method = 'MOTION' and state = 'CLOSED'`.execute(context.db);
  await eachDue(context, due.rows, ({ id }) => certifyIfSettled(context.services, id));
}

/** Confidential ballots were written anew at the close; what they replaced is cleared from the pages of the tables. */
export async function forgetBallots({ db }: Context): Promise<void> {
  await sql`vacuum ballot, poll_key, paper_handed`.execute(db);
}

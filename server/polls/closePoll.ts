// A poll closes when its time is over, not before: the clock does it, or an officer who is quicker. The lock taken here
// waits for every ballot being cast and is waited for by every later one, so each is before the close or refused.
import { sql } from 'kysely';
import { command, type Deed } from '../command.js';
import type { Database } from '../database/database.js';
import { asDate, clockOf } from '../database/instants.js';
import { notFound, refuse } from '../errors.js';
import type { NewRecord } from '../history/record.js';
import { enqueue } from '../jobs/enqueue.js';
import { certifyIfSettled } from './certifyIfSettled.js';

interface OpenRow {
  id: string;
  closesAt: Date;
  secret: boolean;
  voting: string;
}

/** Closes the poll and those below it that are still open. */
export const closePoll = command('closePoll', async (deed, { pollId }: { idempotencyKey?: string; pollId: string }) => {
  const { db, context } = deed;
  const poll = await db
    .selectFrom('poll')
    .select(['body_id', 'root_id', 'state', 'closed_at', 'method'])
    .where('id', '=', pollId)
    .executeTakeFirst();
  if (!poll) throw notFound('poll');
  deed.authorize({ bodyId: poll.body_id });
  const open = await lockOpenBelow(db, pollId);
  if (open.length === 0 && !context.clock)
    refuse('POLL_CLOSED', 'The poll is closed already.', {
      values: { closedAt: poll.closed_at && asDate(poll.closed_at).toISOString() },
    });
  if (open.length === 0) return { id: pollId };
  mustBeOver(open, await clockOf(db));
  await closeAll(deed, open);
  if (poll.method === 'MOTION') deed.afterCommit(() => certifyIfSettled(context.services, poll.root_id));
  else await enqueue(db, 'certifyElection', { electionId: pollId }, { key: `certifyElection/${pollId}` });
  return { id: pollId };
});

/** In one order always, the same in which ballots take their polls, so that nobody waits in a circle. */
async function lockOpenBelow(db: Database, pollId: string): Promise<OpenRow[]> {
  const { rows } = await sql<OpenRow>`
    select p.id, p.closes_at as "closesAt", p.secret, p.voting
    from poll p join body_above a on a.body_id = p.body_id join poll top on top.body_id = a.above_id and top.root_id = p.root_id
    where top.id = ${pollId} and p.state = 'OPEN'
    order by p.id for update of p`.execute(db);
  return rows;
}

function mustBeOver(open: readonly OpenRow[], now: Date): void {
  const last = open.map((poll) => asDate(poll.closesAt)).sort((a, b) => b.getTime() - a.getTime())[0]!;
  if (now >= last) return;
  refuse('POLL_OPEN', `The poll is open until ${last.toISOString()}; nobody closes it before.`, {
    rule: 'motions',
    values: { closesAt: last.toISOString() },
  });
}

async function closeAll(deed: Deed<'closePoll'>, open: readonly OpenRow[]): Promise<void> {
  const { db } = deed;
  const ids = open.map((poll) => poll.id);
  const confidential = open.filter((poll) => poll.secret && poll.voting === 'MEMBERS').map((poll) => poll.id);
  if (confidential.length > 0) {
    await sql`select seal_ballots(id) from poll where id = any (${confidential}::uuid[])`.execute(db);
    await enqueue(db, 'forgetBallots', {}, { key: 'forgetBallots' });
  }
  const { rows } = await sql<{ id: string; ballots: number }>`
    select p.id, count(b.id)::int as ballots from unnest(${ids}::uuid[]) with ordinality as p (id, place)
    left join ballot b on b.poll_id = p.id and not b.replaced group by p.id, p.place order by p.place`.execute(db);
  await deed.recordAll(
    rows.map(({ id, ballots }): NewRecord => ({ type: 'ballot.close', body: { poll: id, ballots } })),
  );
  await sql`update poll set state = 'CLOSED', closed_at = clock_timestamp() where id = any (${ids}::uuid[])`.execute(
    db,
  );
}

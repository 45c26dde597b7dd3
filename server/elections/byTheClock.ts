// What the clock does with elections. Each piece of work asks the database what is due, so that it may come late, twice
// or from several processes at once; what one election refuses keeps no other from its turn.
import { sql } from 'kysely';
import type { Context } from '../context.js';
import { eachDue } from '../jobs/eachDue.js';
import { certifyElection } from './certifyElection.js';
import { contestedElection, isReadyToCount } from './contested.js';
import { electionsById } from './elections.reads.js';
import { openElection } from './openElection.js';

/** Elections whose nominations are closed go to the vote. */
export async function openDueElections(context: Context): Promise<void> {
  const due = await sql<{ id: string }>`
    select e.id from election e join body b on b.id = e.body_id
    where e.state = 'NOMINATIONS' and e.nominations_until <= clock_timestamp() and b.state = 'AFFILIATED' order by e.nominations_until`.execute(
    context.db,
  );
  await eachDue(context, due.rows, ({ id }) => openElection(context, { electionId: id }));
}

/** Closed elections whose count nothing holds back any more. */
export async function certifyDueElections(context: Context): Promise<void> {
  const due = await sql<{ id: string }>`
    select e.id from election e join poll p on p.id = e.id where e.state = 'VOTING' and p.state = 'CLOSED'`.execute(
    context.db,
  );
  await eachDue(context, due.rows, ({ id }) => certifyIfReady(context, id));
}

/** Where nothing is contested nobody has to be asked. */
export async function certifyIfReady(context: Context, electionId: string): Promise<void> {
  const [election] = await electionsById(context.db, [electionId]);
  if (election?.state !== 'CLOSED' || !isReadyToCount(await contestedElection(context.db, election))) return;
  await certifyElection(context, { electionId });
}

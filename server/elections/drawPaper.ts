// The paper of an election: in an order drawn by lot, so that nobody stands first by their name.
import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import type { CandidateRow } from './candidates.reads.js';
import { onThePaper } from './question.js';

/** Re-opening nominations, where the paper offers it, stands last. */
export async function drawPaper(
  db: Database,
  electionId: string,
  standing: readonly CandidateRow[],
  reopens: boolean,
): Promise<CandidateRow[]> {
  const drawn = [...standing];
  for (let i = drawn.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [drawn[i], drawn[j]] = [drawn[j]!, drawn[i]!];
  }
  for (const [at, { id }] of drawn.entries())
    await db
      .updateTable('candidate')
      .set({ position: at + 1 })
      .where('id', '=', id)
      .execute();
  if (reopens) await addReopening(db, electionId, drawn.length + 1);
  return onThePaper(db, electionId);
}

async function addReopening(db: Database, electionId: string, position: number): Promise<void> {
  await db
    .insertInto('candidate')
    .values({
      id: randomUUID(),
      election_id: electionId,
      kind: 'REOPEN',
      person_id: null,
      body_id: null,
      label: null,
      nominated_by_id: null,
      state: 'STANDING',
      position,
      at: sql<Date>`clock_timestamp()`,
    })
    .execute();
}

// The papers of an election: those cast here, and those that two tellers have read alike.
import type { Database } from '../database/database.js';
import { agreedPapers } from './batches.reads.js';

export async function papersCast(db: Database, electionId: string): Promise<string[]> {
  const cast = await db
    .selectFrom('ballot')
    .select('marks')
    .where('poll_id', '=', electionId)
    .where('replaced', '=', false)
    .execute();
  return [...cast.map(({ marks }) => marks), ...(await agreedPapers(db, electionId))];
}

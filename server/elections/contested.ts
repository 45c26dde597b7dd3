// What keeps a closed election from its count for a while: what keeps a poll from its result, and papers that were handed
// out and are not yet read by two tellers alike. Not for ever: then what is agreed is counted.
import type { Database } from '../database/database.js';
import { contestedIn, isSettled, type Contested } from '../polls/contested.js';
import { batchesOf } from './batches.reads.js';

export interface ContestedElection extends Contested {
  /** Papers handed out, and of them those that two tellers have read alike. */
  papersHanded: number;
  papersAgreed: number;
  /** Batches that only one teller has read, or tellers differently. */
  batches: number[];
}

export async function contestedElection(
  db: Database,
  { id, papersHanded }: { id: string; papersHanded: number },
): Promise<ContestedElection> {
  const [batches] = await batchesOf(db, [id]);
  const agreed = batches!.filter((batch) => batch.agreed);
  return {
    ...(await contestedIn(db, id)),
    papersHanded,
    papersAgreed: agreed.reduce((sum, { readings: [first] }) => sum + first!.lines.length, 0),
    batches: batches!.filter((batch) => !batch.agreed).map(({ number }) => number),
  };
}

export const isReadyToCount = (contested: ContestedElection): boolean =>
  contested.over ||
  (isSettled(contested) && contested.batches.length === 0 && contested.papersAgreed === contested.papersHanded);

// The public bundle, gathered from one snapshot of the database: the log up to its newest checkpoint, and of every
// certified poll what is needed to count it again. Rolls of open polls are published as hashes; no name leaves.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { makeBundle, type Bundle } from './bundle.js';
import { newestCheckpoint, type Sequencer } from './log.js';
import { certifiedElections, decidedPolls, pollsWithPublicRolls } from './publishPolls.js';

export interface Published {
  bundle: Bundle;
  entries: number;
  polls: number;
  elections: number;
}

/** The text of a poll's roll: sorted lines of salted hashes. */
export type RollText = (db: Database, pollId: string) => Promise<string>;

export async function publishedBundle(db: Database, sequencer: Sequencer, rollText: RollText): Promise<Published> {
  // What is certified must be in the log that is published with it.
  await sequencer.settle();
  const { signer } = sequencer;
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      const checkpoint = await newestCheckpoint(snapshot, signer);
      const leaves = await snapshot
        .selectFrom('history_leaf')
        .select('data')
        .where('seq', '<', String(checkpoint.size))
        .orderBy('seq')
        .execute();
      const decided = await decidedPolls(snapshot);
      const elections = await certifiedElections(snapshot);
      const bundle = makeBundle({
        origin: signer.name,
        at: await now(snapshot),
        checkpoint: checkpoint.note,
        entries: leaves.map(({ data }) => data),
        vkeys: [signer.vkey],
        polls: 'ALL',
        decided,
        elections,
        rolls: await rollsOf(snapshot, rollText),
      });
      return { bundle, entries: leaves.length, polls: decided.length, elections: elections.size };
    });
}

async function rollsOf(db: Database, rollText: RollText): Promise<Map<string, string>> {
  const rolls = new Map<string, string>();
  for (const poll of await pollsWithPublicRolls(db)) rolls.set(poll, await rollText(db, poll));
  return rolls;
}

async function now(db: Database): Promise<string> {
  const { rows } = await sql<{
    at: string;
  }>`select to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`.execute(db);
  return rows[0]!.at;
}

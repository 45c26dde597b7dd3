// Certified results with the figures of every body, as they were certified. The database refuses to change them, so a
// process reads each once: on the evening of a result everybody looks at the same two thousand tallies.
import { sql } from 'kysely';
import type { KeptDecision } from './results.reads.js';
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';
import { Kept } from '../kept.js';
import type { Tally } from './tree.js';

export interface CertifiedResult {
  rootId: string;
  outcome: string;
  /** The decision file as it was certified, and its digest in hex. */
  file: string;
  hash: string;
  decision: KeptDecision;
  at: Date;
  /** Of every body, the root first, each after the one above it. */
  tallies: readonly TallyRow[];
}

export interface TallyRow {
  bodyId: string;
  parentBodyId: string | null;
  pollId: string | null;
  entitled: number;
  tally: Tally;
  weight: number | null;
  cast: Tally | null;
  outcome: string;
  quorate: boolean;
  merged: boolean;
  /** Its name in the decision file. */
  place: string;
}

/** How many bodies' figures a process keeps: some ten megabytes. */
const MOST = 20_000;

/** One store for each way to a database, so that what a transaction reads before it commits is kept by nobody else. */
const stores = new WeakMap<Database, Kept<CertifiedResult>>();

/** Those of these polls that are the root of a certified result. */
export async function certifiedResults(db: Database, rootIds: readonly string[]): Promise<CertifiedResult[]> {
  let store = stores.get(db);
  if (!store) stores.set(db, (store = new Kept(MOST)));
  const known = new Map(rootIds.map((id) => [id, store.get(id)]));
  const missing = [...known].filter(([, result]) => !result).map(([id]) => id);
  for (const result of await readCertified(db, missing)) {
    store.keep(result.rootId, result, result.tallies.length);
    known.set(result.rootId, result);
  }
  return [...known.values()].filter((result) => result !== null);
}

async function readCertified(db: Database, rootIds: readonly string[]): Promise<CertifiedResult[]> {
  if (rootIds.length === 0) return [];
  const results = await db
    .selectFrom('result')
    .select([
      'poll_id as rootId',
      'outcome',
      'decision_file as file',
      'decision',
      sql<string>`encode(decision_hash, 'hex')`.as('hash'),
      'at',
    ])
    .where('poll_id', 'in', rootIds)
    .execute();
  const tallies = await db
    .selectFrom('result_tally')
    .select([
      'root_id as rootId',
      'body_id as bodyId',
      'parent_body_id as parentBodyId',
      'poll_id as pollId',
      'entitled',
      'tally',
      'weight',
      'cast_weight as cast',
      'outcome',
      'quorate',
      'merged',
      'place',
    ])
    .where('root_id', 'in', rootIds)
    .orderBy('position')
    .execute();
  const byRoot = Map.groupBy(tallies, ({ rootId }) => rootId);
  return results.map(({ decision, ...result }) => ({
    ...result,
    at: asDate(result.at),
    decision: decision as unknown as KeptDecision,
    tallies: (byRoot.get(result.rootId) ?? []).map(({ rootId: _root, ...row }) => row),
  }));
}

// The log as the database keeps it: its signing key, the sequencer that gives records their numbers in
// batches, and the proofs read back from the stored nodes. The tree itself is computed in tree.ts.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { assert } from '../assert.js';
import type { Database } from '../database/database.js';
import { signCheckpoint } from './checkpoint.js';
import { signerFromSeed, type Signer } from './key.js';
import { leafBytes, type HistoryRecord } from './leaf.js';
import { leafHash } from './merkle.js';
import { proofText } from './proof.js';
import { appendLeaves, consistencyNodes, edgeNodes, proofHashes, proofNodes, type NodeRef } from './tree.js';

const BATCH = 2_000;
/** How long records gather before they are numbered: numbering a thousand together costs little more than one. */
const GATHER_MS = 200;

/** The log's signer; the key is made at the first start and lives in the database it vouches for. */
export async function openSigner(db: Database, origin: string): Promise<Signer> {
  const seed = randomBytes(32);
  await db
    .insertInto('signing_key')
    .values({ id: 'log', origin, private_key: seed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await db.selectFrom('signing_key').select(['origin', 'private_key']).executeTakeFirstOrThrow();
  return signerFromSeed(kept.origin, kept.private_key);
}

/** Numbers up to one batch of waiting records; answers how many. Only one process at a time gets the head. */
export async function sequenceBatch(db: Database, signer: Signer): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const head = await sql<{ size: string }>`select size from history_head for update skip locked`.execute(tx);
    if (!head.rows[0]) return 0;
    const size = Number(head.rows[0].size);
    // 'offset 0' keeps the look-up by key, however few records the planner takes the table to hold.
    const waiting = await sql<{ id: string; at: string; type: string; body: object }>`/* waitingRecords */
      select r.id, to_char(r.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, r.type, r.body
      from (select record_id, turn from history_pending order by turn limit ${BATCH}) w
      cross join lateral (select * from history_record where id = w.record_id offset 0) r order by w.turn`.execute(tx);
    if (waiting.rows.length === 0) return 0;
    const leaves = waiting.rows.map((row, i) => {
      const data = leafBytes(size + i, { at: row.at, type: row.type, body: row.body } as unknown as HistoryRecord);
      return { record_id: row.id, data: data.toString('utf8'), hash: leafHash(data) };
    });
    await append(tx, signer, size, leaves);
    return leaves.length;
  });
}

interface NewLeaf {
  record_id: string;
  data: string;
  hash: Buffer;
}

/** One statement writes the leaves, the nodes above them and the signed checkpoint, and takes the records from the queue. */
async function append(tx: Database, signer: Signer, size: number, leaves: NewLeaf[]): Promise<void> {
  const read = await nodeReader(tx, edgeNodes(size));
  const edge = { size, nodes: edgeNodes(size).map((ref) => ({ ...ref, hash: read(ref) })) };
  const grown = appendLeaves(
    edge,
    leaves.map((leaf) => leaf.hash),
  );
  const columns = <Row, Key extends keyof Row>(rows: readonly Row[], key: Key) => rows.map((row) => row[key]);
  const records = sql`${columns(leaves, 'record_id')}::uuid[]`;
  await sql`/* appendLeaves */
    with leaf as (
      insert into history_leaf (seq, record_id, data, hash)
      select ${size} + place - 1, record_id, data, hash
      from unnest(${records}, ${columns(leaves, 'data')}::text[], ${columns(leaves, 'hash')}::bytea[]) with ordinality as l (record_id, data, hash, place)
    ), node as (
      insert into history_node (level, idx, hash)
      select * from unnest(${columns(grown.created, 'level')}::int[], ${columns(grown.created, 'idx')}::bigint[], ${columns(grown.created, 'hash')}::bytea[])
    ), checkpoint as (
      insert into history_checkpoint (size, root, note)
      values (${grown.edge.size}, ${grown.root}, ${signCheckpoint(grown.edge.size, grown.root, signer)})
    ), head as (update history_head set size = ${grown.edge.size})
    delete from history_pending where record_id = any (${records})`.execute(tx);
}

async function nodeReader(db: Database, refs: readonly NodeRef[]): Promise<(ref: NodeRef) => Buffer> {
  const found = refs.length
    ? await sql<{ level: number; idx: string; hash: Buffer }>`
        select n.level, n.idx, n.hash
        from unnest(${refs.map((ref) => ref.level)}::int[], ${refs.map((ref) => ref.idx)}::bigint[]) as w(level, idx)
        cross join lateral (select * from history_node where level = w.level and idx = w.idx offset 0) n`.execute(db)
    : { rows: [] };
  const hashes = new Map(found.rows.map((row) => [`${row.level}/${row.idx}`, row.hash]));
  return ({ level, idx }) => {
    const hash = hashes.get(`${level}/${idx}`);
    assert(hash, `the log lacks its node ${level}/${idx}`);
    return hash;
  };
}

export interface NewestCheckpoint {
  size: number;
  note: string;
}

export async function newestCheckpoint(db: Database, signer: Signer): Promise<NewestCheckpoint> {
  const row = await db
    .selectFrom('history_checkpoint')
    .select(['size', 'note'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row) return { size: Number(row.size), note: row.note };
  const empty = appendLeaves({ size: 0, nodes: [] }, []);
  return { size: 0, note: signCheckpoint(0, empty.root, signer) };
}

/** The tlog-proof of one record under the newest checkpoint; null while it waits for its number. */
export async function inclusionOf(
  db: Database,
  signer: Signer,
  recordId: string,
): Promise<{ seq: number; leaf: string; proof: string } | null> {
  const leaf = await db
    .selectFrom('history_leaf')
    .select(['seq', 'data'])
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  if (!leaf) return null;
  const checkpoint = await newestCheckpoint(db, signer);
  const needed = proofNodes(Number(leaf.seq), checkpoint.size);
  const path = proofHashes(needed, await nodeReader(db, needed.flat()));
  const proof = proofText({
    leaf: Buffer.from(leaf.data, 'utf8'),
    index: Number(leaf.seq),
    path,
    checkpoint: checkpoint.note,
  });
  return { seq: Number(leaf.seq), leaf: leaf.data, proof };
}

/** Hashes proving that the log of `from` leaves is the beginning of the log of `to` leaves. */
export async function consistencyBetween(db: Database, from: number, to: number): Promise<Buffer[]> {
  const needed = consistencyNodes(from, to);
  return proofHashes(needed, await nodeReader(db, needed.flat()));
}

/** Runs the sequencer in this process: a moment after a commit, and every second whatever happens. */
export class Sequencer {
  #timer: NodeJS.Timeout | null = null;
  #soon: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #again = false;

  constructor(
    private readonly db: Database,
    readonly signer: Signer,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.#timer = setInterval(() => this.#run(), 1_000);
    this.#timer.unref();
  }

  /** Called after a commit that left records: they are numbered in a moment, together with those that follow. */
  nudge(): void {
    if (this.#soon) return;
    this.#soon = setTimeout(() => {
      this.#soon = null;
      this.#run();
    }, GATHER_MS);
    this.#soon.unref();
  }

  #run(): void {
    this.#again = true;
    this.#running ??= this.#drain().finally(() => (this.#running = null));
  }

  /** Everything written before this call has its number once this resolves. */
  async settle(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt++) {
      while (this.#running) await this.#running;
      const waiting = await this.db.selectFrom('history_pending').select('record_id').limit(1).executeTakeFirst();
      if (!waiting) return;
      this.#run();
      if (attempt > 2) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the log could not be put in order');
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    if (this.#soon) clearTimeout(this.#soon);
    while (this.#running) await this.#running;
  }

  /** Until nothing was waiting that had been told of when the last batch began. */
  async #drain(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        while ((await sequenceBatch(this.db, this.signer)) === BATCH);
      }
    } catch (error) {
      this.log.warn({ err: error }, 'the log could not be put in order now; it will be tried again');
    }
  }
}

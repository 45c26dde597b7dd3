// The log as stored: every entry, node and checkpoint recomputed from the texts, in stretches, so that a long log
// does not have to fit in memory.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { openCheckpoint } from '../history/checkpoint.js';
import type { Verifier } from '../history/key.js';
import { leafHash } from '../history/merkle.js';
import { appendLeaves, EMPTY_EDGE, edgeRoot, type Edge, type TreeNode } from '../history/tree.js';
import { Broken, mustBeNone, none, type Invariant } from './invariant.js';

const STRETCH = 5_000;

interface StoredLeaf {
  seq: string;
  data: string;
  hash: Buffer;
}

async function* stretches(db: Database): AsyncGenerator<StoredLeaf[]> {
  for (let from = 0; ; from += STRETCH) {
    const { rows } =
      await sql<StoredLeaf>`select seq, data, hash from history_leaf where seq >= ${from} and seq < ${from + STRETCH} order by seq`.execute(
        db,
      );
    if (rows.length > 0) yield rows;
    if (rows.length < STRETCH) return;
  }
}

const entries: Invariant = {
  name: 'history: entries',
  async look({ db }) {
    let next = 0;
    for await (const rows of stretches(db)) {
      for (const { seq, data, hash } of rows) {
        if (Number(seq) !== next) throw new Broken(`entry ${next} is missing`);
        if (!leafHash(Buffer.from(data, 'utf8')).equals(hash))
          throw new Broken(`the hash of entry ${next} is not that of its text`);
        next++;
      }
    }
    const { n } = await db
      .selectFrom('history_leaf')
      .select((row) => row.fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow();
    if (Number(n) !== next) throw new Broken(`${n} entries are stored and only the first ${next} follow one another`);
    return `${next} entries, numbered without a gap, each under the hash of its text`;
  },
};

const tree: Invariant = {
  name: 'history: tree',
  async look({ db, key }) {
    let edge: Edge = EMPTY_EDGE;
    let nodes = 0;
    const checkpoints = await db
      .selectFrom('history_checkpoint')
      .select(['size', 'root', 'note'])
      .orderBy('size')
      .execute();
    for await (const rows of stretches(db)) {
      let done = 0;
      const ends = checkpoints
        .map(({ size }) => Number(size))
        .filter((size) => size > edge.size && size <= edge.size + rows.length);
      for (const end of [...new Set([...ends, edge.size + rows.length])]) {
        const step = rows.slice(done, done + end - edge.size);
        done += step.length;
        const grown = appendLeaves(
          edge,
          step.map(({ hash }) => hash),
        );
        edge = grown.edge;
        nodes += await compareNodes(db, grown.created);
        compareCheckpoint(
          checkpoints.find(({ size }) => Number(size) === edge.size),
          edge,
          key,
        );
      }
    }
    const beyond = checkpoints
      .filter(({ size }) => Number(size) > edge.size)
      .map(({ size }) => `the checkpoint of ${size} entries covers more than the ${edge.size} there are`);
    mustBeNone(beyond);
    const { rows } = await sql<{
      head: string;
      stored: string;
    }>`select (select size from history_head) as head, (select count(*) from history_node) as stored`.execute(db);
    const [{ head, stored }] = rows as [{ head: string; stored: string }];
    if (Number(head) !== edge.size) throw new Broken(`the head says ${head} entries, there are ${edge.size}`);
    if (Number(stored) !== nodes) throw new Broken(`${stored} nodes are stored, the entries make ${nodes}`);
    if (edge.size > 0 && Number(checkpoints.at(-1)?.size ?? 0) !== edge.size)
      throw new Broken(`no checkpoint signs all ${edge.size} entries`);
    return `${nodes} nodes and ${checkpoints.length} signed checkpoints are what the entries make`;
  },
};

async function compareNodes(db: Database, made: readonly TreeNode[]): Promise<number> {
  for (let from = 0; from < made.length; from += STRETCH) {
    const some = made.slice(from, from + STRETCH);
    const { rows } = await sql<{ level: number; idx: string }>`
      select w.level, w.idx from unnest(${some.map(({ level }) => level)}::int[], ${some.map(({ idx }) => idx)}::bigint[], ${some.map(({ hash }) => hash)}::bytea[]) as w(level, idx, hash)
      left join history_node n on n.level = w.level and n.idx = w.idx
      where n.hash is distinct from w.hash limit 10`.execute(db);
    mustBeNone(rows.map(({ level, idx }) => `the stored node ${level}/${idx} is not what its entries make`));
  }
  return made.length;
}

function compareCheckpoint(
  stored: { size: string; root: Buffer; note: string } | undefined,
  edge: Edge,
  key: Verifier,
): void {
  if (!stored) return;
  const root = edgeRoot(edge);
  try {
    const signed = openCheckpoint(stored.note, [key]);
    if (signed.size === edge.size && signed.root.equals(root) && stored.root.equals(root)) return;
  } catch (error) {
    throw new Broken(`the checkpoint of ${stored.size} entries: ${(error as Error).message}`);
  }
  throw new Broken(`the checkpoint of ${stored.size} entries signs another root than they make`);
}

const records = none(
  'history: records',
  'every record is numbered or waiting for its number, and each entry says what its record says',
  sql`
    select 'record ' || r.id || ' is neither numbered nor waiting' as fault from history_record r
      where not exists (select 1 from history_leaf l where l.record_id = r.id) and not exists (select 1 from history_pending p where p.record_id = r.id)
    union all
    select 'record ' || p.record_id || ' is numbered and still waiting' from history_pending p join history_leaf l on l.record_id = p.record_id
    union all
    select 'entry ' || l.seq || ' does not say what its record says' from history_leaf l join history_record r on r.id = l.record_id
      where l.data::jsonb is distinct from jsonb_build_object('v', 1, 'seq', l.seq, 'at', to_char(r.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'type', r.type, 'body', r.body)`,
);

export const historyInvariants: Invariant[] = [entries, tree, records];

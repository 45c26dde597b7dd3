// The log over a real database: records get their numbers, proofs check offline, and nobody rewrites anything.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openCheckpoint } from '../../../server/history/checkpoint.js';
import { verifierFromVkey } from '../../../server/history/key.js';
import { verifyConsistency } from '../../../server/history/merkle.js';
import { verifyProof } from '../../../server/history/proof.js';
import { writeRecord } from '../../../server/history/record.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const write = (subject: string) =>
  writeRecord(world.db, 'deed', { name: 'castBallot', subject, actor: null, digest: 'a'.repeat(64) });

async function checkpoint() {
  const { data } = await world.ask('{ historyCheckpoint { size note verifierKey } }');
  const verifier = verifierFromVkey(data.historyCheckpoint.verifierKey);
  return { verifier, ...openCheckpoint(data.historyCheckpoint.note, [verifier]) };
}

test('a record gets its number and a proof that checks with the key alone', async () => {
  const record = await write('one');
  await world.services.sequencer.settle();
  const { data } = await world.ask('query ($record: UUID!) { historyInclusion(record: $record) { seq leaf proof } }', {
    record: record.id,
  });
  const { verifier } = await checkpoint();
  const proven = verifyProof(data.historyInclusion.proof, [verifier]);
  expect(proven.leaf.toString('utf8')).toBe(data.historyInclusion.leaf);
  expect(JSON.parse(data.historyInclusion.leaf)).toMatchObject({
    seq: data.historyInclusion.seq,
    type: 'deed',
    body: { subject: 'one' },
  });
});

test('a record that waits for its number has no proof yet, and that is said by null', async () => {
  const { data } = await world.ask('query ($record: UUID!) { historyInclusion(record: $record) { seq } }', {
    record: '00000000-0000-4000-8000-000000000000',
  });
  expect(data.historyInclusion).toBeNull();
});

test('fifty writers at once leave no gap, and every older checkpoint is the beginning of the newest', async () => {
  const before = await checkpoint();
  await Promise.all(Array.from({ length: 50 }, (_, i) => write(`many ${i}`)));
  await world.services.sequencer.settle();
  const after = await checkpoint();
  expect(after.size).toBe(before.size + 50);
  const { data } = await world.ask('query ($from: Int!, $to: Int!) { historyConsistency(from: $from, to: $to) }', {
    from: before.size,
    to: after.size,
  });
  const proof = data.historyConsistency.map((hash: string) => Buffer.from(hash, 'base64'));
  expect(verifyConsistency(before.size, after.size, proof, before.root, after.root)).toBe(true);
  const numbers = await world.db.selectFrom('history_leaf').select('seq').orderBy('seq').execute();
  expect(numbers.map((row) => Number(row.seq))).toEqual(numbers.map((_, i) => i));
});

test('a deed rolled back leaves no record', async () => {
  const before = await checkpoint();
  await world.db
    .transaction()
    .execute(async (tx) => {
      await writeRecord(tx, 'deed', { name: 'castBallot', subject: 'never', actor: null, digest: 'a'.repeat(64) });
      throw new Error('changed my mind');
    })
    .catch(() => undefined);
  await world.services.sequencer.settle();
  expect((await checkpoint()).size).toBe(before.size);
});

test.each(['history_record', 'history_leaf', 'history_node', 'history_checkpoint'] as const)(
  '%s refuses UPDATE, DELETE and TRUNCATE',
  async (table) => {
    const column = {
      history_record: 'type = type',
      history_leaf: 'data = data',
      history_node: 'idx = idx',
      history_checkpoint: 'note = note',
    }[table];
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: world.databaseUrl });
    await client.connect();
    try {
      for (const statement of [`update ${table} set ${column}`, `delete from ${table}`, `truncate ${table} cascade`]) {
        await expect(client.query(statement)).rejects.toThrow('append-only');
      }
    } finally {
      await client.end();
    }
  },
);

// Timed work: queued with the deed that needs it, done by the worker, gone when the deed was not.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { enqueue } from '../../../server/jobs/enqueue.js';
import { startWorker } from '../../../server/jobs/worker.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const mailTo = (to: string) => ({ to, subject: 'A word', text: 'Come to the meeting.' });
const waiting = async () =>
  Number((await sql<{ n: string }>`select count(*) as n from graphile_worker.jobs`.execute(world.db)).rows[0]!.n);

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 500; i++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come about in 25 seconds');
}

test('work queued in a transaction that is rolled back is never done', async () => {
  const failing = world.db.transaction().execute(async (db) => {
    await enqueue(db, 'mail', mailTo('nobody@example.org'));
    throw new Error('the deed fails');
  });
  await expect(failing).rejects.toThrow('the deed fails');
  expect(await waiting()).toBe(0);
});

test('work under the same key is replaced, not doubled', async () => {
  const runAt = new Date('2099-01-01T00:00:00Z');
  await enqueue(world.db, 'mail', mailTo('first@example.org'), { runAt, key: 'one' });
  await enqueue(world.db, 'mail', mailTo('second@example.org'), { runAt, key: 'one' });
  expect(await waiting()).toBe(1);
});

test('the worker does what is due, leaves what is not, and stops cleanly', async () => {
  const worker = await startWorker(world.services);
  await enqueue(world.db, 'mail', mailTo('now@example.org'));
  await until(async () => (await world.db.selectFrom('outbox_mail').selectAll().execute()).length > 0);
  await worker.stop();
  const sent = await world.db.selectFrom('outbox_mail').select('recipient').execute();
  expect(sent.map((mail) => mail.recipient)).toEqual(['now@example.org']);
  // PostgreSQL lists a closed connection for a moment longer than the client knows it closed.
  const connections = async () =>
    Number(
      (
        await sql<{ n: string }>`
          select count(*) as n from pg_stat_activity
          where application_name = 'mandate worker' and datname = current_database()`.execute(world.db)
      ).rows[0]!.n,
    );
  await until(async () => (await connections()) === 0);
});

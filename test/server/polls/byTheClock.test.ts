// The clock: what is due is done by the worker, and by the sweep when its own job was lost; twice is as good as once.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { sweep } from '../../../server/jobs/tasks.js';
import { startWorker } from '../../../server/jobs/worker.js';
import { castAll, gather, motion, opened, pollIn, readPoll, result, type Gathered } from '../../support/polls.js';
import { passTime } from '../../support/time.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let here: Gathered;
beforeAll(async () => {
  world = await openWorld();
  here = await gather(world, { North: { Alder: 6, Birch: 4 } });
});
afterAll(() => world.close());

const voted = async () => {
  const root = await opened(world, here.bodies['federation']!, here.secretary);
  await castAll(world, await pollIn(world, root, here.bodies['alder']!), here.people['alder']!, [5, 0]);
  return root;
};

test('the sweep opens, closes and certifies what is due, and a second one finds nothing to do', async () => {
  const due = await motion(world, here.bodies['federation']!);
  const root = await voted();
  await passTime(world, root);
  await sweep(world.clock());
  expect(await readPoll(world, root)).toMatchObject({ state: 'CERTIFIED', result: { outcome: 'CARRIED' } });
  const { rows } = await sql<{ n: string }>`select count(*) as n from history_record`.execute(world.db);
  await sweep(world.clock());
  const { rows: after } = await sql<{ n: string }>`select count(*) as n from history_record`.execute(world.db);
  expect(after).toEqual(rows);
  expect(
    await world.db
      .selectFrom('poll')
      .select('state')
      .where('proposal_id', '=', due)
      .where('parent_id', 'is', null)
      .execute(),
  ).toEqual([{ state: 'OPEN' }]);
});

test('two sweeps at once close a poll once', async () => {
  const root = await voted();
  await passTime(world, root);
  await Promise.all([sweep(world.clock()), sweep(world.clock()), sweep(world.clock())]);
  const closes = await world.db
    .selectFrom('history_record')
    .select('body')
    .where('type', '=', 'ballot.close')
    .execute();
  expect(closes.filter(({ body }) => (body as { poll: string }).poll === root)).toHaveLength(1);
  expect(await result(world, root)).toMatchObject({ outcome: 'CARRIED' });
});

test('the worker closes a poll by the job its opening left', async () => {
  const root = await voted();
  await passTime(world, root);
  await sql`update graphile_worker._private_jobs set run_at = now() where key = ${`closePoll/${root}`}`.execute(
    world.db,
  );
  const worker = await startWorker(world.services);
  for (let i = 0; i < 500 && (await result(world, root)) === null; i++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  await worker.stop();
  expect(await result(world, root)).toMatchObject({ outcome: 'CARRIED' });
});

test('a member is asked for a ballot until it is cast or the poll is over', async () => {
  const root = await opened(world, here.bodies['federation']!, here.secretary);
  const birch = await pollIn(world, root, here.bodies['birch']!);
  const asked = async () =>
    (await world.ask('{ dueFromMe { kind title deadline path body { slug } } }', {}, here.people['birch']![2]!)).data
      .dueFromMe;
  expect(await asked()).toContainEqual({
    kind: 'VOTE',
    title: 'A shorter week',
    deadline: expect.any(String),
    path: `/poll/Poll_${birch}`,
    body: { slug: 'birch' },
  });
  await castAll(world, birch, here.people['birch']!.slice(2, 3), [1, 0]);
  expect((await asked()).map((due: { path: string }) => due.path)).not.toContain(`/poll/Poll_${birch}`);
});

// Dues charged from the command line: a run that is killed half-way is finished by the next, and a third does nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { checkDatabase } from '../../../server/checks/index.js';
import { oldSchedule } from '../../support/dues.js';
import { gather, type Gathered } from '../../support/polls.js';
import { openWorld, type World } from '../../support/world.js';
import { run } from './program.js';

const GROUPS = 80;
const EACH = 25;

let world: World;
let env: { DATABASE_URL: string };
let gathered: Gathered;
beforeAll(async () => {
  world = await openWorld();
  env = { DATABASE_URL: world.databaseUrl };
  gathered = await gather(world, {
    North: Object.fromEntries(Array.from({ length: GROUPS }, (_, i) => [`Group ${i}`, EACH])),
  });
  await sql`update membership set dues_paid_until = null, dues_brought_until = null`.execute(world.db);
  const { rows } = await sql<{ first: string }>`select date_trunc('year', current_date)::date::text as first`.execute(
    world.db,
  );
  await oldSchedule(world, gathered.bodies['federation']!, { valid_from: rows[0]!.first });
}, 60_000);
afterAll(() => world.close());

const charged = async () =>
  Number((await sql<{ n: string }>`select count(*) as n from dues_charge`.execute(world.db)).rows[0]!.n);

/** Waits, however slow the machine, until some are charged; then the process is gone in one stroke. */
async function killedHalfWay(): Promise<void> {
  const program = spawn(process.execPath, [path.resolve('scripts/mandate.mjs'), 'dues'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'silent', METRICS_PORT: '0', ...env },
    stdio: 'ignore',
    detached: true,
  });
  const gone = once(program, 'exit');
  let over = false;
  void gone.then(() => (over = true));
  while (!over && (await charged()) === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  if (!over) process.kill(-program.pid!, 'SIGKILL');
  await gone;
}

test('a run that is killed is finished by the next one: everybody is charged once, and the books hold', async () => {
  await killedHalfWay();
  const before = await charged();
  expect(before % EACH).toBe(0);
  const second = await run(['dues', '--json'], env);
  expect([second.code, second.err]).toEqual([0, '']);
  const done = JSON.parse(second.out) as { bodies: number; charges: number };
  expect(await charged()).toBe(GROUPS * EACH);
  expect(done.charges).toBeLessThanOrEqual(GROUPS * EACH - before);
  const third = await run(['dues', '--json'], env);
  expect(JSON.parse(third.out)).toEqual({ bodies: 0, charges: 0 });
  const { rows } = await sql<{
    n: string;
  }>`select count(*) as n from (select person_id from dues_charge group by person_id having count(*) = 1) each`.execute(
    world.db,
  );
  expect(Number(rows[0]!.n)).toBe(GROUPS * EACH);
  const { checks } = await checkDatabase(world.db, world.services.sequencer.signer);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}, 120_000);

// Measures this server beside named references on the same database in the same run, alternating, and prints one
// JSON line a case: requests a second of both and their ratio (above 1 is better). Groups: `core`.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { cases } from './cases.mjs';
import { statements, size } from './generate.mjs';
import { median, requestsPerSecond } from './load.mjs';
import { preparePolls } from './preparePolls.mjs';
import { startProcess } from './servers.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const groups = process.argv.slice(2);
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const say = (text) => void (process.stderr.isTTY || process.env.BENCH_TALK ? process.stderr.write(`${text}\n`) : null);

if (groups.length > 0 && !groups.includes('core')) {
  console.error(`There is no group ${groups.join(', ')}: try core.`);
  process.exit(2);
}
if (!existsSync(path.join(here, 'node_modules')))
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
execFileSync(process.execPath, [path.join(root, 'scripts/build-server.mjs')], { stdio: 'inherit' });

const { startEmbedded } = await import(path.join(root, 'dist/server/database/embedded.js'));
const { openOrm, migrate } = await import(path.join(root, 'dist/server/database/orm.js'));
const { foundingRules } = await import(path.join(root, 'dist/server/rules/defaults.js'));

const folder = path.join(root, 'data', `bench-${process.pid}`);
const database = await startEmbedded({ dataDir: folder });
const servers = [];
try {
  const orm = await openOrm({ url: database.url });
  await migrate(orm);
  await orm.close(true);
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  say('making 200,000 members …');
  for (const statement of statements(foundingRules)) await client.query(statement);
  say('opening, filling, closing polls …');
  const polls = await preparePolls(database.url, client, say);
  await client.query('vacuum analyze');
  await client.end();

  const start = async (file, port, more) => {
    const server = await startProcess(file, { port, databaseUrl: database.url, ...more });
    servers.push(server);
    return server;
  };
  const ours = await start(path.join(root, 'scripts/mandate.mjs'), 4801, {
    args: ['serve'],
    ready: /4801/,
    env: { LOG_LEVEL: 'error', METRICS_PORT: '0', PUBLIC_URL: 'http://localhost:4801' },
  });
  await start(path.join(here, 'references/postgraphile.mjs'), 4802, { ready: /ready/ });
  await start(path.join(here, 'references/bare.mjs'), 4803, { ready: /ready/ });

  for (const each of cases(polls, size)) {
    await requestsPerSecond({ ...each.ours, seconds: 1 });
    await requestsPerSecond({ ...each.reference, seconds: 1 });
    const [mine, theirs] = [[], []];
    for (let round = 0; round < rounds; round++) {
      mine.push(await requestsPerSecond({ ...each.ours, seconds }));
      theirs.push(await requestsPerSecond({ ...each.reference, seconds }));
    }
    const [a, b] = [median(mine), median(theirs)];
    console.log(
      JSON.stringify({
        case: each.name,
        ours: Math.round(a * 10) / 10,
        reference: Math.round(b * 10) / 10,
        unit: 'requests/s',
        ratio: Math.round((a / b) * 100) / 100,
        note: each.note,
      }),
    );
  }
  console.log(
    JSON.stringify({
      case: 'memory',
      ours: ours.peakMegabytes(),
      reference: 400,
      unit: 'MB peak',
      ratio: Math.round((400 / ours.peakMegabytes()) * 100) / 100,
      note: 'most the server ever held during this run; the reference is the bound we set ourselves',
    }),
  );
} finally {
  for (const server of servers) await server.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

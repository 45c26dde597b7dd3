// The group `core`: this server beside named references on the same database, in requests a second.
import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { cases } from './cases.mjs';
import { statements, size } from './generate.mjs';
import { median, requestsPerSecond } from './load.mjs';
import { preparePolls } from './preparePolls.mjs';
import { startProcess } from './servers.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);

export async function core(say, tell) {
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
      tell({ case: each.name, ours: a, reference: b, unit: 'requests/s', ratio: a / b, note: each.note });
    }
    tell({
      case: 'memory',
      ours: ours.peakMegabytes(),
      reference: 400,
      unit: 'MB peak',
      ratio: 400 / ours.peakMegabytes(),
      note: 'most the server ever held during this run; the reference is the bound we set ourselves',
    });
  } finally {
    for (const server of servers) await server.stop();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

// Commands on a database, and the server as a program: how it starts, what it refuses, how it stops.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { openWorld, type World } from '../../support/world.js';
import { folder, tidy } from '../import/folder.js';
import { emptyFolder, freePort, run, start, tidyFolders } from './program.js';

let world: World;
let env: { DATABASE_URL: string };
beforeAll(async () => {
  world = await openWorld();
  env = { DATABASE_URL: world.databaseUrl };
});
afterAll(async () => {
  tidy();
  tidyFolders();
  await world.close();
});

test('demo fills an empty database and tells what it made; a second time it refuses', async () => {
  const first = await run(['demo', '--json'], env);
  expect([first.code, first.err]).toEqual([0, '']);
  expect(JSON.parse(first.out)).toMatchObject({ bodies: 18, motions: 9, results: 3 });
  const second = await run(['demo'], env);
  expect([second.code, second.out]).toEqual([1, '']);
  expect(second.err).toBe(
    'mandate: There is a federation in this database already; the demonstration is loaded into an empty one.\n',
  );
}, 120_000);

test('import refuses a database with a federation in it', async () => {
  const { code, err } = await run(['import', folder()], env);
  expect([code, err]).toEqual([
    1,
    'mandate: There is a federation in this database already; an import is loaded into an empty one.\n',
  ]);
});

test('check says of each invariant that it holds: exit 0', async () => {
  const { code, out, err } = await run(['check', '--json'], env);
  expect([code, err]).toEqual([0, '']);
  const { ok, checks } = JSON.parse(out);
  expect(ok).toBe(true);
  expect(checks.length).toBeGreaterThan(10);
  expect(checks[0]).toEqual({ name: 'history: entries', ok: true, detail: expect.any(String) });
});

test('a bundle is verified offline: exit 0; with one word changed it is not: exit 1', async () => {
  const place = path.join(emptyFolder(), 'bundle.json');
  const made = await run(['bundle', place, '--json'], env);
  expect(JSON.parse(made.out)).toMatchObject({ file: place, polls: 3 });
  const sound = await run(['verify', place, '--json']);
  expect([sound.code, sound.err, JSON.parse(sound.out).ok]).toEqual([0, '', true]);
  writeFileSync(place, readFileSync(place, 'utf8').replace('DEFEATED', 'CARRIED '));
  const tampered = await run(['verify', place, '--json']);
  expect([tampered.code, JSON.parse(tampered.out).ok]).toEqual([1, false]);
  expect(tampered.err).toMatch(/^mandate: The bundle does not hold: /);
});

describe('mandate serve', () => {
  test('serves the page, the API, health and figures, and stops in order when it is told to', async () => {
    const port = await freePort();
    const server = start(['serve', '--json'], { ...env, PORT: String(port), DEMO: 'true' });
    const { url, metrics, people } = JSON.parse(await server.says('\n}\n'));
    expect(url).toBe(`http://localhost:${port}`);
    expect(people).toHaveLength(12);
    expect(await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()).toEqual({
      ready: true,
      database: true,
      stopping: false,
    });
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{federation{name}}"}',
    });
    expect(await answer.json()).toEqual({ data: { federation: { name: 'Federation' } } });
    expect(await (await fetch(metrics)).text()).toContain('mandate_http_requests_total');
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, err: '' });
    await expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow();
  });

  test('a second signal ends it at once, though a request is still under way', async () => {
    const port = await freePort();
    const server = start(['serve', '--json'], { ...env, PORT: String(port), DEMO: 'true' });
    await server.says('\n}\n');
    const slow = connect(port, '127.0.0.1');
    slow.on('error', () => undefined);
    await new Promise((resolve) =>
      slow.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999\r\n', resolve),
    );
    server.child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(server.child.exitCode).toBeNull();
    server.child.kill('SIGINT');
    expect((await server.ended).code).toBe(1);
    slow.destroy();
  });

  test('a taken port is told before anything else is begun: exit 1', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    const { code, err } = await run(['serve'], {
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
      PORT: String(port),
    });
    other.close();
    expect([code, err]).toEqual([1, `mandate: Port ${port} is taken by another program: set PORT to a free one.\n`]);
  });

  test('a taken port for figures is a note, no more', async () => {
    const other = createServer();
    const taken = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    const server = start(['serve', '--json'], { ...env, PORT: '0', METRICS_PORT: String(taken), DEMO: 'true' });
    const { metrics, warnings } = JSON.parse(await server.says('\n}\n'));
    expect([metrics, warnings]).toEqual([
      null,
      [`Port ${taken} for the figures is taken: set METRICS_PORT to have them.`],
    ]);
    server.child.kill('SIGINT');
    expect((await server.ended).code).toBe(0);
    other.close();
  });

  test.each([
    ['an address that is not https', { PUBLIC_URL: 'http://union.example' }, 'PUBLIC_URL: must begin with https://'],
    ['a port that is none', { PORT: '70000' }, 'PORT: '],
    ['a database address that is none', { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: must begin with postgres://'],
  ])(
    '%s is bad usage: exit 2, and nothing of the value is repeated',
    async (_what, wrong: Record<string, string>, sentence) => {
      const { code, err } = await run(['serve'], { ...env, PORT: '0', ...wrong });
      expect(code).toBe(2);
      expect(err).toContain(sentence);
      for (const value of Object.values(wrong)) expect(err).not.toContain(value);
    },
  );

  test('https, and plain http on this machine, are both good addresses', async () => {
    for (const address of ['https://union.example', 'http://localhost:8080', 'http://127.0.0.1:8080']) {
      const server = start(['serve', '--json'], { ...env, PORT: '0', PUBLIC_URL: address, DEMO: 'true' });
      expect(JSON.parse(await server.says('\n}\n')).url).toBe(address);
      server.child.kill('SIGTERM');
      expect((await server.ended).code).toBe(0);
    }
  });

  test('a database that does not exist is told at once: exit 1, without its password', async () => {
    const nowhere = Object.assign(new URL(world.databaseUrl), { pathname: '/nowhere' });
    const { code, err } = await run(['serve'], { DATABASE_URL: nowhere.href, PORT: '0' });
    expect([code, err]).toEqual([
      1,
      'mandate: The database could not be reached: database "nowhere" does not exist. Look at DATABASE_URL.\n',
    ]);
    expect(err).not.toContain(nowhere.password);
  });
});

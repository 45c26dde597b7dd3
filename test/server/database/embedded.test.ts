// The embedded PostgreSQL as a deployment lives with it: stopped, killed, joined, taken over.
import { afterAll, expect, test } from '@jest/globals';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { emptyFolder, run, start, tidyFolders } from '../cli/program.js';

afterAll(tidyFolders);

/** One that PostgreSQL's own account may enter, where root runs the tests. */
function openFolder(): string {
  const folder = emptyFolder();
  chmodSync(folder, 0o755);
  return folder;
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const postmaster = (folder: string) =>
  Number(readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

test('a server killed hard leaves its PostgreSQL to the next one, which stops it in the end', async () => {
  const folder = openFolder();
  const env = { DATA_DIR: folder, PORT: '0', DEMO: 'true' };
  const first = start(['serve', '--json'], env);
  await first.says('\n}\n');
  const joining = await run(['check', '--json'], env);
  expect([joining.code, JSON.parse(joining.out).ok]).toEqual([0, true]);

  first.child.kill('SIGKILL');
  await first.ended;
  const left = postmaster(folder);
  expect(isAlive(left)).toBe(true);

  const second = start(['serve', '--json'], env);
  expect(JSON.parse(await second.says('\n}\n')).people).toHaveLength(12);
  expect(postmaster(folder)).toBe(left);
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
  expect(isAlive(left)).toBe(false);
}, 60_000);

test('when both are killed nothing that was committed is lost', async () => {
  const folder = openFolder();
  const env = { DATA_DIR: folder, PORT: '0', DEMO: 'true' };
  const first = start(['serve', '--json'], env);
  await first.says('\n}\n');
  process.kill(postmaster(folder), 'SIGKILL');
  first.child.kill('SIGKILL');
  await first.ended;
  const { code, out } = await run(['check', '--json'], env);
  expect([code, JSON.parse(out).ok]).toEqual([0, true]);
  const again = await run(['demo'], env);
  expect([again.code, again.err]).toEqual([
    1,
    expect.stringContaining('There is a federation in this database already'),
  ]);
}, 60_000);

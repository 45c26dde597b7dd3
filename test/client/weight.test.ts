// The first page of the client stays light: what a phone loads of script before it can show anything, gzipped.
import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const run = (script: string) =>
  spawnSync(process.execPath, [join(process.cwd(), 'scripts', script)], { encoding: 'utf8' });

test('the first page loads at most 170 kB of script', () => {
  const weighed = run('client-weight.mjs');
  expect(weighed.stderr).toBe('');
  const [, bytes] = /(\d+) +in all/.exec(weighed.stdout)!;
  expect(Number(bytes)).toBeGreaterThan(50_000);
  expect(Number(bytes)).toBeLessThanOrEqual(170_000);
  expect(weighed.status).toBe(0);
});

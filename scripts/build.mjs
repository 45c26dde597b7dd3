// `npm run build`: the server by swc, the web page by vite; each only where its sources have changed since.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isStale, markFresh } from './stale.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
// Always what people get, also when a test run builds it.
const env = { ...process.env, NODE_ENV: 'production' };
const run = (...words) =>
  execFileSync(process.execPath, words, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });

const steps = {
  server: ['the server', '@swc/cli', () => run('scripts/build-server.mjs')],
  client: [
    'the web page',
    'vite',
    () => run('node_modules/vite/bin/vite.js', 'build', 'client', '--logLevel', 'error'),
  ],
};

/** Builds what is stale; false when something cannot be built. */
export function build({ always = false } = {}) {
  for (const [part, [name, tool, make]] of Object.entries(steps)) {
    if (!always && !isStale(root, part)) continue;
    if (!existsSync(join(root, 'node_modules', tool))) {
      console.error(`mandate: ${name} is to be built and ${tool} is missing; run \`npm ci\``);
      return false;
    }
    console.log(`Building ${name} …`);
    try {
      make();
    } catch {
      console.error(`mandate: ${name} could not be built; the lines above say why`);
      return false;
    }
    markFresh(root, part);
  }
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = build({ always: true }) ? 0 : 1;

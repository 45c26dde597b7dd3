// `npm start`: builds what has changed and serves. Without a database of your own and outside production it is
// the demonstration federation on the embedded PostgreSQL; DEMO=false starts empty.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isRecent, runAgain } from './node24.mjs';

const here = fileURLToPath(import.meta.url);
const root = join(dirname(here), '..');

async function start() {
  const { build } = await import('./build.mjs');
  if (!build()) return 1;
  const { env } = process;
  if (!env.DATABASE_URL && env.NODE_ENV !== 'production' && !env.DEMO) {
    console.log(
      'Starting the demonstration (DEMO=false for an empty federation, DATABASE_URL for a database of your own).',
    );
    env.DEMO = 'true';
  }
  // People at a terminal want the address, not a line for every request.
  env.LOG_LEVEL = env.LOG_LEVEL || (env.NODE_ENV === 'production' ? 'info' : 'warn');
  const { main } = await import(pathToFileURL(join(root, 'dist/server/cli/main.js')).href);
  return main(['serve', ...process.argv.slice(2)]);
}

if (isRecent()) process.exitCode = await start();
else runAgain(root, here, process.argv.slice(2));

// `npm run import:uk`: the United Kingdom's referendum of 23 June 2016 as a federation, so that one can look at a
// result of 33 million ballots. Goes into data/uk unless DATABASE_URL is set.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isRecent, runAgain } from './node24.mjs';
import { writeUkLists } from './uk-lists.mjs';

const here = fileURLToPath(import.meta.url);
const root = join(dirname(here), '..');
const lists = join(root, 'data/uk-lists');
const data = join(root, 'data/uk');

/** A folder nobody is serving from is emptied, so that the import begins anew. */
function isServed() {
  const owner = join(data, 'postgres.owner');
  if (!existsSync(owner)) return false;
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

async function run() {
  const { build } = await import('./build.mjs');
  if (!build()) return 1;
  writeUkLists(lists);
  const own = !process.env.DATABASE_URL;
  if (own) {
    if (isServed()) {
      console.error('mandate: a server is running on data/uk; stop it first');
      return 1;
    }
    rmSync(data, { recursive: true, force: true });
    process.env.DATA_DIR = data;
  }
  const { main } = await import(pathToFileURL(join(root, 'dist/server/cli/main.js')).href);
  const code = await main(['import', lists, ...process.argv.slice(2)]);
  if (code === 0 && !process.argv.includes('--json'))
    console.log(`See it with: ${own ? 'DATA_DIR=data/uk ' : ''}npx mandate serve`);
  return code;
}

if (isRecent()) process.exitCode = await run();
else runAgain(root, here, process.argv.slice(2));

// How much script the first page of the web client makes a phone load, gzipped: the entry, what it imports, one
// catalogue and the page itself. Exits 1 above the limit. Needs a built client.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const limit = 170_000;
const built = fileURLToPath(new URL('../dist/client', import.meta.url));
const manifest = JSON.parse(await readFile(join(built, '.vite/manifest.json'), 'utf8'));

function reached(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const next of manifest[name].imports ?? []) reached(next, seen);
  return seen;
}

const first = new Set();
for (const name of ['index.html', '../virtual:words/fr/first', 'src/home/HomePage.tsx']) reached(name, first);
let total = 0;
for (const name of first) {
  const bytes = gzipSync(await readFile(join(built, manifest[name].file)), { level: 9 }).length;
  total += bytes;
  console.log(`${String(bytes).padStart(7)}  ${manifest[name].file}`);
}
console.log(`${String(total).padStart(7)}  in all; at most ${limit}`);
process.exit(total > limit ? 1 : 0);

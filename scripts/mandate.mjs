#!/usr/bin/env node
// The command `mandate`. Runs under the Node that came with the project where the one at hand is too old for it,
// so this file keeps to what an older Node understands.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isRecent, runAgain } from './node24.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(root, 'dist/server/cli/main.js');

if (!isRecent()) {
  runAgain(root, fileURLToPath(import.meta.url), process.argv.slice(2));
} else if (!existsSync(built)) {
  console.error('mandate: it has not been built yet; run `npm run build` in the folder of the project');
  process.exitCode = 1;
} else {
  const { main } = await import(pathToFileURL(built).href);
  process.exitCode = await main(process.argv.slice(2));
}

// Measures what we built beside named references in the same run, alternating, and prints one JSON line a case: both
// figures, and ours as a multiple of the reference (above 1 is better). Groups by name, all of them where none is named.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
/** Each in a file of its own name, which is loaded once what it needs is there. */
const groups = ['core', 'count', 'dues'];
const named = process.argv.slice(2);
const strange = named.filter((name) => !groups.includes(name));
if (strange.length > 0) {
  console.error(`There is no group ${strange.join(', ')}: try ${groups.join(', ')}.`);
  process.exit(2);
}
const changed = (file) => statSync(path.join(here, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (changed('node_modules/.package-lock.json') < changed('package-lock.json'))
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
execFileSync(process.execPath, [path.join(root, 'scripts/build-server.mjs')], { stdio: 'inherit' });

const say = (text) => void (process.stderr.isTTY || process.env.BENCH_TALK ? process.stderr.write(`${text}\n`) : null);
const rounded = (figure, decimals) => Math.round(figure * 10 ** decimals) / 10 ** decimals;
/** One case: `ratio` is above 1 where ours is better. */
const tell = ({ case: name, ours, reference, unit, ratio, note }) =>
  console.log(
    JSON.stringify({
      case: name,
      ours: rounded(ours, 1),
      reference: rounded(reference, 1),
      unit,
      ratio: rounded(ratio, 2),
      note,
    }),
  );

for (const name of named.length > 0 ? named : groups) {
  const { [name]: measure } = await import(`./${name}.mjs`);
  await measure(say, tell);
}

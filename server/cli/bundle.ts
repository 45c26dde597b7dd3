// `mandate bundle OUT`: the public record in one file that anybody checks with `mandate verify`.
import { createHash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { bundleText, readManifest } from '../history/bundle.js';
import { withDatabase } from './database.js';
import type { Ending } from './ending.js';
import { output } from './output.js';

export const bundleCommand = (ended: (ending: Ending) => void) =>
  new Command('bundle')
    .description('write the public record (log, rolls, decided polls) to one file for offline checking')
    .argument('<out>', 'the file to write')
    .action(async (file: string, options: { json?: boolean }) => ended(await run(file, options)));

async function run(file: string, options: { json?: boolean }): Promise<Ending> {
  const out = output(options);
  const { bundle, entries, polls, elections } = await withDatabase(async ({ db, services }) => {
    const { publishedBundle } = await import('../history/publish.js');
    const { rollTextOf } = await import('../polls/freeze.js');
    return publishedBundle(db, services.sequencer, rollTextOf);
  });
  const text = bundleText(bundle);
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
  const facts = {
    file,
    origin: readManifest(bundle).origin,
    entries,
    polls,
    elections,
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
  };
  out.document(facts);
  out.say(
    `${file}: ${facts.entries} entries, ${facts.polls} decided polls, ${facts.elections} elections, ${facts.bytes} bytes`,
  );
  out.say(`SHA-256 ${facts.sha256}`);
  out.say(`Check it anywhere: npx mandate verify ${file}`);
}

// `mandate check`: every invariant of the living database, by name.
import { Command } from 'commander';
import { withDatabase } from './database.js';
import type { Ending } from './ending.js';
import { output } from './output.js';
import { sayChecks } from './sayChecks.js';

export const checkCommand = (ended: (ending: Ending) => void) =>
  new Command('check')
    .description('run every invariant over the database')
    .action(async (options: { json?: boolean }) => ended(await check(options)));

async function check(options: { json?: boolean }): Promise<Ending> {
  const out = output(options);
  const found = await withDatabase(async ({ db, services }) => {
    const { checkDatabase } = await import('../checks/index.js');
    return checkDatabase(db, services.sequencer.signer, (name) => out.progress(`checking ${name}`));
  });
  return sayChecks(out, found, 'Everything holds.', 'Something in the database does not hold');
}

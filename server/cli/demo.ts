// `mandate demo`: the demonstration federation, loaded into an empty database.
import { Command } from 'commander';
import { withDatabase, type Opened } from './database.js';
import type { Ending } from './ending.js';
import { output } from './output.js';

export const demoCommand = (ended: (ending: Ending) => void) =>
  new Command('demo')
    .description('load the demonstration federation into an empty database')
    .action(async (options: { json?: boolean }) => ended(await demo(options)));

async function demo(options: { json?: boolean }): Promise<Ending> {
  const out = output(options);
  const load = async ({ services, where }: Opened) => {
    const { loadDemonstration } = await import('../demo/load.js');
    return { counts: await loadDemonstration(services, out.progress), where };
  };
  const { counts, where } = await withDatabase(load, { DEMO: 'true' });
  out.document(counts);
  out.say(`The demonstration federation is in ${where}:`);
  for (const [what, n] of Object.entries(counts)) out.say(`  ${n} ${what}`);
  out.say('See it with: DEMO=true npx mandate serve');
}

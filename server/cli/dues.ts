// `mandate dues`: charges the dues that are due, now, instead of waiting for the hour. Cut off, it has charged some bodies
// whole; begun again, it finds what is left.
import { Command } from 'commander';
import { withDatabase } from './database.js';
import type { Ending } from './ending.js';
import { output } from './output.js';

export const duesCommand = (ended: (ending: Ending) => void) =>
  new Command('dues')
    .description('charge the dues that are due; what was charged before is not charged again')
    .action(async (options: { json?: boolean }) => ended(await dues(options)));

async function dues(options: { json?: boolean }): Promise<Ending> {
  const out = output(options);
  const raised = await withDatabase(async ({ services }) => {
    const { makeContext } = await import('../context.js');
    const { raiseDues } = await import('../dues/raiseDues.js');
    const done = await raiseDues(makeContext(services, { clock: true }), ({ bodies, charges }, all) =>
      out.progress(`charging dues: ${bodies} of ${all} bodies, ${charges} charges`),
    );
    await services.sequencer.settle();
    return done;
  });
  out.document(raised);
  out.say(`${raised.charges} charges raised in ${raised.bodies} bodies.`);
}

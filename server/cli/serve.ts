// `mandate serve`: runs until it is told to stop. The first signal stops it in order, a second one at once.
import { Command } from 'commander';
import { readEnv } from '../env.js';
import type { Serving } from '../serve.js';
import { DONE, REFUSED, type Ending } from './ending.js';
import { output, type Output } from './output.js';
import { untilTold } from './signals.js';

/** However a stop goes, the process is gone by then. */
const LAST_MS = 9_500;

export const serveCommand = (ended: (ending: Ending) => void) =>
  new Command('serve')
    .description('run the server and the web page; on an embedded PostgreSQL unless DATABASE_URL is set')
    .action(async (options: { json?: boolean }) => ended(await run(output(options))));

async function run(out: Output): Promise<Ending> {
  const env = readEnv();
  const told = untilTold();
  const { serve } = await import('../serve.js');
  const serving = await serve(env);
  announce(out, serving);
  const holding = setInterval(() => undefined, 60_000);
  await told;
  clearInterval(holding);
  return stop(out, serving);
}

function announce(out: Output, { url, where, metrics, warnings, people, empty }: Serving): void {
  out.document({ url, metrics, people, warnings });
  out.say(`Mandate is at ${url}`);
  out.say(`Data: ${where}.`);
  if (metrics) out.say(`Figures: ${metrics}`);
  for (const warning of warnings) out.say(`Note: ${warning}`);
  if (empty) out.say('There is no federation yet: `npx mandate import DIR` brings one, `npx mandate demo` shows one.');
  if (people.length > 0) {
    out.say(
      `This is a demonstration: everybody and everything in it is invented. At ${url}/sign-in choose whom to be:`,
    );
    const width = Math.max(...people.map(({ displayName }) => displayName.length));
    for (const { displayName, part } of people) out.say(`  ${displayName.padEnd(width)}  ${part}`);
  }
  out.say('Ctrl-C stops it.');
}

async function stop(out: Output, serving: Serving): Promise<Ending> {
  out.say('Stopping: requests under way are finished first. Ctrl-C again ends at once.');
  setTimeout(() => process.exit(REFUSED), LAST_MS).unref();
  await serving.stop();
  return DONE;
}

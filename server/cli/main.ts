// The command line: what there is, and how a command ends.
import { Command } from 'commander';
import { apportionCommand } from './apportion.js';
import { bundleCommand } from './bundle.js';
import { checkCommand } from './check.js';
import { countCommand } from './count.js';
import { decideCommand } from './decide.js';
import { demoCommand } from './demo.js';
import { duesCommand } from './dues.js';
import { DONE, endingOf, REFUSED, type Ending } from './ending.js';
import { importCommand } from './import.js';
import { serveCommand } from './serve.js';
import { verifyCommand } from './verify.js';

export async function main(words: readonly string[]): Promise<number> {
  let code = DONE;
  // A reader that has seen enough, such as head, ends the command without a word.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? DONE : REFUSED));
  const ended = (ending: Ending) => void (code = ending ?? DONE);
  const program = new Command('mandate')
    .description('Local Groups, their Regional Federations and one Federation decide together.')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .showSuggestionAfterError(true);
  for (const add of [
    serveCommand,
    demoCommand,
    importCommand,
    countCommand,
    apportionCommand,
    decideCommand,
    verifyCommand,
    checkCommand,
    duesCommand,
    bundleCommand,
  ]) {
    const made = add(ended).option('--json', 'one JSON document on standard output, and nothing else there');
    program.addCommand(made.copyInheritedSettings(program));
  }
  try {
    if (words.length === 0) process.stdout.write(program.helpInformation());
    else await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    const ending = endingOf(error);
    if (ending.sentence) process.stderr.write(`mandate: ${ending.sentence}\n`);
    return ending.code;
  }
}

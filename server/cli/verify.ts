// `mandate verify BUNDLE`: checks a published bundle offline. It asks no server and needs no database.
import { Command } from 'commander';
import { Malformed } from '../history/malformed.js';
import { readBundle } from '../history/bundle.js';
import { verifyBundle } from '../history/verify.js';
import { UnusableInput, type Ending } from './ending.js';
import { output } from './output.js';
import { sayChecks } from './sayChecks.js';
import { readText } from './textFile.js';

interface Options {
  json?: boolean;
  logKey?: string[];
  receipt?: string[];
  oldCheckpoint?: string[];
}

export const verifyCommand = (ended: (ending: Ending) => void) =>
  new Command('verify')
    .description('check a published bundle offline: log, receipts, rolls, recounts, results')
    .argument('<bundle>', 'the bundle, one JSON file')
    .option('--log-key <key...>', 'the key of the log, got elsewhere than from the bundle')
    .option('--receipt <file...>', 'receipts you were given; each must be in the log')
    .option('--old-checkpoint <file...>', 'checkpoints kept from before; the log must begin with them')
    .action((file: string, options: Options) => ended(verify(file, options)));

function verify(file: string, options: Options): Ending {
  const text = readText(file);
  const texts = (files: string[] | undefined) => (files ?? []).map((name) => readText(name));
  const verification = verifyBundle(bundleIn(file, text), {
    vkey: options.logKey,
    receipts: texts(options.receipt),
    oldCheckpoints: texts(options.oldCheckpoint),
  });
  return sayChecks(output(options), verification, 'The bundle holds.', 'The bundle does not hold');
}

function bundleIn(file: string, text: string) {
  try {
    return readBundle(text);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw new UnusableInput(`${file}: ${error.message}`);
  }
}

// `mandate decide FILE.json`: applies a decision rule to published tallies, as anyone can, without a database.
import { Command } from 'commander';
import { decide, decisionDocument, DecisionFileError, readDecisionFile, withLine } from '../counting/index.js';
import { UnusableInput, type Ending } from './ending.js';
import { output } from './output.js';
import { readText } from './textFile.js';

export const decideCommand = (ended: (ending: Ending) => void) =>
  new Command('decide')
    .description('apply a decision rule to published tallies')
    .argument('<file>', 'a decision file (JSON)')
    .action((file: string, options: { json?: boolean }) => ended(decideFile(file, options)));

function decideFile(file: string, options: { json?: boolean }): Ending {
  const out = output(options);
  const decision = decided(file, readText(file));
  out.document(decisionDocument(decision));
  if (decision.title) out.say(decision.title);
  out.say(decision.outcome);
  for (const sentence of decision.arithmetic) out.say(`  ${sentence}`);
}

function decided(file: string, text: string) {
  try {
    return decide(readDecisionFile(text));
  } catch (error) {
    const located = withLine(error, text);
    if (!(located instanceof DecisionFileError)) throw error;
    const { line, path, expected } = located;
    throw new UnusableInput(
      `${file}${line === null ? '' : `, line ${line}`}: ${path ? `${path}: ` : ''}expected ${expected}`,
    );
  }
}

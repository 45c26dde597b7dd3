// How a command ends: 0 done, 1 refused or a check failed, 2 asked for wrongly or given something unreadable.
// What went wrong is one sentence on standard error.
import { CommanderError } from 'commander';
import { DecisionFileError } from '../counting/index.js';
import { BadEnvironment } from '../env.js';
import { databaseCode, isDatabaseAway, Refusal } from '../errors.js';
import { Malformed } from '../history/malformed.js';
import { asObstacle, Obstacle } from '../obstacle.js';

/** A command's own word on how it ended; nothing means well. */
export type Ending = number | void;

export const DONE = 0;
export const REFUSED = 1;
export const UNUSABLE = 2;

/** The input cannot be read or makes no sense; the message names the file and what was expected. */
export class UnusableInput extends Error {}

export function endingOf(problem: unknown): { code: number; sentence: string | null } {
  const error = asObstacle(problem);
  if (error instanceof CommanderError) {
    const sentence = error.message.replace(/^error: /, '');
    return error.exitCode === 0
      ? { code: DONE, sentence: null }
      : { code: UNUSABLE, sentence: `${sentence}; mandate --help lists what there is` };
  }
  if (error instanceof UnusableInput || error instanceof DecisionFileError || error instanceof Malformed) {
    return { code: UNUSABLE, sentence: error.message };
  }
  if (error instanceof BadEnvironment) return { code: UNUSABLE, sentence: error.message.replaceAll('\n', '; ') };
  if (error instanceof Refusal || error instanceof Obstacle) return { code: REFUSED, sentence: error.message };
  if (isDatabaseAway(error)) return { code: REFUSED, sentence: 'The database went away; start again when it is back.' };
  const code = databaseCode(error);
  return {
    code: REFUSED,
    sentence: `Unexpected fault${code ? ` ${code}` : ''}: ${error instanceof Error ? error.message : String(error)}`,
  };
}

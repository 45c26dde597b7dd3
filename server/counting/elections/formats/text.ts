/** Names and titles as they are kept: one line, one space between words, letters composed. */
import { BallotFileError } from './ballotFileError.js';

/** What no name may hold: control characters, and marks that turn the direction of writing. */
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

export function tidy(text: string, line: number): string {
  const tidied = oneLine(text);
  if (HIDDEN.test(tidied)) throw new BallotFileError(line, 'text without control characters');
  return tidied;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().normalize('NFC');
}

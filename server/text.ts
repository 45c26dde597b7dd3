// What people write, made fit to keep: one normal form, no characters that hide or reorder what is read.
import { refuse } from './errors.js';

/** Characters that are no text: controls (line breaks and tabs apart). */
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;
/** Marks that turn the direction of what follows, by which one name can be made to look like another. */
const turning = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\uFEFF]/;
/** More than four marks stacked on one letter are there to disturb. */
const stacked = /\p{M}{5,}/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How long a text is to a reader: a letter with its accents, or a flag, is one. */
export const lengthOf = (text: string): number => [...graphemes.segment(text)].length;

/** What no text may hold, wherever in an input it stands: half a character, or the NUL that no database keeps. */
export function refuseBrokenText(input: object): void {
  for (const [field, value] of Object.entries(input)) {
    if (isBroken(value))
      refuse('TEXT_UNFIT', 'The text holds characters that cannot be kept. Write it anew without them.', { field });
  }
}

function isBroken(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed() || value.includes('\u0000');
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([key, inner]) => isBroken(key) || isBroken(inner))
  );
}

/** A text of several lines: trimmed, in normal form NFC. Empty is fine; whoever needs words asks for them. */
export function readText(value: string, field: string, atMost: number): string {
  const text = value.normalize('NFC').trim();
  if (controls.test(text)) {
    refuse('TEXT_UNFIT', 'The text holds characters that cannot be kept. Write it anew without them.', { field });
  }
  // The database counts code points; a reader counts letters. Both must fit.
  if ([...text].length > atMost) {
    refuse('TEXT_TOO_LONG', `The text is too long: at most ${atMost} characters.`, { field, values: { atMost } });
  }
  return text;
}

/** A text on one line; empty is fine. */
export function readLine(value: string, field: string, atMost: number): string {
  return readText(value, field, atMost).replace(/\s+/g, ' ');
}

/** A text that must say something. */
export function readWords(value: string, field: string, atMost: number): string {
  const text = readText(value, field, atMost);
  if (text === '') refuse('TEXT_MISSING', 'Say it in a few words.', { field });
  return text;
}

/** The same on one line. */
export const readWordsOnLine = (value: string, field: string, atMost: number): string =>
  readWords(value, field, atMost).replace(/\s+/g, ' ');

/** A name: one line that reads the same to everyone. */
export function readName(value: string, field: string, atMost: number): string {
  const name = readText(value, field, atMost).replace(/\s+/g, ' ');
  if (turning.test(name) || stacked.test(name)) {
    refuse(
      'TEXT_UNFIT',
      'The name holds marks that would make it read differently to different people. Leave them out.',
      { field },
    );
  }
  if (!/[\p{L}\p{N}]/u.test(name))
    refuse('NAME_MISSING', 'Give a name. It need not be the one in your papers.', { field });
  return name;
}

/**
 * A file of ballots as bytes, and a place in it. Files may be large and may be anything at all: no step here makes a string
 * longer than a name, whatever a line holds.
 */
import { BallotFileError } from './ballotFileError.js';
import { utf8Fault } from './utf8.js';

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const HASH = 35;
export const OPENING = 40;
export const CLOSING = 41;
export const COMMA = 44;
export const MINUS = 45;
export const EQUALS = 61;

/** A name, a title or an identifier may be as long as this, in bytes. */
const LONGEST_TEXT = 2000;
/** A line of a format that is read line by line: room for the names of all candidates there may be. */
const LONGEST_LINE = 1 << 20;
const LONGEST_TOLD = 24;
const decoder = new TextDecoder();

export class Scanner {
  at: number;
  line = 1;

  constructor(readonly bytes: Uint8Array) {
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    this.at = marked ? 3 : 0;
  }

  /** The byte here; -1 at the end of the file. */
  get byte(): number {
    return this.at < this.bytes.length ? this.bytes[this.at]! : -1;
  }

  get atLineEnd(): boolean {
    return this.byte === LF || this.byte === CR || this.byte === -1;
  }

  /** Whether a word would end here: at a blank, a comma, a comment or the end of the line. */
  get atWordEnd(): boolean {
    const { byte } = this;
    return byte === SPACE || byte === TAB || byte === COMMA || byte === HASH || this.atLineEnd;
  }

  /** Past spaces and tabs. */
  passBlanks(): void {
    while (this.byte === SPACE || this.byte === TAB) this.at += 1;
  }

  /** Past the end of the line, however it is written. */
  passLineEnd(): void {
    if (this.byte === -1) return;
    if (this.byte === CR && this.bytes[this.at + 1] === LF) this.at += 1;
    this.at += 1;
    this.line += 1;
  }

  /** Past blanks; whether nothing but commas or a comment is left of the line. */
  atContentEnd(): boolean {
    this.passBlanks();
    return this.atWordEnd;
  }

  /** To the next line; nothing but blanks, commas and a comment may be left of this one. */
  endLine(): void {
    this.passBlanks();
    while (this.byte === COMMA) {
      this.at += 1;
      this.passBlanks();
    }
    if (this.byte === HASH) this.passRest();
    if (!this.atLineEnd) this.refuseThis('the end of the line');
    this.passLineEnd();
  }

  /** To the end of the line, all of which must be UTF-8. */
  passRest(): void {
    const start = this.at;
    while (!this.atLineEnd) this.at += 1;
    this.mustBeText(start, this.at);
  }

  /** Past lines that are empty or only a comment, to the first byte that says something; false at the end of the file. */
  toContent(): boolean {
    for (;;) {
      this.passBlanks();
      if (this.byte === -1) return false;
      if (this.byte === HASH) this.passRest();
      else if (!this.atLineEnd) return true;
      this.passLineEnd();
    }
  }

  /** Past the digits here, which are the answer; -1 and no step where there are none, or too many to be exact. */
  number(): number {
    let number = 0;
    let end = this.at;
    for (let digit = this.digitAt(end); digit >= 0; digit = this.digitAt(end)) {
      number = number * 10 + digit;
      end += 1;
      if (number > Number.MAX_SAFE_INTEGER) return -1;
    }
    if (end === this.at) return -1;
    this.at = end;
    return number;
  }

  private digitAt(place: number): number {
    const digit = place < this.bytes.length ? this.bytes[place]! - 48 : -1;
    return digit <= 9 ? digit : -1;
  }

  /** The word here, or its beginning where it is long. */
  word(): string {
    const start = this.at;
    while (!this.atWordEnd && this.at - start <= LONGEST_TOLD) this.at += 1;
    const end = this.at;
    this.at = start;
    if (end - start <= LONGEST_TOLD) return this.text(start, end);
    return `${this.text(start, characterStart(this.bytes, start + LONGEST_TOLD))}…`;
  }

  /** What is left of the line. */
  restOfLine(longest = LONGEST_TEXT): string {
    const start = this.at;
    while (!this.atLineEnd) this.at += 1;
    return this.text(start, this.at, longest);
  }

  /** The text between two places of this line. */
  text(start: number, end: number, longest = LONGEST_TEXT): string {
    if (end - start > longest) this.refuse(`at most ${longest} bytes of text`);
    this.mustBeText(start, end);
    return decoder.decode(this.bytes.subarray(start, end));
  }

  /** Refuses the file: something else was expected here. */
  refuse(expected: string): never {
    throw new BallotFileError(this.line, expected);
  }

  /** The same, telling what is here instead. */
  refuseThis(expected: string): never {
    if (this.byte === -1) this.refuse(`${expected}, not the end of the file`);
    if (this.atLineEnd) this.refuse(`${expected}, not the end of the line`);
    const word = this.atWordEnd ? String.fromCharCode(this.byte) : this.word();
    this.refuse(`${expected}, not ${JSON.stringify(word)}`);
  }

  private mustBeText(start: number, end: number): void {
    const fault = utf8Fault(this.bytes, start, end);
    if (fault === -1) return;
    let lineStart = fault;
    while (lineStart > 0 && this.bytes[lineStart - 1] !== LF && this.bytes[lineStart - 1] !== CR) lineStart -= 1;
    const byte = `0x${this.bytes[fault]!.toString(16).toUpperCase().padStart(2, '0')}`;
    this.refuse(`UTF-8 text, not the byte ${byte} (byte ${fault - lineStart + 1} of the line)`);
  }
}

/** Where the character begins that holds this byte. */
function characterStart(bytes: Uint8Array, place: number): number {
  let start = place;
  while ((bytes[start]! & 0xc0) === 0x80) start -= 1;
  return start;
}

export interface Line {
  text: string;
  /** From 1. */
  line: number;
}

/** A file line by line, for formats that are about words rather than numbers. */
export function* linesOf(bytes: Uint8Array): Generator<Line> {
  const scanner = new Scanner(bytes);
  for (; scanner.byte !== -1; scanner.passLineEnd()) {
    yield { text: scanner.restOfLine(LONGEST_LINE), line: scanner.line };
  }
}

/**
 * BLT, the format of Hill, Wichmann and Woodall as publishers write it today:
 *
 *     4 2              candidates, seats
 *     -3               withdrawn candidates, on one line or several
 *     5 1 2=4 - 3 0    a weight, candidates in order of preference, 0; `=` ties with the one before, `-` skips a rank
 *     (b-17) 1 2 0     the same, with an identifier of the paper
 *     0                the end of the papers
 *     "Ann"            the candidates in order, then the title; more strings may follow and say nothing of the count
 *     "Council 2026"
 *
 * `#` begins a comment outside of quotes. Lines may end with commas, as files that were once spreadsheets do.
 */
import { MOST_CANDIDATES, type Ballots, type Election } from '../election.js';
import { readBltNames } from './bltNames.js';
import { Packing } from './packing.js';
import { CLOSING, COMMA, HASH, MINUS, OPENING, Scanner } from './scanner.js';
import { readWeight } from './weight.js';

/** An election with the identifiers of its papers, row by row, where the file gives any. */
export interface ElectionFile extends Election {
  ids: (string | null)[] | null;
}

export function readBlt(bytes: Uint8Array): ElectionFile {
  const scanner = new Scanner(bytes);
  if (!scanner.toContent()) scanner.refuse('the number of candidates and the number of seats, not an empty file');
  const candidates = whole(scanner, 'the number of candidates', MOST_CANDIDATES);
  const seats = whole(scanner, 'the number of seats', candidates);
  endLine(scanner);
  const papers = new Papers(scanner, candidates);
  const { withdrawn, ballots, ids } = papers.read();
  const { names, title } = readBltNames(scanner, candidates);
  return { title, seats, candidates: names, withdrawn, ballots, ids };
}

/** A whole number from 1 to `most`. */
function whole(scanner: Scanner, expected: string, most: number): number {
  scanner.passBlanks();
  const start = scanner.at;
  const number = scanner.atLineEnd ? 0 : numberOf(scanner.word());
  if (number >= 1 && number <= most) return number;
  scanner.at = start;
  scanner.refuseThis(`${expected}, from 1 to ${most}`);
}

function numberOf(word: string): number {
  return /^\d+$/.test(word) ? Number(word) : NaN;
}

/** Nothing but blanks, commas and a comment may stand before the end of the line. */
function endLine(scanner: Scanner): void {
  scanner.passBlanks();
  while (scanner.byte === COMMA) {
    scanner.at += 1;
    scanner.passBlanks();
  }
  if (scanner.byte === HASH) scanner.passRest();
  if (!scanner.atLineEnd) scanner.refuseThis('the end of the line');
  scanner.passLineEnd();
}

class Papers {
  private readonly packing: Packing;
  private readonly withdrawn = new Set<number>();
  private readonly ids: (string | null)[] = [];
  private readonly known = new Set<string>();

  constructor(
    private readonly scanner: Scanner,
    private readonly candidates: number,
  ) {
    this.packing = new Packing(candidates, { refuse: (expected) => scanner.refuse(expected) });
  }

  read(): { withdrawn: number[]; ballots: Ballots; ids: (string | null)[] | null } {
    while (this.readLine());
    const { packing, ids } = this;
    if (ids.length > 0) while (ids.length < packing.rows) ids.push(null);
    return {
      withdrawn: [...this.withdrawn].sort((a, b) => a - b),
      ballots: packing.ballots(),
      ids: ids.length > 0 ? ids : null,
    };
  }

  /** False once it was the 0 that ends the papers. */
  private readLine(): boolean {
    const { scanner } = this;
    if (!scanner.toContent()) scanner.refuse('0 alone on a line, after the last paper, not the end of the file');
    if (scanner.byte === MINUS) return this.readWithdrawn();
    const id = scanner.byte === OPENING ? this.readId() : null;
    const start = scanner.at;
    const weight = scanner.atLineEnd ? null : readWeight(scanner.word());
    if (!weight) {
      scanner.at = start;
      return scanner.refuseThis('a paper, which begins with its weight, or 0 alone on a line to end the papers');
    }
    if (weight.units === 0) {
      if (id !== null || !this.lineIsOver()) scanner.refuse('a weight above 0');
      endLine(scanner);
      return false;
    }
    this.readMarks();
    this.packing.end(weight.units, weight.decimals);
    if (id !== null) this.keepId(id);
    endLine(scanner);
    return true;
  }

  private readMarks(): void {
    const { scanner, packing } = this;
    for (;;) {
      scanner.passBlanks();
      if (this.lineIsOver()) scanner.refuse('the 0 that ends a paper, not the end of the line');
      const start = scanner.at;
      const word = scanner.word();
      if (word === '0') return;
      if (word === '-') packing.skip();
      else if (!this.markAll(word)) {
        scanner.at = start;
        scanner.refuseThis(`a candidate from 1 to ${this.candidates}`);
      }
    }
  }

  /** Candidates at one rank, such as `3` or `1=2`. */
  private markAll(word: string): boolean {
    const numbers = word.split('=').map(numberOf);
    if (!numbers.every((number) => number >= 1 && number <= this.candidates)) return false;
    numbers.forEach((number, i) => this.packing.mark(number - 1, i > 0));
    return true;
  }

  /** A line of numbers below 0: candidates who stood and withdrew. */
  private readWithdrawn(): boolean {
    const { scanner } = this;
    while (!this.lineIsOver()) {
      const start = scanner.at;
      const word = scanner.word();
      const number = word.startsWith('-') ? numberOf(word.slice(1)) : 0;
      if (number === 0 || this.packing.rows > 0) scanner.refuse('a weight above 0');
      if (!(number <= this.candidates)) {
        scanner.at = start;
        scanner.refuseThis(`a withdrawn candidate from -1 to -${this.candidates}`);
      }
      this.withdrawn.add(number - 1);
      scanner.passBlanks();
    }
    endLine(scanner);
    return true;
  }

  private readId(): string {
    const { scanner } = this;
    const start = scanner.at + 1;
    while (!scanner.atLineEnd && scanner.byte !== CLOSING) scanner.at += 1;
    if (scanner.byte !== CLOSING) scanner.refuse('the closing bracket of an identifier');
    const id = scanner.text(start, scanner.at).trim();
    scanner.at += 1;
    scanner.passBlanks();
    return id;
  }

  private keepId(id: string): void {
    if (this.known.has(id)) this.scanner.refuse(`each identifier once, not ${JSON.stringify(id)} twice`);
    this.known.add(id);
    while (this.ids.length < this.packing.rows - 1) this.ids.push(null);
    this.ids.push(id);
  }

  private lineIsOver(): boolean {
    const { scanner } = this;
    scanner.passBlanks();
    return scanner.atLineEnd || scanner.byte === HASH || scanner.byte === COMMA;
  }
}

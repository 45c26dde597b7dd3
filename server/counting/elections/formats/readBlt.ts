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
import { MOST_CANDIDATES } from '../election.js';
import { readBltNames } from './bltNames.js';
import { BltPapers } from './bltPapers.js';
import type { ElectionFile } from './electionFile.js';
import { Scanner } from './scanner.js';

/** Throws a BallotFileError with the line where the file is not sound. */
export function readBlt(bytes: Uint8Array): ElectionFile {
  const scanner = new Scanner(bytes);
  if (!scanner.toContent()) scanner.refuse('the number of candidates and the number of seats, not an empty file');
  const candidates = readNumber(scanner, 'the number of candidates', MOST_CANDIDATES);
  const seats = readNumber(scanner, 'the number of seats', candidates);
  scanner.endLine();
  const { withdrawn, ballots, ids } = new BltPapers(scanner, candidates).read();
  const { names, title } = readBltNames(scanner, candidates);
  return { title, seats, candidates: names, withdrawn, ballots, ids };
}

function readNumber(scanner: Scanner, what: string, most: number): number {
  scanner.passBlanks();
  const start = scanner.at;
  const number = scanner.number();
  if (number >= 1 && number <= most && scanner.atWordEnd) return number;
  scanner.at = start;
  return scanner.refuseThis(`${what}, from 1 to ${most}`);
}

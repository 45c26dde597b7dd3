/**
 * Papers that give candidates numbers, as a table: how many papers, and what each gives to whom.
 *
 *     count,Ann,Ben,Cy
 *     12,5,3,
 *     3,0,5,2
 *
 * An empty cell gives nothing. In a count by consent the numbers are answers: 2 agrees, 1 stands aside, 0 blocks.
 */
import { BallotFileError } from './ballotFileError.js';
import { cellsOf } from './cells.js';
import type { Beside, ElectionFile } from './electionFile.js';
import { Packing } from './packing.js';
import { linesOf } from './scanner.js';
import { tidy } from './text.js';
import { readWeight } from './weight.js';

const HIGHEST = 0xffff;

export function readScoresCsv(bytes: Uint8Array, { title = '', seats = 1, withdrawn = [] }: Beside = {}): ElectionFile {
  let names: string[] | null = null;
  let packing: Packing | null = null;
  let at = 1;
  const refuse = (expected: string): never => {
    throw new BallotFileError(at, expected);
  };
  for (const { text, line } of linesOf(bytes)) {
    at = line;
    if (text.trim() === '') continue;
    const cells = cellsOf(text) ?? refuse('quotation marks only around a whole cell, doubled within it');
    if (names && packing) {
      if (cells.length !== names.length + 1) refuse(`a count and ${names.length} scores, not ${cells.length} cells`);
      readPaper(cells, packing, refuse);
    } else {
      names = namesOf(cells, line, refuse);
      packing = new Packing(names.length, { refuse, scored: true });
    }
  }
  if (!names || !packing)
    return refuse('count and the names of the candidates, such as count,Ann,Ben, not an empty file');
  return { title, seats, candidates: names, withdrawn: [...withdrawn], ballots: packing.ballots(), ids: null };
}

function namesOf([count, ...written]: readonly string[], line: number, refuse: (expected: string) => never): string[] {
  const names = written.map((name) => tidy(name, line));
  if (count!.trim() !== 'count' || names.length === 0) {
    refuse('count and the names of the candidates, such as count,Ann,Ben');
  }
  if (names.includes('')) refuse('the name of a candidate, not an empty cell');
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) refuse(`each candidate once, not ${JSON.stringify(twice)} twice`);
  return names;
}

function readPaper([count, ...cells]: readonly string[], packing: Packing, refuse: (expected: string) => never): void {
  const weight = readWeight(count!.trim());
  if (!weight) return refuse(`a count of papers, such as 12, not ${JSON.stringify(count!.slice(0, 24))}`);
  for (const [candidate, cell] of cells.entries()) {
    const written = cell.trim();
    if (written === '') continue;
    const score = /^\d+$/.test(written) ? Number(written) : NaN;
    if (!(score <= HIGHEST)) refuse(`a score from 0 to ${HIGHEST}, not ${JSON.stringify(cell.slice(0, 24))}`);
    packing.mark(candidate, false, score);
  }
  packing.end(weight.units, weight.decimals);
}

/**
 * Ballots as a table of two columns: how many papers, and how they rank the candidates, by name.
 *
 *     count,ranking
 *     12,Ann>Ben=Cy
 *     3,"Lee, Di>>Ann"
 *     5,
 *
 * `>` goes to the next rank, `=` ties, nothing between two `>` is a rank left empty, and an empty cell is a blank paper. The
 * header may be left out. A cell with a comma stands in quotation marks, by the rules of CSV; so does a name, within the
 * cell, that holds one of the signs or a quotation mark itself.
 */
import { cellsOf } from './cells.js';
import type { Beside, ElectionFile } from './electionFile.js';
import { NamedPapers } from './namedPapers.js';
import { linesOf } from './scanner.js';
import { readWeight } from './weight.js';

const SHAPE = 'a count and a ranking, such as 12,Ann>Ben=Cy';

/** Candidates not given beside are numbered as they are met. */
export function readBallotsCsv(bytes: Uint8Array, beside: Beside = {}): ElectionFile {
  const papers = new NamedPapers();
  if (beside.candidates) papers.close(beside.candidates);
  let rows = 0;
  for (const { text, line } of linesOf(bytes)) {
    papers.line = line;
    if (text.trim() === '') continue;
    const cells = cellsOf(text) ?? papers.refuse('quotation marks only around a whole cell, doubled within it');
    rows += 1;
    if (rows > 1 || !isHeader(cells)) readPaper(cells, papers);
  }
  if (rows === 0) papers.refuse(`${SHAPE}, not an empty file`);
  const ballots = papers.ballots();
  const { title = '', seats = 1, withdrawn = [] } = beside;
  return { title, seats, candidates: papers.candidates, withdrawn, ballots, ids: null };
}

function isHeader(cells: readonly string[]): boolean {
  return cells.length === 2 && cells.every((cell) => /^\s*\p{L}[\p{L}\s_]*$/u.test(cell));
}

function readPaper(cells: readonly string[], papers: NamedPapers): void {
  const [count, ranking] = cells;
  if (cells.length !== 2) {
    papers.refuse(`${SHAPE}, with quotation marks around a ranking that holds a comma, not ${cells.length} cells`);
  }
  const weight = readWeight(count!.trim());
  if (!weight) papers.refuse(`a count of papers, such as 12, not ${JSON.stringify(count!.slice(0, 24))}`);
  if (ranking!.trim() !== '') readRanking(ranking!, papers);
  papers.packing.end(weight.units, weight.decimals);
}

/** A name, in quotation marks or bare, and the sign after it. */
const NAME = /\s*(?:"((?:[^"]|"")*)"|([^">=]*))\s*([>=]|$)/y;

function readRanking(ranking: string, papers: NamedPapers): void {
  let sign: string | undefined;
  NAME.lastIndex = 0;
  do {
    const found = NAME.exec(ranking) ?? papers.refuse('names with > or = between them');
    const [, quoted, bare = '', next] = found;
    const tied = sign === '=';
    sign = next!;
    const name = quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"');
    if (quoted !== undefined || name !== '') papers.mark(name, tied);
    else if (tied || sign === '=') papers.refuse('a name on either side of =');
    else papers.packing.skip();
  } while (sign !== '');
}

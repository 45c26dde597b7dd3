/** Packed papers as lines of text: from the files of others into the form that a certified election keeps. */
import type { Ballots, CountMethod } from './election.js';
import { papersOf } from './formats/writing.js';
import { BLANK, readPaper, writeApproval } from './marks.js';

export interface WrittenPaper {
  marks: string;
  /** How many papers say so. */
  times: number;
}

/** Null where a paper weighs a part of a paper, or is none that this method reads. */
export function writePapers(method: CountMethod, ballots: Ballots): WrittenPaper[] | null {
  const written: WrittenPaper[] = [];
  for (const { row, ranks } of papersOf(ballots)) {
    const times = ballots.weights[row]! / 10 ** ballots.weightDecimals;
    const marks = readPaper(method, ballots.candidates, textOf(method, ranks));
    if (marks === null || !Number.isSafeInteger(times)) return null;
    if (times > 0) written.push({ marks, times });
  }
  return written;
}

/** Ranks that are empty inside a paper stay there; candidates of an approval have no order. */
function textOf(method: CountMethod, ranks: readonly (readonly number[])[]): string {
  if (method === 'approval') return writeApproval(ranks.flat().map((candidate) => candidate + 1));
  return ranks.map((rank) => rank.map((candidate) => candidate + 1).join('=') || '-').join('>') || BLANK;
}

/**
 * A paper as a teller types it from the keyboard, made into a ballot's line of text. Numbers follow each other with a
 * space, or without where there are no more than nine candidates: `312` is 3>1>2. `=` joins equal ranks, `-` is a rank
 * left empty, `b` a blank paper, `s` a spoilt one. Scores and answers are typed in the order of the paper.
 */
import { BLANK, SPOILT, readPaper } from '../../../server/counting/elections/marks';
import type { CountMethod } from '../../../server/counting/elections/election';
import { kindOf } from './ballotMarks';

/** Null where it is no paper of this election. */
export function typedPaper(method: string, candidates: number, typed: string): string | null {
  const text = typed.trim().toUpperCase();
  if (text === 'B' || text === BLANK) return BLANK;
  if (text === 'S' || text === SPOILT) return SPOILT;
  const marks = marksOf(method, candidates, text);
  return marks === null || marks === '' ? null : readPaper(method as CountMethod, candidates, marks);
}

function marksOf(method: string, candidates: number, text: string): string | null {
  const short = candidates <= 9;
  switch (kindOf(method)) {
    case 'ranked':
      return ranks(text, short).join('>');
    case 'approval':
      return pieces(text, short).join(',');
    case 'plurality':
      return text;
    case 'score':
    case 'consent':
      return inOrder(pieces(text, true), candidates);
  }
}

/** `3 1=2 - 4` as its ranks; equals stay together however they are spaced. */
const ranks = (text: string, short: boolean): string[] =>
  text
    .replaceAll(/\s*=\s*/g, '=')
    .split(/[\s,>]+/)
    .flatMap((piece) => (short && oneByOne.test(piece) ? (piece.match(/(?:[^=]=)*[^=]/g) ?? []) : [piece]));

/** Marks of one letter each, some of them joined: what can be parted without a space. */
const oneByOne = /^[^=](?:=?[^=])*$/;

const pieces = (text: string, short: boolean): string[] =>
  text.split(/[\s,]+/).flatMap((piece) => (short ? [...piece] : [piece]));

/** One mark for each candidate, in the order of the paper. */
const inOrder = (marks: readonly string[], candidates: number): string | null =>
  marks.length === candidates ? marks.map((mark, at) => `${at + 1}:${mark}`).join(',') : null;

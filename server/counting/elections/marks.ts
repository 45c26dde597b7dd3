/**
 * A ballot of an election as one line of text: the one way there is of writing what it says, so that the same ballot is
 * always the same text, in the log, on a receipt and in a count. Candidates are named by their number on the paper, from 1.
 *
 *   ranked      3>1>2       the first preference first; under `schulze` equals stand together, 3>1=2
 *   approval    1,4         in the order of the paper
 *   score       1:5,2:0     every candidate, in the order of the paper
 *   plurality   3
 *   consent     1:A,2:S     agree, stand aside or block (B), in the order of the paper; what is left out is not answered
 *   any         BLANK
 *
 * Tellers also write down what nobody could mark on a screen: `-` for a rank left empty, `=` for ranks given twice, scores
 * left out, and SPOILT.
 */
import type { Ballots, CountMethod } from './election.js';
import { AGREE, BLOCK, STAND_ASIDE } from './methods/consent.js';
import { Packing } from './formats/packing.js';

export const BLANK = 'BLANK';
export const SPOILT = 'SPOILT';
/** Of `score`: the highest a paper gives. */
export const HIGHEST_SCORE = 5;

const answers = { A: AGREE, S: STAND_ASIDE, B: BLOCK };
type Answer = keyof typeof answers;

const isRanked = (method: CountMethod) =>
  method !== 'approval' && method !== 'score' && method !== 'plurality' && method !== 'consent';
/** Whether electors may put candidates at the same rank. */
export const takesEquals = (method: CountMethod): boolean => method === 'schulze';

/** Ranks, the first preference first, each of one candidate or of several equals; as a screen writes a ranked ballot. */
export const writeRanks = (ranks: readonly (readonly number[])[]): string =>
  ranks.map((equals) => equals.toSorted(byNumber).join('=')).join('>') || BLANK;

export const writeApproval = (numbers: readonly number[]): string => numbers.toSorted(byNumber).join(',') || BLANK;

/** Scores or answers by number. */
export const writeEach = (marks: ReadonlyMap<number, number | string>): string =>
  [...marks]
    .sort(([a], [b]) => a - b)
    .map(([number, mark]) => `${number}:${mark}`)
    .join(',') || BLANK;

const byNumber = (a: number, b: number) => a - b;

/** Whether an elector can cast this: what the database asks of every ballot. */
export function isBallot(method: CountMethod, candidates: number, marks: string): boolean {
  if (marks === BLANK) return true;
  const read = readPaper(method, candidates, marks);
  if (read === null || read === SPOILT || read !== marks || marks.includes('-')) return false;
  if (marks.includes('=') && !takesEquals(method)) return false;
  return method !== 'score' || marks.split(',').length === candidates;
}

/** What a teller wrote in its one form; null where it is no paper of this election. */
export function readPaper(method: CountMethod, candidates: number, written: string): string | null {
  const line = written.replaceAll(/\s/g, '').toUpperCase();
  if (line === BLANK || line === SPOILT) return line;
  if (isRanked(method)) return readRanks(line, candidates);
  if (method === 'plurality') return allOnce([line], candidates) ? line : null;
  return readList(method, line, candidates);
}

function readRanks(line: string, candidates: number): string | null {
  const ranks = line.split('>').map((rank) => rank.split('='));
  if (ranks.some((equals) => equals.includes('-') && equals.length > 1)) return null;
  const named = ranks.flat().filter((mark) => mark !== '-');
  if (!allOnce(named, candidates) || ranks.length > candidates) return null;
  while (ranks.at(-1)?.[0] === '-') ranks.pop();
  return ranks.map((equals) => equals.toSorted((a, b) => Number(a) - Number(b)).join('=')).join('>') || BLANK;
}

const marksOf: Partial<Record<CountMethod, RegExp>> = {
  approval: /^$/,
  score: new RegExp(`^:[0-${HIGHEST_SCORE}]$`),
  consent: /^:[ASB]$/,
};

function readList(method: CountMethod, line: string, candidates: number): string | null {
  const parts = line.split(',').map((part) => /^(\d+)(.*)$/.exec(part));
  if (!parts.every((part) => part !== null && marksOf[method]!.test(part[2]!))) return null;
  const marks = parts.map((part) => [part![1]!, part![2]!] as const);
  if (
    !allOnce(
      marks.map(([number]) => number),
      candidates,
    )
  )
    return null;
  return marks
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([number, mark]) => number + mark)
    .join(',');
}

const allOnce = (numbers: readonly string[], candidates: number): boolean =>
  new Set(numbers).size === numbers.length &&
  numbers.every((number) => /^[1-9]\d*$/.test(number) && Number(number) <= candidates);

/** Papers, each with how often it was cast, as a count takes them. */
export function packPapers(
  method: CountMethod,
  candidates: number,
  papers: Iterable<readonly [marks: string, times: number]>,
): Ballots {
  const packing = new Packing(candidates, { scored: method === 'score' || method === 'consent' });
  for (const [marks, times] of papers) {
    if (marks !== BLANK && marks !== SPOILT) pack(packing, method, marks);
    packing.end(times);
  }
  return packing.ballots();
}

function pack(packing: Packing, method: CountMethod, marks: string): void {
  if (isRanked(method)) {
    for (const rank of marks.split('>')) {
      if (rank === '-') packing.skip();
      else for (const [at, number] of rank.split('=').entries()) packing.mark(Number(number) - 1, at > 0);
    }
    return;
  }
  for (const part of marks.split(',')) {
    const [number, mark] = part.split(':');
    const score = method === 'consent' ? answers[mark as Answer] : Number(mark ?? 0);
    packing.mark(Number(number) - 1, false, score);
  }
}

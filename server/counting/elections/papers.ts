/** Ballots as a count takes them up: without the candidates who withdrew, and few enough for exact figures. */
import { type Ballots, CannotCount, SKIPPED, TIED } from './election.js';

/** The papers as though those withdrawn had never been on them; what stood at one rank with them stays at that rank. */
export function withoutWithdrawn(ballots: Ballots, withdrawn: readonly number[]): Ballots {
  if (withdrawn.length === 0) return ballots;
  const gone = new Set(withdrawn);
  const marks = new Uint16Array(ballots.marks.length);
  const scores = ballots.scores && new Uint16Array(ballots.marks.length);
  const offsets = new Uint32Array(ballots.rows + 1);
  let length = 0;
  for (let row = 0; row < ballots.rows; row++) {
    let rankTaken = false;
    for (let at = ballots.offsets[row]!; at < ballots.offsets[row + 1]!; at++) {
      const mark = ballots.marks[at]!;
      const candidate = mark & ~TIED;
      const joins = mark >= TIED && rankTaken;
      if (mark < TIED) rankTaken = false;
      if (mark !== SKIPPED && gone.has(candidate)) continue;
      if (mark !== SKIPPED) rankTaken = true;
      if (scores) scores[length] = ballots.scores![at]!;
      marks[length++] = joins ? mark : candidate;
    }
    offsets[row + 1] = length;
  }
  return { ...ballots, offsets, marks: marks.subarray(0, length), scores: scores && scores.subarray(0, length) };
}

/** So many papers, in units of so many decimals of a vote; refused where sums of them could not be held exactly. */
export function inUnits(papers: number, decimals: number): number {
  const units = papers * 10 ** decimals;
  if (units > Number.MAX_SAFE_INTEGER) {
    throw new CannotCount('TOO_MANY_PAPERS', 'There are more papers than this method can count exactly.');
  }
  return units;
}

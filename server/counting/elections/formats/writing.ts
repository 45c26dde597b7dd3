/** What the writers of all formats share: papers rank by rank, and what a format cannot say. */
import { type Ballots, type Election, SKIPPED, TIED } from '../election.js';
import { writeWeight } from './weight.js';

/** The election holds what this format has no way to write. */
export class CannotWrite extends Error {
  override name = 'CannotWrite';
}

export interface Paper {
  row: number;
  /** The weight as a decimal number. */
  weight: string;
  /** Candidates rank by rank; a rank left empty has none. */
  ranks: number[][];
}

export function* papersOf(ballots: Ballots): Generator<Paper> {
  if (ballots.scores) throw new CannotWrite('Papers that give scores cannot be written as rankings.');
  for (let row = 0; row < ballots.rows; row += 1) {
    const weight = writeWeight(ballots.weights[row]!, ballots.weightDecimals);
    yield { row, weight, ranks: ranksOf(ballots.marks.subarray(ballots.offsets[row], ballots.offsets[row + 1])) };
  }
}

function ranksOf(marks: Uint16Array): number[][] {
  const ranks: number[][] = [];
  for (const mark of marks) {
    if (mark === SKIPPED) ranks.push([]);
    else if (mark & TIED) ranks.at(-1)!.push(mark & ~TIED);
    else ranks.push([mark]);
  }
  return ranks;
}

/** Ranks without those left empty, for formats that know none. */
export function filledRanks(ranks: number[][]): number[][] {
  return ranks.filter((rank) => rank.length > 0);
}

/** For formats that know only whole papers. */
export function mustBeWhole({ weightDecimals }: Ballots, format: string): void {
  if (weightDecimals > 0) throw new CannotWrite(`${format} knows no weights with decimals.`);
}

/** For formats that tell candidates by their names. */
export function mustDiffer({ candidates }: Election, format: string): void {
  const again = candidates.find((name, i) => candidates.indexOf(name) !== i);
  if (again !== undefined) throw new CannotWrite(`${format} tells candidates by name, and two are called ${again}.`);
}

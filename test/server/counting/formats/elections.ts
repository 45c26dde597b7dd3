/** Elections drawn at random, for properties of the formats. */
import fc from 'fast-check';
import type { Ballots, Election } from '../../../../server/counting/elections/election.js';
import { Packing } from '../../../../server/counting/elections/formats/index.js';
import { tidy } from '../../../../server/counting/elections/formats/text.js';

/** A paper: its weight, and its ranks, of which one may be empty. */
export interface Drawn {
  units: number;
  ranks: number[][];
}

export interface Kinds {
  names?: fc.Arbitrary<string>;
  /** Weights end in a digit that is not 0. */
  weightDecimals?: number;
  emptyRanks?: boolean;
}

export const anyName = fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.string({ minLength: 1, unit: fc.constantFrom('"', ',', '#', '=', '>', '-', '+', '@', "'", '(', ')', 'a', ' ') }),
);

export function elections(kinds: Kinds = {}): fc.Arbitrary<Election> {
  const { names = anyName, weightDecimals = 0, emptyRanks = true } = kinds;
  return fc
    .uniqueArray(
      names.map(kept).filter((name) => name !== ''),
      { minLength: 1, maxLength: 6 },
    )
    .chain((candidates) =>
      fc.record({
        title: anyName.map(kept),
        seats: fc.integer({ min: 1, max: candidates.length }),
        candidates: fc.constant(candidates),
        withdrawn: fc.subarray(candidates.map((_, i) => i)),
        ballots: fc
          .array(papers(candidates.length, emptyRanks), { maxLength: 12 })
          .map((drawn) => packed(candidates.length, drawn, weightDecimals)),
      }),
    );
}

/** The name as a reader keeps it; empty where it would be refused. */
function kept(text: string): string {
  try {
    return tidy(text, 1);
  } catch {
    return '';
  }
}

function papers(candidates: number, emptyRanks: boolean): fc.Arbitrary<Drawn> {
  return fc
    .tuple(
      fc.shuffledSubarray(Array.from({ length: candidates }, (_, i) => i)),
      fc.array(fc.constantFrom('NEXT', 'TIED', 'EMPTY'), { minLength: candidates, maxLength: candidates }),
      fc.integer({ min: 0, max: 10_000 }).map((tens) => tens * 10 + 3),
    )
    .map(([marked, steps, units]) => {
      const ranks: number[][] = [];
      for (const [i, candidate] of marked.entries()) {
        if (steps[i] === 'TIED' && ranks.length > 0) ranks.at(-1)!.push(candidate);
        else ranks.push([candidate]);
      }
      const empty = ranks.length > 0 && ranks.length < candidates && steps[0] === 'EMPTY';
      if (emptyRanks && empty) ranks.splice(steps.lastIndexOf('EMPTY') % (ranks.length + 1), 0, []);
      return { units, ranks };
    });
}

export function packed(candidates: number, drawn: readonly Drawn[], weightDecimals = 0): Ballots {
  const packing = new Packing(candidates);
  for (const { units, ranks } of drawn) {
    for (const rank of ranks) {
      if (rank.length === 0) packing.skip();
      rank.forEach((candidate, i) => packing.mark(candidate, i > 0));
    }
    packing.end(units, weightDecimals);
  }
  return packing.ballots();
}

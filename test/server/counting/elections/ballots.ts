/** Papers as tests write them, packed as counts take them, and papers at random. */
import fc from 'fast-check';
import { type Ballots, SKIPPED, TIED } from '../../../../server/counting/elections/index.js';

/** Candidates rank by rank; a rank of nobody was left empty. */
export interface Paper {
  weight: number;
  ranks: number[][];
  /** What each marked candidate is given. */
  scores?: Record<number, number>;
}

export const paper = (weight: number, ...ranks: number[][]): Paper => ({ weight, ranks });

/** Papers that give each candidate the number in its place; null says nothing. */
export const scored = (weight: number, ...scores: (number | null)[]): Paper => {
  const given = scores.flatMap((score, candidate) => (score === null ? [] : [[candidate, score] as const]));
  return { weight, ranks: given.map(([candidate]) => [candidate]), scores: Object.fromEntries(given) };
};

export function pack(candidates: number, papers: readonly Paper[]): Ballots {
  const marks: number[] = [];
  const scores: number[] = [];
  const offsets = [0];
  for (const { ranks, scores: given = {} } of papers) {
    for (const rank of ranks) {
      marks.push(
        ...(rank.length === 0 ? [SKIPPED] : rank.map((candidate, at) => (at > 0 ? candidate | TIED : candidate))),
      );
      scores.push(...(rank.length === 0 ? [0] : rank.map((candidate) => given[candidate] ?? 0)));
    }
    offsets.push(marks.length);
  }
  return {
    candidates,
    rows: papers.length,
    weights: Float64Array.from(papers, ({ weight }) => weight),
    weightDecimals: 0,
    offsets: Uint32Array.from(offsets),
    marks: Uint16Array.from(marks),
    scores: papers.some((each) => each.scores) ? Uint16Array.from(scores) : null,
  };
}

/** How a random paper may be marked. */
export interface Kind {
  equal?: boolean;
  complete?: boolean;
}

export function papersOf(candidates: number, kind: Kind = {}): fc.Arbitrary<Paper[]> {
  return fc.array(paperOf(candidates, kind), { minLength: 0, maxLength: 12 });
}

function paperOf(candidates: number, { equal = true, complete = false }: Kind): fc.Arbitrary<Paper> {
  const order = fc.shuffledSubarray(
    Array.from({ length: candidates }, (_, candidate) => candidate),
    { minLength: complete ? candidates : 0 },
  );
  return fc
    .record({
      weight: fc.integer({ min: 1, max: 4 }),
      order,
      joins: fc.array(fc.nat(equal ? 3 : 0), { minLength: candidates, maxLength: candidates }),
      skip: complete ? fc.constant(null) : fc.option(fc.nat(candidates), { freq: 3 }),
      scores: fc.array(fc.nat(5), { minLength: candidates, maxLength: candidates }),
    })
    .map(({ weight, order, joins, skip, scores }) => {
      const ranks: number[][] = [];
      order.forEach((candidate, at) => {
        if (at > 0 && joins[at] === 3) ranks.at(-1)!.push(candidate);
        else ranks.push([candidate]);
      });
      if (skip !== null && skip < ranks.length && order.length < candidates) ranks.splice(skip, 0, []);
      return { weight, ranks, scores: Object.fromEntries(order.map((candidate) => [candidate, scores[candidate]!])) };
    });
}

/** An election at random: candidates, papers, places, and all candidates in an order drawn by lot. */
export function electionOf(kind: Kind = {}, most = 6) {
  return fc.integer({ min: 1, max: most }).chain((candidates) =>
    fc.record({
      candidates: fc.constant(candidates),
      papers: papersOf(candidates, kind),
      seats: fc.integer({ min: 1, max: candidates }),
      lot: fc.shuffledSubarray(
        Array.from({ length: candidates }, (_, candidate) => candidate),
        { minLength: candidates },
      ),
    }),
  );
}

/**
 * The Schulze method with winning votes (M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method", 2011, section 2): a candidate beats another where the strongest path to
 * it is stronger than the strongest path back, and whoever nobody beats is elected. Candidates a paper does not rank stand
 * below all it ranks, equal to each other; empty ranks mean nothing. A paper that ranks nobody is blank.
 *
 * Every unbeaten candidate is elected, be they more than the places; a lot, where one was drawn, then puts them in order. Of
 * further places each goes to whoever is unbeaten among those left, and in that order stand the alternates.
 */
import { type Ballots, CannotCount, type Count, type CountOptions } from '../election.js';
import { atOnce, outcome } from '../outcome.js';
import { pairwiseOf } from '../pairwise.js';
import { inUnits, withoutWithdrawn } from '../papers.js';
import { Places } from '../places.js';
import { strongestPaths } from '../strongestPaths.js';

/** The work grows with the third power: so many take a second or two. */
const MOST_CANDIDATES = 1000;

export function schulze(ballots: Ballots, options: CountOptions): Count {
  const { candidates, weightDecimals } = ballots;
  if (candidates > MOST_CANDIDATES) {
    throw new CannotCount('CANDIDATES', `The Schulze method is counted for at most ${MOST_CANDIDATES} candidates.`);
  }
  const { table, valid, blank } = pairwiseOf(withoutWithdrawn(ballots, options.withdrawn ?? []));
  const paths = strongestPaths(table, candidates);
  const [unbeaten, ...others] = unbeatenInTurn(paths, candidates, options.withdrawn);
  const places = new Places(options);
  if (places.give(unbeaten!, true)) others.every((equals) => places.give(equals));
  return outcome(ballots, options, {
    decimals: weightDecimals,
    valid: inUnits(valid, 0),
    blank: inUnits(blank, 0),
    elected: atOnce(places.elected),
    alternates: places.alternates,
    reopened: places.reopened,
    ties: places.ties,
    pairwise: inRows(table, candidates),
    paths: inRows(paths, candidates),
  });
}

/** Those whom nobody beats; then those whom nobody beats of the rest; and so on. */
function unbeatenInTurn(paths: Float64Array, candidates: number, withdrawn: readonly number[] = []): number[][] {
  const gone = new Set(withdrawn);
  const standing = Array.from({ length: candidates }, (_, candidate) => candidate).filter((one) => !gone.has(one));
  const beats = (a: number, b: number) => paths[a * candidates + b]! > paths[b * candidates + a]!;
  const beaten = new Map(standing.map((one) => [one, standing.filter((other) => beats(other, one)).length]));
  const order: number[][] = [];
  while (beaten.size > 0) {
    const unbeaten = [...beaten.keys()].filter((one) => beaten.get(one) === 0);
    for (const one of unbeaten) beaten.delete(one);
    for (const [other, by] of beaten) beaten.set(other, by - unbeaten.filter((one) => beats(one, other)).length);
    order.push(unbeaten);
  }
  return order;
}

function inRows(table: Float64Array, candidates: number): number[][] {
  return Array.from({ length: candidates }, (_, row) =>
    Array.from(table.subarray(row * candidates, (row + 1) * candidates)),
  );
}

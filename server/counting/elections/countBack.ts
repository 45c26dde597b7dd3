/**
 * A seat falls vacant and its own election names who follows: all papers are counted again by the same method for the same
 * number of places, as though those who left had never stood, and nobody who holds a seat can lose it. Whoever is elected
 * besides those holders, first of several, takes the vacant seat.
 *
 * In transferable votes the holders are guarded while counting, as a constraint guards its group (see methods/constraints);
 * where candidates stand in one order of merit the next in that order follows.
 */
import { countOptions, type Cast, type Question } from './certified.js';
import { count } from './count.js';
import { CannotCount, type Ballots, type Constraint, type Count, type CountOptions } from './election.js';

export interface CountBack {
  /** The number on the paper of whoever follows; null where nobody does. */
  follows: number | null;
  count: Count;
}

/** `holders` and `gone` are numbers on the paper; those who withdrew before the election stay out. */
export function countBack(
  question: Question,
  cast: Pick<Cast, 'withdrawn' | 'lot'>,
  ballots: Ballots,
  { holders, gone }: { holders: readonly number[]; gone: readonly number[] },
): CountBack {
  const withdrawn = [...new Set([...cast.withdrawn, ...gone])];
  const options = countOptions(question, { ...cast, withdrawn });
  const guarded = holders.map((number) => number - 1);
  const counted = countGuarding(ballots, options, guarded);
  const inOrder = [...counted.elected.map(({ candidate }) => candidate), ...counted.alternates];
  const next = inOrder.find((candidate) => !guarded.includes(candidate) && candidate !== options.reopen);
  return { follows: next === undefined ? null : next + 1, count: counted };
}

/** Constraints that cannot be met any more bind nobody; that holders keep their seats always can. */
function countGuarding(ballots: Ballots, options: CountOptions, guarded: readonly number[]): Count {
  const guards: Constraint[] =
    guarded.length > 0 && isTransferable(options)
      ? [{ name: 'holders', members: [...guarded], atLeast: guarded.length, atMost: null }]
      : [];
  try {
    return count(ballots, { ...options, constraints: [...(options.constraints ?? []), ...guards] });
  } catch (error) {
    if (error instanceof CannotCount && error.code === 'CONSTRAINTS')
      return count(ballots, { ...options, constraints: guards });
    throw error;
  }
}

const isTransferable = ({ method }: CountOptions) => method === 'scottish-stv' || method === 'meek-stv';

/** Transferable-vote elections at random: with withdrawals, re-opening nominations and constraints, or without. */
import fc from 'fast-check';
import {
  CannotCount,
  type Constraint,
  type Count,
  type CountMethod,
  count,
} from '../../../../server/counting/elections/index.js';
import { electionOf, pack } from './ballots.js';
import type { Contested, NaiveCount } from './naiveStv.js';

/** Few candidates and heavy papers, so that surpluses divide badly; few papers, so that ties abound. */
export const plainContest: fc.Arbitrary<Contested> = fc
  .tuple(electionOf({}, 7), fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 12, maxLength: 12 }), fc.boolean())
  .map(([{ papers, ...rest }, factors, heavy]) => ({
    ...rest,
    papers: papers.map((paper, at) => (heavy ? { ...paper, weight: paper.weight * factors[at]! } : paper)),
  }));

export const anyContest: fc.Arbitrary<Contested> = plainContest.chain((contested) => {
  const numbers = Array.from({ length: contested.candidates }, (_, candidate) => candidate);
  const group: fc.Arbitrary<Constraint> = fc
    .record({
      members: fc.subarray(numbers, { minLength: 1 }),
      atLeast: fc.nat(2),
      more: fc.option(fc.nat(2)),
    })
    .map(({ members, atLeast, more }) => ({
      name: members.join(),
      members,
      atLeast,
      atMost: more === null ? null : atLeast + more,
    }));
  return fc
    .record({
      withdrawn: fc.subarray(numbers, { maxLength: contested.candidates - 1 }),
      reopen: fc.option(fc.constantFrom(...numbers)),
      constraints: fc.oneof(fc.constant<Constraint[]>([]), fc.array(group, { maxLength: 3 })),
    })
    .map(({ withdrawn, reopen, constraints }) => ({
      ...contested,
      withdrawn: withdrawn.length === 1 ? withdrawn.filter((candidate) => candidate !== reopen) : [],
      reopen,
      constraints: constraints.map((one) => ({ ...one, members: one.members.filter((member) => member !== reopen) })),
    }));
});

export function countContest(contested: Contested, method: CountMethod): Count {
  const { candidates, papers, seats, ...options } = contested;
  return count(pack(candidates, papers), { method, seats, ...options });
}

/** The count, or null where the constraints cannot be met. */
export function countIfPossible(contested: Contested, method: CountMethod): Count | null {
  try {
    return countContest(contested, method);
  } catch (error) {
    if (error instanceof CannotCount && error.code === 'CONSTRAINTS') return null;
    throw error;
  }
}

/** The figures of a count in the form of the naive one. */
export function plainly({ stages, elected, alternates }: Count, reopen: number | null = null): NaiveCount {
  return {
    elected,
    alternates,
    vacant: stages.flatMap((stage) => stage.elected).filter((candidate) => candidate === reopen).length,
    stages: stages.map(({ votes, exhausted, truncated, quota, elected: at, excluded }) => ({
      votes: votes.map(BigInt),
      exhausted: BigInt(exhausted),
      truncated: BigInt(truncated),
      quota: BigInt(quota!),
      elected: at,
      excluded,
    })),
  };
}

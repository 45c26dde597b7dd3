/** What holds of every transferable vote, whatever the papers say. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Count, CountMethod } from '../../../../server/counting/elections/index.js';
import { paper } from './ballots.js';
import { anyContest, countContest, countIfPossible, plainContest } from './contests.js';
import type { Contested } from './naiveStv.js';

const methods: CountMethod[] = ['scottish-stv', 'meek-stv', 'irv'];
const runs = { numRuns: 700 };

const sum = (units: readonly number[]) => units.reduce((a, b) => a + b, 0);
const seatsFor = (method: CountMethod, contested: Contested) =>
  method === 'irv' ? { ...contested, seats: 1 } : contested;

/** A count in which candidate c is called names[c] instead. */
function renamed(counted: Count, names: readonly number[]): unknown {
  const name = (candidate: number) => names[candidate]!;
  const moved = (units: readonly number[]) => names.map((_, now) => units[names.indexOf(now)]!);
  return {
    elected: counted.elected.map(({ candidate, stage }) => ({ candidate: name(candidate), stage })),
    alternates: counted.alternates.map(name),
    reopened: counted.reopened,
    stages: counted.stages.map(({ votes, exhausted, truncated, quota, elected, excluded }) => ({
      votes: moved(votes),
      exhausted,
      truncated,
      quota,
      elected: elected.map(name),
      excluded: excluded.map(name).sort(),
    })),
    ties: counted.ties.map(({ between, pick, ...tie }) => ({
      ...tie,
      between: between.map(name).sort(),
      pick: name(pick),
    })),
  };
}

describe.each(methods)('%s', (method) => {
  const run = (contested: Contested) => countContest(seatsFor(method, contested), method);
  const runIfPossible = (contested: Contested) => countIfPossible(seatsFor(method, contested), method);

  test('the order of papers is irrelevant', () => {
    fc.assert(
      fc.property(anyContest, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (contested, order) => {
        const papers = contested.papers.map((one, at) => ({ one, at })).sort((a, b) => order[a.at]! - order[b.at]!);
        const turned = { ...contested, papers: papers.map(({ one }) => one) };
        expect(runIfPossible(turned)).toEqual(runIfPossible(contested));
      }),
      runs,
    );
  });

  test('equal papers weigh together: one that stands for three is three', () => {
    fc.assert(
      fc.property(plainContest, (contested) => {
        const apart = contested.papers.flatMap((one) =>
          one.weight > 4 ? [one] : Array.from({ length: one.weight }, () => ({ ...one, weight: 1 })),
        );
        expect(run({ ...contested, papers: apart })).toEqual(run(contested));
      }),
      runs,
    );
  });

  test('candidates under other numbers are elected and excluded under them', () => {
    const named = anyContest.chain((contested) => {
      const numbers = contested.lot.map((_, candidate) => candidate);
      return fc.record({
        contested: fc.constant(contested),
        names: fc.shuffledSubarray(numbers, { minLength: numbers.length }),
      });
    });
    fc.assert(
      fc.property(named, ({ contested, names }) => {
        const name = (candidate: number) => names[candidate]!;
        const other: Contested = {
          ...contested,
          lot: contested.lot.map(name),
          withdrawn: contested.withdrawn?.map(name),
          reopen: contested.reopen == null ? null : name(contested.reopen),
          constraints: contested.constraints?.map((one) => ({ ...one, members: one.members.map(name) })),
          papers: contested.papers.map((one) => ({ ...one, ranks: one.ranks.map((rank) => rank.map(name)) })),
        };
        const [first, second] = [runIfPossible(contested), runIfPossible(other)];
        const unchanged = contested.lot.map((_, candidate) => candidate);
        expect(second && renamed(second, unchanged)).toEqual(first && renamed(first, names));
      }),
      runs,
    );
  });

  test('blank papers change nothing but their own number', () => {
    fc.assert(
      fc.property(anyContest, fc.nat(12), fc.integer({ min: 1, max: 500 }), (contested, at, weight) => {
        const papers = contested.papers.toSpliced(at, 0, paper(weight));
        const [without, blank] = [runIfPossible(contested), runIfPossible({ ...contested, papers })];
        expect(blank && { ...blank, blank: 0 }).toEqual(without && { ...without, blank: 0 });
        if (without) expect(blank!.blank - without.blank).toBe(weight * 10 ** without.decimals);
      }),
      runs,
    );
  });

  test('votes held, exhausted and cut off are together the votes cast, at every stage', () => {
    fc.assert(
      fc.property(anyContest, (contested) => {
        const counted = runIfPossible(contested);
        for (const { votes, exhausted, truncated } of counted?.stages ?? []) {
          expect(sum(votes) + exhausted + truncated).toBe(counted!.valid);
          expect(Math.min(...votes, exhausted, truncated)).toBeGreaterThanOrEqual(0);
        }
      }),
      runs,
    );
  });

  test('who is first on a quota of papers is elected', () => {
    fc.assert(
      fc.property(plainContest, (contested) => {
        const { stages, elected, valid, decimals, seats } = run(contested);
        const quota = Math.floor(valid / 10 ** decimals / (seats + 1)) + 1;
        stages[0]!.votes.forEach((votes, candidate) => {
          if (votes >= quota * 10 ** decimals) expect(elected.map((one) => one.candidate)).toContain(candidate);
        });
      }),
      runs,
    );
  });

  test('the places are filled while there is anybody to fill them', () => {
    fc.assert(
      fc.property(plainContest, (contested) => {
        const { elected, alternates, seats, candidates } = run(contested);
        expect(elected).toHaveLength(Math.min(seats, candidates));
        const named = [...elected.map(({ candidate }) => candidate), ...alternates];
        expect(named.sort()).toEqual(contested.lot.toSorted());
      }),
      runs,
    );
  });

  test('the elected meet every constraint', () => {
    fc.assert(
      fc.property(anyContest, (contested) => {
        const elected = runIfPossible(contested)?.elected.map(({ candidate }) => candidate);
        if (!elected) return;
        for (const { members, atLeast, atMost } of contested.constraints ?? []) {
          const from = elected.filter((candidate) => members.includes(candidate)).length;
          expect(from).toBeGreaterThanOrEqual(atLeast);
          if (atMost !== null) expect(from).toBeLessThanOrEqual(atMost);
        }
      }),
      runs,
    );
  });
});

test('instant runoff elects whom the Scottish rule elects to one place', () => {
  fc.assert(
    fc.property(plainContest, (contested) => {
      const one = { ...contested, seats: 1 };
      const winner = (method: CountMethod) => countContest(one, method).elected.map(({ candidate }) => candidate);
      expect(winner('irv')).toEqual(winner('scottish-stv'));
    }),
    runs,
  );
});

test.each(['scottish-stv', 'irv'] as const)(
  '%s: what one stage adds to a candidate is what others passed on',
  (method) => {
    fc.assert(
      fc.property(anyContest, (contested) => {
        const stages = countIfPossible(seatsFor(method, contested), method)?.stages ?? [];
        stages.slice(1).forEach(({ votes, exhausted, truncated, transfers }, at) => {
          const before = stages[at]!;
          const to = (candidate: number | null) =>
            sum(transfers.filter((one) => one.to === candidate).map((one) => one.votes));
          const from = (candidate: number) =>
            sum(transfers.filter((one) => one.from === candidate).map((one) => one.votes));
          const cut = votes.map((held, candidate) => before.votes[candidate]! + to(candidate) - from(candidate) - held);
          expect(Math.min(...cut)).toBeGreaterThanOrEqual(0);
          expect(sum(cut)).toBe(truncated - before.truncated);
          expect(to(null)).toBe(exhausted - before.exhausted);
        });
      }),
      runs,
    );
  },
);

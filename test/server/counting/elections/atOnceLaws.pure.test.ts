/** What must hold of every method without stages, on random elections. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Count, type CountOptions, LotNeeded, count } from '../../../../server/counting/elections/index.js';
import { electionOf, pack, paper, type Paper } from './ballots.js';

const methods = ['schulze', 'positional', 'approval', 'score', 'plurality', 'consent'] as const;
const runs = { numRuns: 400 };
type Made = { candidates: number; papers: Paper[]; seats: number; lot: number[] };

/** An election whose papers carry scores, as a count by score needs, even where there are none. */
const elections = electionOf().map((made) => ({
  ...made,
  papers: [...made.papers, { ...paper(1, [0]), scores: { 0: 2 } }],
}));

function run(
  { candidates, papers, seats, lot }: Made,
  method: CountOptions['method'],
  more: Partial<CountOptions> = {},
) {
  return count(pack(candidates, papers), { method, seats, lot, ...more });
}

const winners = ({ elected }: Count) => elected.map(({ candidate }) => candidate);

describe.each(methods)('%s', (method) => {
  test('the order of the papers is irrelevant', () => {
    fc.assert(
      fc.property(elections, fc.infiniteStream(fc.nat()), (made, keys) => {
        const papers = made.papers.map((each) => ({ each, key: keys.next().value as number }));
        const shuffled = papers.sort((a, b) => a.key - b.key).map(({ each }) => each);
        expect(run({ ...made, papers: shuffled }, method)).toEqual(run(made, method));
      }),
      runs,
    );
  });

  test('papers that are alike may be one row or many', () => {
    fc.assert(
      fc.property(elections, (made) => {
        const papers = made.papers.flatMap((each) =>
          Array.from({ length: each.weight }, () => ({ ...each, weight: 1 })),
        );
        expect(run({ ...made, papers }, method)).toEqual(run(made, method));
      }),
      runs,
    );
  });

  test('renaming candidates renames the result', () => {
    fc.assert(
      fc.property(elections, fc.infiniteStream(fc.nat()), (made, keys) => {
        const name = Array.from({ length: made.candidates }, (_, number) => ({
          number,
          key: keys.next().value as number,
        }))
          .sort((a, b) => a.key - b.key)
          .map(({ number }) => number);
        const rename = (some: readonly number[]) => some.map((candidate) => name[candidate]!);
        const papers = made.papers.map(({ weight, ranks, scores = {} }) => ({
          weight,
          ranks: ranks.map((rank) => rename(rank)),
          scores: Object.fromEntries(Object.entries(scores).map(([candidate, own]) => [name[Number(candidate)]!, own])),
        }));
        const [before, after] = [run(made, method), run({ ...made, papers, lot: rename(made.lot) }, method)];
        const inOrder = (some: number[]) => (method === 'consent' ? some.sort((a, b) => a - b) : some);
        expect(inOrder(winners(after))).toEqual(inOrder(rename(winners(before))));
        expect(after.alternates).toEqual(rename(before.alternates));
        before.scores?.forEach((sum, candidate) => expect(after.scores![name[candidate]!]).toBe(sum));
      }),
      runs,
    );
  });

  test('a blank paper changes nothing but the number of blank papers', () => {
    fc.assert(
      fc.property(elections, (made) => {
        const before = run(made, method);
        const after = run({ ...made, papers: [...made.papers, paper(3)] }, method);
        expect(after).toEqual({ ...before, blank: before.blank + 3 * 10 ** before.decimals });
      }),
      runs,
    );
  });

  test('every paper is valid or blank', () => {
    fc.assert(
      fc.property(elections, (made) => {
        const { valid, blank, decimals } = run(made, method);
        expect(valid + blank).toBe(made.papers.reduce((sum, { weight }) => sum + weight, 0) * 10 ** decimals);
      }),
      runs,
    );
  });

  test('who withdrew might as well never have stood', () => {
    const some = elections.filter(({ candidates }) => candidates > 1);
    fc.assert(
      fc.property(some, fc.nat(), (made, any) => {
        const gone = any % made.candidates;
        const without = made.papers.map(({ weight, ranks, scores }) => ({
          weight,
          scores: scores!,
          ranks: ranks.flatMap((rank) =>
            rank.length === 1 && rank[0] === gone ? [] : [rank.filter((candidate) => candidate !== gone)],
          ),
        }));
        const told = run(made, method, { withdrawn: [gone] });
        const never = run({ ...made, papers: without }, method, { withdrawn: [gone] });
        expect(told).toEqual(never);
        expect([...winners(told), ...told.alternates]).not.toContain(gone);
      }),
      runs,
    );
  });

  test('without a lot the same are elected, or the lot is asked for', () => {
    fc.assert(
      fc.property(elections, (made) => {
        const drawn = run(made, method);
        try {
          const undrawn = run(made, method, { lot: null });
          expect(new Set(winners(undrawn))).toEqual(new Set(winners(drawn)));
          expect(drawn.alternates.slice(0, undrawn.alternates.length)).toEqual(undrawn.alternates);
          expect(undrawn.ties.filter(({ decidedBy }) => decidedBy === 'LOT')).toEqual([]);
        } catch (error) {
          if (!(error instanceof LotNeeded)) throw error;
          expect(drawn.ties.some(({ decidedBy, for: what }) => decidedBy === 'LOT' && what === 'ELECTION')).toBe(true);
        }
      }),
      runs,
    );
  });
});

describe('schulze', () => {
  const beatsAll = ({ pairwise }: Count, one: number) =>
    pairwise!.every((votes, other) => other === one || pairwise![one]![other]! > votes[one]!);

  test('a Condorcet winner alone is elected', () => {
    fc.assert(
      fc.property(electionOf(), (made) => {
        const counted = run({ ...made, seats: 1 }, 'schulze');
        const winner = counted.pairwise!.findIndex((_, one) => beatsAll(counted, one));
        fc.pre(winner >= 0);
        expect(winners(counted)).toEqual([winner]);
      }),
      runs,
    );
  });

  test('somebody is always unbeaten, and all of them belong to the Smith set', () => {
    fc.assert(
      fc.property(electionOf(), (made) => {
        const counted = run({ ...made, seats: 1 }, 'schulze');
        const { pairwise } = counted;
        const notBeatenBy = (from: number, reached: Set<number>): Set<number> => {
          if (reached.has(from)) return reached;
          reached.add(from);
          pairwise!.forEach((votes, other) => votes[from]! >= pairwise![from]![other]! && notBeatenBy(other, reached));
          return reached;
        };
        const sets = pairwise!.map((_, one) => notBeatenBy(one, new Set<number>()));
        const smith = sets.reduce((least, each) => (each.size < least.size ? each : least));
        expect(counted.elected.length).toBeGreaterThan(0);
        for (const one of winners(counted)) expect(smith).toContain(one);
      }),
      runs,
    );
  });

  test('beating is transitive, so that there is an order', () => {
    fc.assert(
      fc.property(electionOf(), (made) => {
        const { paths } = run(made, 'schulze');
        const all = [...paths!.keys()];
        const beats = (a: number, b: number) => paths![a]![b]! > paths![b]![a]!;
        for (const a of all)
          for (const b of all) for (const c of all) if (beats(a, b) && beats(b, c)) expect(beats(a, c)).toBe(true);
      }),
      runs,
    );
  });

  test('turn every paper around, and a sole winner loses', () => {
    const complete = electionOf({ complete: true }).filter(({ candidates }) => candidates > 1);
    fc.assert(
      fc.property(complete, (made) => {
        const before = winners(run({ ...made, seats: 1 }, 'schulze'));
        fc.pre(before.length === 1);
        const papers = made.papers.map((each) => ({ ...each, ranks: [...each.ranks].reverse() }));
        expect(winners(run({ ...made, papers, seats: 1 }, 'schulze'))).not.toContain(before[0]);
      }),
      runs,
    );
  });
});

describe('the others', () => {
  test('plurality: first on more than half of the papers is elected', () => {
    fc.assert(
      fc.property(elections, (made) => {
        const counted = run(made, 'plurality');
        const most = counted.scores!.findIndex((sum) => sum * 2 > counted.valid);
        fc.pre(most >= 0);
        expect(winners(counted)[0]).toBe(most);
      }),
      runs,
    );
  });

  test('positional: what is given and what is cut are all the points of all ranks filled', () => {
    fc.assert(
      fc.property(electionOf({ complete: true }), (made) => {
        const { scores, stages, decimals, valid } = run(made, 'positional');
        const each = (made.candidates * (made.candidates - 1)) / 2;
        expect(decimals).toBe(made.papers.some(({ ranks }) => ranks.some((rank) => rank.length > 1)) ? 5 : 0);
        expect(scores!.reduce((sum, own) => sum + own, 0) + stages[0]!.truncated).toBe(valid * each);
      }),
      runs,
    );
  });

  test('approval and score: one more paper in favour never harms', () => {
    fc.assert(
      fc.property(elections, fc.nat(), fc.constantFrom('approval' as const, 'score' as const), (made, any, method) => {
        const one = any % made.candidates;
        fc.pre(winners(run(made, method)).includes(one));
        const papers = [...made.papers, { ...paper(1, [one]), scores: { [one]: 5 } }];
        expect(winners(run({ ...made, papers }, method))).toContain(one);
      }),
      runs,
    );
  });
});

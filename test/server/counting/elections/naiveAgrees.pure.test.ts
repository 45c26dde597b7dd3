/** The fast methods without stages against the naive ones, on random elections. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CountOptions, count } from '../../../../server/counting/elections/index.js';
import { electionOf, pack } from './ballots.js';
import {
  approvalNaively,
  inRow,
  pairwiseNaively,
  pathsNaively,
  pluralityNaively,
  pointsNaively,
  scoreNaively,
  unbeatenNaively,
} from './naive.js';

type Made = { candidates: number; papers: Parameters<typeof pack>[1]; seats: number; lot: number[] };

function run(
  { candidates, papers, seats, lot }: Made,
  method: CountOptions['method'],
  more: Partial<CountOptions> = {},
) {
  const counted = count(pack(candidates, papers), { method, seats, lot, ...more });
  return { ...counted, elected: counted.elected.map(({ candidate }) => candidate) };
}

function expectInOrder({ elected, alternates }: ReturnType<typeof run>, order: number[], seats: number): void {
  expect([elected, alternates]).toEqual([order.slice(0, seats), order.slice(seats)]);
}

test.each(['approval', 'plurality'] as const)('%s', (method) => {
  const naively = { approval: approvalNaively, plurality: pluralityNaively }[method];
  fc.assert(
    fc.property(electionOf(), (made) => {
      const counted = run(made, method);
      const sums = naively(made.candidates, made.papers);
      expect(counted.scores).toEqual(sums);
      expectInOrder(counted, inRow(made.candidates, made.lot, sums), made.seats);
    }),
    { numRuns: 1000 },
  );
});

test('score, with papers spoilt by a score too high', () => {
  const some = electionOf().filter(({ papers }) => papers.length > 0);
  fc.assert(
    fc.property(some, fc.integer({ min: 3, max: 5 }), (made, highestScore) => {
      const counted = run(made, 'score', { highestScore });
      const sums = scoreNaively(made.candidates, made.papers, highestScore);
      expect(counted.scores).toEqual(sums);
      expectInOrder(counted, inRow(made.candidates, made.lot, sums), made.seats);
    }),
    { numRuns: 1000 },
  );
});

test('positional, with points of any length', () => {
  const points = fc.array(fc.nat(12), { minLength: 1, maxLength: 7 }).map((some) => some.sort((a, b) => b - a));
  fc.assert(
    fc.property(electionOf(), fc.option(points), (made, given) => {
      const used = given ?? Array.from({ length: made.candidates }, (_, place) => made.candidates - 1 - place);
      const counted = run(made, 'positional', given ? { points: given } : {});
      const { sums, places } = pointsNaively(made.candidates, made.papers, used);
      const scale = 10 ** (5 - counted.decimals);
      expect(counted.scores!.map((sum) => sum * scale)).toEqual(sums);
      const byPlace = used.map((_, place) => places.map((own) => own[place]!));
      expectInOrder(counted, inRow(made.candidates, made.lot, sums, ...byPlace), made.seats);
    }),
    { numRuns: 1000 },
  );
});

test('schulze: pairs, strength of every path, who is unbeaten, and the order of the rest', () => {
  fc.assert(
    fc.property(electionOf({}, 5), (made) => {
      const counted = run(made, 'schulze');
      const pairwise = pairwiseNaively(made.candidates, made.papers);
      const paths = pathsNaively(pairwise);
      expect([counted.pairwise, counted.paths]).toEqual([pairwise, paths]);
      const order: number[] = [];
      const unbeaten = unbeatenNaively(paths, [...paths.keys()]);
      while (order.length < made.candidates) {
        const next = unbeatenNaively(
          paths,
          [...paths.keys()].filter((one) => !order.includes(one)),
        );
        order.push(...made.lot.filter((one) => next.includes(one)));
      }
      expectInOrder(counted, order, Math.max(made.seats, unbeaten.length));
    }),
    { numRuns: 1000 },
  );
});

test('schulze: the pairs of complete papers, of few candidates and of many', () => {
  const complete = electionOf({ complete: true, equal: false }, 11);
  fc.assert(
    fc.property(fc.oneof(complete, electionOf({}, 16)), (made) => {
      expect(run(made, 'schulze').pairwise).toEqual(pairwiseNaively(made.candidates, made.papers));
    }),
    { numRuns: 500 },
  );
});

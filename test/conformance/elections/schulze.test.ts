/**
 * The Schulze method: five elections of the Debian Project Leader, and the examples of Schulze's own paper with the strength
 * of every path. Debian's votes of 2002, 2010 and 2012 survive with tied ranks broken by number, so that their winner is the
 * published one and their figures are those of the ballots as they survive.
 */
import { describe, expect, test } from '@jest/globals';
import { readBlt } from '../../../server/counting/elections/formats/readBlt.js';
import { count } from '../../../server/counting/elections/index.js';
import { strongestPath } from '../../../server/counting/elections/strongestPaths.js';
import { type PublishedCondorcet, bytesOf, published } from './load.js';

const { contests } = published<PublishedCondorcet>('condorcet');

test('there are sixteen', () => expect(contests).toHaveLength(16));

describe.each(contests)('$id', ({ file, ballots, candidates, winners, pairwise, paths }) => {
  const election = readBlt(bytesOf(file));
  const counted = count(election, { method: 'schulze', seats: election.seats });

  test('every unbeaten candidate, from the published papers', () => {
    expect(election.candidates).toEqual(candidates);
    expect(counted.valid + counted.blank).toBe(ballots);
    expect(counted.elected.map(({ candidate }) => candidates[candidate])).toEqual(winners);
    expect(counted.pairwise).toEqual(pairwise);
  });

  if (paths) test('the strength of every strongest path', () => expect(counted.paths).toEqual(paths));

  test('a path is shown for every strength, and its weakest link is as strong', () => {
    counted.paths!.forEach((row, a) =>
      row.forEach((strength, b) => {
        const path = strongestPath(counted, a, b);
        const links = path.slice(1).map((to, at) => [path[at]!, to] as const);
        expect(path.length === 0).toBe(strength === 0);
        if (strength === 0) return;
        expect([path[0], path.at(-1)]).toEqual([a, b]);
        expect(Math.min(...links.map(([from, to]) => counted.pairwise![from]![to]!))).toBe(strength);
        for (const [from, to] of links) {
          expect(counted.pairwise![from]![to]).toBeGreaterThan(counted.pairwise![to]![from]!);
        }
      }),
    );
  });
});

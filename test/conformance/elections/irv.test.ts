/** Instant runoff: the mayor of Burlington, Vermont, in 2009, and three wards of one place, round by round. */
import { expect, test } from '@jest/globals';
import { readBlt } from '../../../server/counting/elections/formats/readBlt.js';
import { count } from '../../../server/counting/elections/index.js';
import { type PublishedIrv, bytesOf, published } from './load.js';

const { contests } = published<PublishedIrv>('irv');

test('there are four', () => expect(contests).toHaveLength(4));

test.each(contests)('$file', ({ file, candidates, winner, rounds }) => {
  const election = readBlt(bytesOf(file));
  expect(election.candidates).toEqual(candidates);
  const counted = count(election, { method: 'irv', seats: 1 });
  expect(counted.elected.map(({ candidate }) => candidates[candidate])).toEqual([winner]);
  expect(counted.stages.map(({ votes, exhausted }) => ({ votes, exhausted }))).toEqual(rounds);
});

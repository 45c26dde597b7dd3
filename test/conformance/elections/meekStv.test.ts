/** Meek's method: every ward of the Scottish set elects whom an independent program of the reference rule elects. */
import { expect, test } from '@jest/globals';
import { readBlt } from '../../../server/counting/elections/formats/readBlt.js';
import { count } from '../../../server/counting/elections/index.js';
import { type PublishedStv, bytesOf, published } from './load.js';

const { contests } = published<PublishedStv>('stv');

test('there are sixty wards', () => expect(contests).toHaveLength(60));

test.each(contests)('$file', ({ file, seats, meek }) => {
  const election = readBlt(bytesOf(file));
  const { elected } = count(election, { method: 'meek-stv', seats });
  expect(elected.map(({ candidate }) => election.candidates[candidate]).sort()).toEqual([...meek].sort());
});

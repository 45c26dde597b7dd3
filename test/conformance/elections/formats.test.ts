/** What a reader must get from a file of ballots, or refuse; odd quoting and other formats read as plain BLT is. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readElection } from '../../../server/counting/elections/formats/index.js';
import { readBlt } from '../../../server/counting/elections/formats/readBlt.js';
import { bytesOf, published } from './load.js';
import { papersOf } from './papers.js';

interface Case {
  name: string;
  text: string;
  expect:
    | { error: string }
    | {
        candidates: string[];
        seats: number;
        title: string;
        withdrawn: number[];
        ballots: [weight: number, ranks: string][];
        ids?: string[];
      };
}
const { cases } = published<{ cases: Case[] }>('blt-grammar');

test.each(cases)('BLT grammar: $name', ({ text, expect: expected }) => {
  const read = () => readBlt(new TextEncoder().encode(text));
  if ('error' in expected) return expect(read).toThrow(expected.error);
  const { candidates, seats, title, withdrawn, ballots, ids } = read();
  expect({
    candidates,
    seats,
    title,
    withdrawn: withdrawn.map((candidate) => candidate + 1),
    ballots: papersOf(ballots),
    ...(ids && { ids }),
  }).toEqual(expected);
});

describe('odd quoting of publishers', () => {
  test.each([
    ['doubled-quotes', 'aberdeen_2022_ward1'],
    ['hash-names', 'glasgow_2007_calton'],
    ['trailing-commas', 'perth_kinross_2016_by_election_ward9'],
    ['tripled-quotes', 'north_ayrshire_2022_arran'],
    ['unquoted', 'edinburgh_2012_ward1'],
  ])('%s reads as the plain %s', (raw, plain) => {
    expect(readBlt(bytesOf(`stv/raw/${raw}.blt`))).toEqual(readBlt(bytesOf(`stv/${plain}.blt`)));
  });
});

const files = ['stv', 'condorcet', 'irv', 'positional'].flatMap((folder) =>
  readdirSync(new URL(`data/${folder}`, import.meta.url))
    .filter((name) => name.endsWith('.blt'))
    .map((name) => `${folder}/${name}`),
);
test.each(files)('%s is read', (file) => {
  const { candidates, ballots, title } = readBlt(bytesOf(file));
  expect(title).not.toBe('');
  expect(ballots.candidates).toBe(candidates.length);
  expect(ballots.rows).toBeGreaterThan(0);
});

test.each(['condorcet/debian-2007', 'condorcet/debian-2020'])('%s is the same election in PrefLib form', (name) => {
  expect(readElection(bytesOf(`${name}.toi`), 'toi')).toEqual(readElection(bytesOf(`${name}.blt`), 'blt'));
});

// What is written is read again as the same election, in every format, as far as the format can say it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { papersOf, votesOf } from '../../../conformance/elections/papers.js';
import type { Ballots, Election } from '../../../../server/counting/elections/election.js';
import {
  type BallotFormat,
  CannotWrite,
  formatOf,
  Packing,
  readElection,
  writeElection,
} from '../../../../server/counting/elections/formats/index.js';
import { elections, packed } from './elections.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const plainNames = fc.string({ minLength: 1, unit: fc.constantFrom('A', 'b', 'é', 'ñ', '(', ')', "'", '"', '.', ' ') });

function again(election: Election, format: 'blt' | 'ballots' | 'cef' | 'preflib', beside = {}) {
  const { extension, text } = writeElection(election, format);
  return readElection(bytes(text), formatOf(`election.${extension}`)!, beside);
}

test('BLT holds the whole election', () => {
  fc.assert(
    fc.property(elections({ weightDecimals: 2 }), (election) => {
      expect(again(election, 'blt')).toEqual({ ...election, ids: null });
    }),
  );
});

test('BLT holds the identifiers of papers', () => {
  const ballots = packed(2, [
    { units: 1, ranks: [[0], [1]] },
    { units: 1, ranks: [] },
    { units: 2, ranks: [[1]] },
  ]);
  const election = { title: 'T', seats: 1, candidates: ['A', 'B'], withdrawn: [], ballots, ids: ['b-1', null, 'b-3'] };
  expect(again(election, 'blt')).toEqual(election);
  expect(() => writeElection({ ...election, ids: ['b)', null, null] }, 'blt')).toThrow(CannotWrite);
});

test('a table of ballots holds the papers; the rest is known beside it', () => {
  fc.assert(
    fc.property(elections({ weightDecimals: 2 }), ({ ballots, ...beside }) => {
      expect(again({ ballots, ...beside }, 'ballots', beside)).toEqual({ ballots, ...beside, ids: null });
    }),
  );
});

test('no cell of a table of ballots is run by a spreadsheet', () => {
  fc.assert(
    fc.property(elections(), (election) => {
      const { text } = writeElection(election, 'ballots');
      expect(text.split('\r\n').filter((line) => /^[^,]*,"?[=+\-@]/.test(line))).toEqual([]);
    }),
  );
});

test('PrefLib holds the votes and the candidates', () => {
  fc.assert(
    fc.property(elections(), (election) => {
      const { title, candidates, ballots, ids } = again(election, 'preflib');
      expect({ title, candidates, ids }).toEqual({ title: election.title, candidates: election.candidates, ids: null });
      expect(votesOf(ballots)).toEqual(inOrderOfNumbers(election.ballots));
    }),
  );
});

test('PrefLib files are of the narrowest kind', () => {
  const kindOf = (...papers: number[][][]) =>
    writeElection(
      {
        title: '',
        seats: 1,
        candidates: ['A', 'B'],
        withdrawn: [],
        ballots: packed(
          2,
          papers.map((ranks) => ({ units: 1, ranks })),
        ),
      },
      'preflib',
    ).extension;
  expect(kindOf([[0], [1]])).toBe('soc');
  expect(kindOf([[0], [1]], [[1]])).toBe('soi');
  expect(kindOf([[0, 1]], [[1], [0]])).toBe('toc');
  expect(kindOf([[0, 1]], [[1]])).toBe('toi');
});

test('Condorcet Election Format holds all but withdrawn candidates', () => {
  fc.assert(
    fc.property(elections({ names: plainNames, emptyRanks: false }), (election) => {
      const { withdrawn } = election;
      expect(again(election, 'cef', { withdrawn })).toEqual({ ...election, ids: null });
    }),
  );
});

describe('what a format cannot say is refused, never bent', () => {
  const two = { title: 'T', seats: 1, withdrawn: [] };
  const one = packed(2, [{ units: 1, ranks: [[0]] }]);
  test.each<[string, Election, 'blt' | 'ballots' | 'cef' | 'preflib']>([
    ['two candidates of one name, by name', { ...two, candidates: ['A', 'A'], ballots: one }, 'ballots'],
    ['a sign of the format in a name', { ...two, candidates: ['A>B', 'C'], ballots: one }, 'cef'],
    ['half a paper', { ...two, candidates: ['A', 'B'], ballots: packed(2, [{ units: 15, ranks: [] }], 1) }, 'preflib'],
    ['scores', { ...two, candidates: ['A', 'B'], ballots: scored() }, 'blt'],
  ])('%s', (_what, election, format) => {
    expect(() => writeElection(election, format)).toThrow(CannotWrite);
  });
});

test.each<[string, BallotFormat | null]>([
  ['ward.blt', 'blt'],
  ['WARD.BLT', 'blt'],
  ['ballots.csv', 'ballots'],
  ['vote.cvotes', 'cef'],
  ['debian.2007.toi', 'toi'],
  ['paper.pdf', null],
  ['blt', null],
])('%s is told by its extension', (name, format) => expect(formatOf(name)).toBe(format));

/** The votes without empty ranks, and tied candidates by number. */
function inOrderOfNumbers(ballots: Ballots): Record<string, number> {
  const votes: Record<string, number> = {};
  for (const [weight, ranks] of papersOf(ballots)) {
    const filled = ranks.split(' ').filter((rank) => rank !== '-');
    const order = filled.map((rank) => rank.split('=').sort().join('=')).join(' ');
    votes[order] = (votes[order] ?? 0) + weight;
  }
  return votes;
}

function scored() {
  const packing = new Packing(2, { scored: true });
  packing.mark(0, false, 5);
  packing.end();
  return packing.ballots();
}

/** What a count is told as: for a newcomer to read, and complete whatever happened. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Count,
  type CountMethod,
  type CountOptions,
  type Sentence,
  count,
  figure,
  narrate,
  openingSentences,
  outcomeSentences,
  stageSentences,
} from '../../../../server/counting/elections/index.js';
import { type Paper, pack, paper } from './ballots.js';
import { anyContest, countIfPossible } from './contests.js';

const names = ['Ana', 'Bo', 'Cy', 'Dee', 'Eve', 'Flo', 'Gus'];
const [ANA, BO, CY, DEE] = [0, 1, 2, 3];

function story(counted: Count): string[][] {
  const told = (sentences: Sentence[]) => sentences.map(narrate);
  return [
    told(openingSentences(counted)),
    ...counted.stages.map((stage) => told(stageSentences(counted, stage, names))),
    told(outcomeSentences(counted, names)),
  ];
}

const tell = (candidates: number, papers: Paper[], options: Partial<CountOptions>) =>
  story(count(pack(candidates, papers), { method: 'scottish-stv', seats: 1, ...options }));

describe('a count, told', () => {
  test('surplus, exclusion and election under the Scottish rule', () => {
    const papers = [paper(250, [ANA], [BO]), paper(4, [ANA]), paper(170, [BO]), paper(150, [CY], [BO]), paper(3)];
    expect(tell(3, papers, { seats: 2 })).toEqual([
      [
        '574 papers count; 3 say nothing that could be counted',
        'Whoever has 192 votes is elected: the papers divided by 3, one more than the places, and the next whole number',
      ],
      ['Every paper goes to the candidate it ranks first', 'Elected by reaching the quota: Ana'],
      [
        'The 62 votes of Ana above the quota go on to those their voters ranked next, each at 0.24409 of a vote',
        '0.97636 votes have nobody left to go to',
        'Elected by reaching the quota: Bo',
      ],
      ['Elected, in this order: Ana and Bo', 'Alternates, in this order: Cy'],
    ]);
  });

  test('exclusions, ties and the last place', () => {
    const papers = [paper(4, [ANA]), paper(3, [BO]), paper(2, [CY]), paper(2, [DEE], [BO])];
    expect(tell(4, papers, { lot: [DEE, CY, BO, ANA] }).slice(2)).toEqual([
      [
        'Cy and Dee were equal at every stage; by the lot Cy is out',
        'Cy has fewest votes, 2, and is out; each of the papers goes on, at what it is worth, to whom it ranks next',
        '2 votes have nobody left to go to',
      ],
      ['Dee has fewest votes, 2, and is out; each of the papers goes on, at what it is worth, to whom it ranks next'],
      [
        'Ana has fewest votes, 4, and is out; each of the papers goes on, at what it is worth, to whom it ranks next',
        '6 votes have nobody left to go to',
        'Elected because no more are left than there are places: Bo',
      ],
      ['Elected, in this order: Bo', 'Alternates, in this order: Ana, Dee and Cy'],
    ]);
  });

  test('keep values under Meek', () => {
    const papers = [paper(60, [ANA], [BO]), paper(22, [CY]), paper(18, [DEE])];
    const told = tell(4, papers, { method: 'meek-stv', seats: 2 });
    expect(told[2]).toEqual([
      'Every paper is weighed anew, 2 times, until each of those elected keeps one quota and the rest of every vote has gone on',
      'Ana keeps 0.555555556 of each vote that comes; the rest goes on to whom the paper ranks next',
      'Whoever has 33.333333334 votes is elected: what candidates hold together, divided by 3, one more than the places',
      'Dee has fewest votes, 18, and is out',
    ]);
  });

  test('places that stay vacant', () => {
    expect(tell(2, [paper(5, [BO])], { seats: 3, reopen: BO }).slice(1)).toEqual([
      [
        'Every paper goes to the candidate it ranks first',
        'Re-opening nominations takes 2 of the places, and they stay vacant',
      ],
      [
        'Ana has fewest votes, 0, and is out; each of the papers goes on, at what it is worth, to whom it ranks next',
        'Re-opening nominations takes 1 of the places, and they stay vacant',
      ],
      ['Nobody is elected', 'Places that stay vacant: 3'],
    ]);
  });
});

test('whatever happened, every stage says something, and no sentence lacks a value', () => {
  const methods: CountMethod[] = ['scottish-stv', 'meek-stv', 'irv'];
  fc.assert(
    fc.property(anyContest, fc.constantFrom(...methods), (contested, method) => {
      const counted = countIfPossible(method === 'irv' ? { ...contested, seats: 1 } : contested, method);
      if (!counted) return;
      for (const sentences of story(counted)) {
        expect(sentences.length).toBeGreaterThan(0);
        for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
      }
    }),
    { numRuns: 1000 },
  );
});

test('votes are written without the zeros at their end', () => {
  const written = [
    [123_456_700_000, 5],
    [24_000, 5],
    [5, 5],
    [0, 9],
    [1200, 0],
  ].map(([units, decimals]) => figure({ units: units!, decimals: decimals! }));
  expect(written).toEqual(['1,234,567', '0.24', '0.00005', '0', '1,200']);
});

/** What is said of the methods without stages. */
import { expect, test } from '@jest/globals';
import {
  type CountOptions,
  count,
  narrate,
  openingSentences,
  outcomeSentences,
  stageSentences,
} from '../../../../server/counting/elections/index.js';
import { pack, paper, scored, type Paper } from './ballots.js';

const names = ['Ana', 'Ben', 'Cy'];
const [A, B, C] = [0, 1, 2];

function said(papers: readonly Paper[], options: Omit<CountOptions, 'seats'> & { seats?: number }): string[] {
  const counted = count(pack(3, papers), { seats: 1, ...options });
  const stages = counted.stages.flatMap((stage) => stageSentences(counted, stage, names));
  return [...openingSentences(counted), ...stages, ...outcomeSentences(counted, names)].map(narrate);
}

test('approval: the papers, the rule, the lot and who is elected', () => {
  const papers = [paper(1200, [A], [B]), paper(1), paper(3, [C])];
  expect(said(papers, { method: 'approval', lot: [B, A, C] })).toEqual([
    '1,203 papers count; 1 say nothing that could be counted',
    'Every paper gives one vote to each candidate it marks; the most votes are elected',
    'Ana and Ben were equal in everything; by the lot Ben is elected',
    'Elected, in this order: Ben',
    'Alternates, in this order: Ana and Cy',
  ]);
});

test('positional: a tie settled by its own rule', () => {
  const papers = [paper(1, [A]), paper(1, [], [B]), paper(1, [], [B])];
  expect(said(papers, { method: 'positional', points: [2, 1] })).toContain(
    'Ana and Ben were equal; by the rule of the method Ana comes first',
  );
});

test('schulze: straight, and by way of others', () => {
  expect(said([paper(3, [A], [B]), paper(2, [B], [A])], { method: 'schulze' })).toEqual([
    '5 papers count',
    'Two by two, every paper counts for the one it ranks higher; whoever nobody beats, straight or by way of others, is elected',
    'Ana beats Ben by 3 papers to 2',
    'Ana beats Cy by 5 papers to 0',
    'Elected, in this order: Ana',
    'Alternates, in this order: Ben and Cy',
  ]);
  const circle = [paper(4, [A], [B], [C]), paper(3, [B], [C], [A]), paper(2, [C], [A], [B])];
  expect(said(circle, { method: 'schulze' })).toContain(
    'Ana beats Cy by way of Ana > Ben > Cy: the weakest step has 6 papers, and no way back has more than 5',
  );
});

test('schulze: more unbeaten than places, without and with a lot', () => {
  const level = [paper(1, [A], [B], [C]), paper(1, [B], [A], [C])];
  expect(said(level, { method: 'schulze' })).toContain(
    'More are unbeaten than the places, 1: only a lot can choose among them',
  );
  expect(said(level, { method: 'schulze', lot: [C, B, A] })).toContain(
    'Ana and Ben were equal in everything; by the lot Ben is elected',
  );
});

test('consent: one sentence for each proposal', () => {
  expect(said([scored(2, 2, 2, 1), scored(1, 1, 0, null)], { method: 'consent' }).slice(1)).toEqual([
    'Each proposal is carried when at least one agrees and nobody blocks',
    'Ana is carried: 2 agree, 1 stand aside and nobody blocks',
    'Ben is not carried: 1 block',
    'Cy is not carried: nobody agrees',
  ]);
});

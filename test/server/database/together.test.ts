// Questions of the same moment share a statement; what must follow what came before does not.
import { expect, test } from '@jest/globals';
import { together } from '../../../server/database/together.js';

/** Asks all at once; answers what went into each statement. */
async function groups(
  questions: string[],
  options: { most: number; lanes: number; company: number; apart?: (q: string) => string },
) {
  const asked: string[][] = [];
  const ask = together(async (group: string[]) => {
    asked.push(group);
    await new Promise((resolve) => setImmediate(resolve));
    return group.map((question) => question.toUpperCase());
  }, options);
  const answers = await Promise.all(questions.map(ask));
  expect(answers).toEqual(questions.map((question) => question.toUpperCase()));
  return asked;
}

test('what comes in one turn goes into one statement, and no more than fit', async () => {
  expect(await groups(['a', 'b', 'c', 'd'], { most: 2, lanes: 1, company: 1 })).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('questions about the same thing are asked one after the other', async () => {
  const apart = (question: string) => question[0]!;
  expect(await groups(['a1', 'a2', 'a3', 'b1', 'c1'], { most: 9, lanes: 1, company: 1, apart })).toEqual([
    ['a1', 'b1', 'c1'],
    ['a2'],
    ['a3'],
  ]);
});

test('one question that cannot be answered spoils none of the others', async () => {
  const ask = together(
    async (group: string[]) => {
      if (group.includes('bad')) throw new Error('no');
      return group;
    },
    { most: 9, lanes: 1, company: 1 },
  );
  const answers = await Promise.allSettled(['a', 'b', 'bad', 'c'].map(ask));
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'))).toEqual([
    'a',
    'b',
    'failed',
    'c',
  ]);
});

test('a statement goes out beside one under way only in company', async () => {
  const asked: string[][] = [];
  const waiting: (() => void)[] = [];
  const ask = together(
    async (group: string[]) => {
      asked.push(group);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return group;
    },
    { most: 9, lanes: 2, company: 2 },
  );
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
  const answers = [ask('a')];
  await turn();
  answers.push(ask('b'));
  await turn();
  expect(asked).toEqual([['a']]);
  answers.push(ask('c'));
  await turn();
  expect(asked).toEqual([['a'], ['b', 'c']]);
  answers.push(ask('d'));
  waiting.forEach((answer) => answer());
  await turn();
  expect(asked).toEqual([['a'], ['b', 'c'], ['d']]);
  waiting.at(-1)!();
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd']);
});

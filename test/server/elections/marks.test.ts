// The database and everybody else judge a ballot alike: the one asks what the other asks.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { isBallot } from '../../../server/counting/elections/marks.js';
import { optionMethods, type ElectionMethod } from '../../../server/rules/electionRules.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Asked {
  method: ElectionMethod;
  candidates: number;
  marks: string;
}

async function judged(all: readonly Asked[]): Promise<boolean[]> {
  const { rows } = await sql<{ valid: boolean }>`
    select marks_are_valid(method, array(select n::text from generate_series(1, candidates) n), marks) as valid
    from unnest(${all.map(({ method }) => method)}::text[], ${all.map(({ candidates }) => candidates)}::int[], ${all.map(({ marks }) => marks)}::text[])
      with ordinality as a (method, candidates, marks, place) order by place`.execute(world.db);
  return rows.map(({ valid }) => valid);
}

const number = fc.integer({ min: 0, max: 13 }).map(String);
const part = fc.oneof(
  number,
  fc.tuple(number, fc.constantFrom('0', '5', '6', 'A', 'S', 'B', 'X')).map(([n, mark]) => `${n}:${mark}`),
);
const nearly = fc
  .array(fc.tuple(part, fc.constantFrom('>', '=', ',', '')), { maxLength: 6 })
  .map((parts) => parts.map(([each, then], at) => each + (at === parts.length - 1 ? '' : then)).join(''));
const rankings = fc
  .shuffledSubarray(Array.from({ length: 12 }, (_, at) => at + 1))
  .chain((numbers) =>
    fc
      .array(fc.constantFrom('>', '=', ','), { minLength: numbers.length, maxLength: numbers.length })
      .map((signs) => numbers.map((n, at) => (at === 0 ? '' : signs[at]!) + n).join('')),
  );
const asked: fc.Arbitrary<Asked> = fc.record({
  method: fc.constantFrom(...optionMethods),
  candidates: fc.integer({ min: 1, max: 12 }),
  marks: fc.oneof(nearly, rankings, fc.constantFrom('BLANK', 'SPOILT', '-', '1>', ' 1', '1\n')),
});

test('a ballot is valid in the database exactly where it is valid on the screen', async () => {
  const cases = fc.sample(asked, 4_000);
  const inDatabase = await judged(cases);
  const differing = cases.filter(
    ({ method, candidates, marks }, at) => isBallot(method, candidates, marks) !== inDatabase[at],
  );
  expect(differing).toEqual([]);
  expect(inDatabase.filter(Boolean).length).toBeGreaterThan(100);
});

test('the longest paper there is, of fifty candidates and the line that re-opens nominations, fits', async () => {
  const numbers = Array.from({ length: 51 }, (_, at) => at + 1);
  const longest: Asked[] = [
    { method: 'scottish-stv', candidates: 51, marks: numbers.join('>') },
    { method: 'score', candidates: 51, marks: numbers.map((n) => `${n}:5`).join(',') },
    { method: 'consent', candidates: 51, marks: numbers.map((n) => `${n}:A`).join(',') },
  ];
  expect(await judged(longest)).toEqual([true, true, true]);
  expect(Math.max(...longest.map(({ marks }) => marks.length))).toBeLessThan(1000);
});

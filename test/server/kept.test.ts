// What is kept is the newest that fits.
import { expect, test } from '@jest/globals';
import { Kept } from '../../server/kept.js';

const keys = ['a', 'b', 'c', 'd'];
const left = (kept: Kept<string>) => keys.filter((key) => kept.get(key));

test('what was asked for longest ago is forgotten first', () => {
  const kept = new Kept<string>(30);
  for (const key of ['a', 'b', 'c']) kept.keep(key, key, 10);
  expect(kept.get('a')).toBe('a');
  kept.keep('d', 'd', 10);
  expect(left(kept)).toEqual(['a', 'c', 'd']);
});

test('a large thing takes the place of several, and one that never fits is not kept', () => {
  const kept = new Kept<string>(30);
  for (const key of ['a', 'b', 'c']) kept.keep(key, key, 10);
  kept.keep('d', 'd', 25);
  expect(left(kept)).toEqual(['d']);
  kept.keep('a', 'a', 31);
  expect(left(kept)).toEqual([]);
});

test('kept again, a thing counts once', () => {
  const kept = new Kept<string>(30);
  for (let i = 0; i < 5; i++) kept.keep('a', 'a', 10);
  kept.keep('b', 'b', 20);
  expect(left(kept)).toEqual(['a', 'b']);
});

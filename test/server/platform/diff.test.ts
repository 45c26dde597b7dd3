// What changed between two versions of the platform.
import { expect, test } from '@jest/globals';
import { diffClauses } from '../../../server/platform/diff.js';

/** Clauses written as "key" or "key:words". */
const version = (...clauses: string[]) =>
  clauses.map((clause, index) => {
    const [key, text] = clause.split(':');
    return { key: key!, kind: 'DEMAND' as const, position: index + 1, heading: key!, text: text ?? 'as ever' };
  });
const told = (before: string[], after: string[]) =>
  diffClauses(version(...before), version(...after)).map(({ key, change }) => `${change} ${key}`);

test.each<[string, string[], string[], string[]]>([
  ['nothing changed', ['a', 'b'], ['a', 'b'], ['SAME a', 'SAME b']],
  ['a clause added at the top moves no other', ['a', 'b'], ['n', 'a', 'b'], ['ADDED n', 'SAME a', 'SAME b']],
  ['a clause taken out stands where it stood', ['a', 'b', 'c'], ['a', 'c'], ['SAME a', 'REMOVED b', 'SAME c']],
  ['the first clause taken out', ['a', 'b'], ['b'], ['REMOVED a', 'SAME b']],
  ['two in a row taken out', ['a', 'b', 'c', 'd'], ['a', 'd'], ['SAME a', 'REMOVED b', 'REMOVED c', 'SAME d']],
  ['one clause carried to the end moves alone', ['a', 'b', 'c'], ['b', 'c', 'a'], ['SAME b', 'SAME c', 'MOVED a']],
  ['other words', ['a', 'b'], ['a', 'b:otherwise'], ['SAME a', 'CHANGED b']],
  [
    'other words in another place are a change',
    ['a', 'b', 'c'],
    ['c:otherwise', 'a', 'b'],
    ['CHANGED c', 'SAME a', 'SAME b'],
  ],
  ['everything new', ['a'], ['b'], ['REMOVED a', 'ADDED b']],
  ['from nothing', [], ['a'], ['ADDED a']],
])('%s', (_what, before, after, changes) => expect(told(before, after)).toEqual(changes));

test('each change carries the clause as it stood and as it stands', () => {
  const [change] = diffClauses(version('a:old'), version('a:new'));
  expect([change!.before?.text, change!.after?.text]).toEqual(['old', 'new']);
});

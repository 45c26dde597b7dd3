/** What a reader of a motion sees: threads in order, and exactly what a new text would change. */
import { expect, test } from '@jest/globals';
import { clauseChanges } from '../../client/src/proposals/clauseChanges';
import { bodyPayload, platformPayload, rulesPayload, sectionsChanged } from '../../client/src/proposals/payloads';
import { threads } from '../../client/src/proposals/threads';
import { wordDifference } from '../../client/src/proposals/words';

const clause = (key: string, text = key) => ({ key, kind: 'DEMAND', heading: key, text });
const changesOf = (before: string[], after: string[]) =>
  clauseChanges(
    before.map((key) => clause(key)),
    after.map((key) => clause(key)),
  ).map(({ change, after: now, before: was }) => `${(now ?? was)?.key} ${change}`);

test('a clause added above the others does not make them moved', () => {
  expect(changesOf(['a', 'b'], ['new', 'a', 'b'])).toEqual(['new ADDED', 'a SAME', 'b SAME']);
});

test('two clauses that change places are both moved', () => {
  expect(changesOf(['a', 'b', 'c'], ['b', 'a', 'c'])).toEqual(['b MOVED', 'a MOVED', 'c SAME']);
});

test('a clause left out of the new text is shown as taken out', () => {
  expect(changesOf(['a', 'b'], ['b'])).toEqual(['b SAME', 'a REMOVED']);
});

test('a change of one word is a change of the clause', () => {
  expect(clauseChanges([clause('a', 'forty hours')], [clause('a', 'thirty hours')])[0]?.change).toBe('CHANGED');
});

test('the difference of two texts gives back both of them', () => {
  const [before, after] = [
    'An injury to one is an injury to all.',
    'Any injury to one of us is an injury to all of us.',
  ];
  const pieces = wordDifference(before, after);
  const without = (piece: string) =>
    pieces
      .filter((each) => each.piece !== piece)
      .map(({ text }) => text)
      .join('');
  expect(without('out').trim()).toBe(after);
  expect(without('in').replaceAll(/\s+/g, ' ').trim()).toBe(before);
  expect(pieces.some(({ piece, text }) => piece === 'same' && text.includes('injury to'))).toBe(true);
});

test('texts with nothing in common are one text out and one in', () => {
  expect(wordDifference('', 'all new').map(({ piece }) => piece)).toEqual(['in']);
  expect(wordDifference('gone', '').map(({ piece }) => piece)).toEqual(['out']);
});

test('answers stand under what they answer, in the order they were made', () => {
  const comment = (id: string, parentId: string | null, at: number) => ({
    id,
    parentId,
    at: `2026-11-0${at}T10:00:00Z`,
  });
  const [first, second] = threads([comment('late', null, 4), comment('answer', 'first', 3), comment('first', null, 1)]);
  expect([first?.comment.id, first?.answers[0]?.comment.id, second?.comment.id]).toEqual(['first', 'answer', 'late']);
});

test('an answer to a comment that is not here is not lost', () => {
  expect(threads([{ id: 'answer', parentId: 'elsewhere', at: '2026-11-01T10:00:00Z' }])).toHaveLength(1);
});

test('a payload of the wrong shape is read as an empty one', () => {
  expect(platformPayload({ clauses: 'none', reacceptDays: 'soon' })).toEqual({ clauses: [], reacceptDays: null });
  expect(platformPayload({ clauses: [null] }).clauses[0]).toEqual({ key: '', kind: '', heading: '', text: '' });
  expect(rulesPayload({ rules: null })).toEqual({});
  expect(bodyPayload({ bodyId: 7 })).toBeNull();
});

test('a section of the rules that says the same is not called a change', () => {
  const [same, changed] = sectionsChanged(
    { motions: { seconds: 3 }, roll: { days: 1 } },
    { motions: { seconds: 3 }, roll: { days: 2 } },
  );
  expect([same?.same, changed?.same]).toEqual([true, false]);
});

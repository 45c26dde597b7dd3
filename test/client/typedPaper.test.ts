/** What a teller's keys mean: fast to type, and never taken for another paper. */
import { describe, expect, test } from '@jest/globals';
import { typedPaper } from '../../client/src/elections/typedPaper';

describe('a ranked paper is typed', () => {
  test.each([
    ['312', '3>1>2'],
    ['3 1 2', '3>1>2'],
    ['3>1>2', '3>1>2'],
    [' 3, 1 ,2 ', '3>1>2'],
    ['3', '3'],
    ['31=2', '3>1=2'],
    ['3 1 = 2', '3>1=2'],
    ['3-2', '3>->2'],
    ['3 - 2', '3>->2'],
    ['b', 'BLANK'],
    ['S', 'SPOILT'],
    ['blank', 'BLANK'],
  ])('%s as %s', (typed, marks) => expect(typedPaper('scottish-stv', 5, typed)).toBe(marks));

  test.each([['6'], ['33'], ['0'], [''], ['3 x'], ['3=='], ['=3'], ['123456']])('%s is none', (typed) =>
    expect(typedPaper('scottish-stv', 5, typed)).toBeNull(),
  );

  test('with spaces where there are ten candidates or more', () => {
    expect(typedPaper('irv', 12, '10 2 11')).toBe('10>2>11');
    expect(typedPaper('irv', 12, '12')).toBe('12');
    expect(typedPaper('irv', 12, '1=12 3')).toBe('1=12>3');
  });
});

describe('other papers are typed', () => {
  test('an approval by the numbers approved of', () => {
    expect(typedPaper('approval', 5, '41')).toBe('1,4');
    expect(typedPaper('approval', 12, '11 2')).toBe('2,11');
  });

  test('a choice by its number', () => {
    expect(typedPaper('plurality', 5, '4')).toBe('4');
    expect(typedPaper('plurality', 5, '45')).toBeNull();
  });

  test('scores and answers in the order of the paper, none left out', () => {
    expect(typedPaper('score', 3, '503')).toBe('1:5,2:0,3:3');
    expect(typedPaper('score', 3, '5 0')).toBeNull();
    expect(typedPaper('score', 3, '609')).toBeNull();
    expect(typedPaper('consent', 2, 'a b')).toBe('1:A,2:B');
  });
});

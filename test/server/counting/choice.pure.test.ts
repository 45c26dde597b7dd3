import { describe, expect, test } from '@jest/globals';
import { type Rule, checkDecisionFile, decide } from '../../../server/counting/index.js';

const options = ['red', 'green', 'blue'];
function choose(rule: Partial<Rule>, tallies: number[][], more: object[] = []) {
  const bodies = tallies.map(([red, green, blue, ABSTAIN = 0], at) => ({
    name: `b${at}`,
    entitled: 100,
    weight: 4,
    tally: { red, green, blue, ABSTAIN },
    ...more[at],
  }));
  return decide(checkDecisionFile({ options: [...options, 'ABSTAIN'], rule: { voting: 'MEMBERS', ...rule }, bodies }));
}
const half = { fraction: '1/2', base: 'CAST', strict: true } as const;
const groups: Partial<Rule> = { voting: 'GROUPS', weight: { kind: 'GIVEN' }, cast: 'BLOC' };

describe('a choice among options', () => {
  test('goes to the option with most', () => {
    const decision = choose({}, [[5, 4, 3], [0, 3, 0]]); // prettier-ignore
    expect(decision).toMatchObject({ outcome: 'green', needed: null });
    expect(decision.lenses.members).toMatchObject({ leads: 'green', carries: true });
    expect(decision.arithmetic).toContain('green has most: 7 of 15 ballots cast');
  });

  test('is TIED when the most is shared, and when nobody voted', () => {
    expect(choose({}, [[5, 5, 3]])).toMatchObject({ outcome: 'TIED' });
    expect(choose({}, [[5, 5, 3]]).arithmetic).toContain('red, green share the most, 5 ballots cast each');
    expect(choose({}, [[0, 0, 0, 8]]).outcome).toBe('TIED');
  });

  test('abstentions never win', () => expect(choose({}, [[1, 0, 0, 50]]).outcome).toBe('red'));

  test('a threshold must be met as well, or nothing is chosen', () => {
    expect(choose({ threshold: half }, [[5, 4, 0]]).outcome).toBe('red');
    expect(choose({ threshold: half }, [[5, 4, 1]]).outcome).toBe('DEFEATED');
    expect(choose({ threshold: { ...half, base: 'ENTITLED' } }, [[50, 4, 1]]).outcome).toBe('DEFEATED');
  });

  test('a second condition is about the bodies whose own tally leads the same way', () => {
    const bodies = { fraction: '1/2', base: 'ENTITLED', strict: true } as const;
    const tallies = [[50, 1, 0], [1, 2, 0], [0, 1, 2]]; // prettier-ignore
    expect(choose({ bodies }, tallies)).toMatchObject({
      outcome: 'DEFEATED',
      second: { count: 1, of: 3, met: false },
    });
    expect(choose({ bodies }, [[50, 1, 0], [2, 1, 0], [0, 1, 2]]).outcome).toBe('red'); // prettier-ignore
  });

  test('without a quorum there is none', () => {
    expect(choose({ quorum: { electors: '1/2' } }, [[30, 10, 0]]).outcome).toBe('INQUORATE');
  });
});

describe('a choice cast upward', () => {
  test('BLOC gives the whole weight to the leading option, and abstains where the lead is shared', () => {
    const decision = choose(groups, [[5, 4, 0], [3, 3, 1], [0, 1, 9]]); // prettier-ignore
    expect(decision.lenses.weight.totals).toEqual({ red: 4, green: 0, blue: 4, ABSTAIN: 4 });
    expect(decision.outcome).toBe('TIED');
  });

  test('BLOC abstains too where the leading option falls short of a threshold of the body itself', () => {
    const own = { rule: { voting: 'MEMBERS', threshold: half } };
    const decision = choose(groups, [[4, 3, 3], [6, 2, 2], [0, 1, 9]], [own, own]); // prettier-ignore
    expect(decision.tree.map((part) => part.side)).toEqual(['ABSTAIN', 'red', 'blue']);
    expect(decision.tree[0]?.outcome).toBe('DEFEATED');
  });

  test('SPLIT divides by largest remainder, equal ones to ABSTAIN and then in the order of the options', () => {
    const split = choose({ ...groups, cast: 'SPLIT' }, [[5, 3, 2], [1, 1, 1], [1, 1, 0, 1]]); // prettier-ignore
    expect(split.tree.map((part) => part.cast)).toEqual([
      { red: 2, green: 1, blue: 1, ABSTAIN: 0 },
      { red: 2, green: 1, blue: 1, ABSTAIN: 0 },
      { red: 1, green: 1, blue: 0, ABSTAIN: 2 },
    ]);
    expect(split.arithmetic).toContain('b1: equal remainders, so the order red, green, blue decided');
  });
});

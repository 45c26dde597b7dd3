import { describe, expect, test } from '@jest/globals';
import { type Body, type Rule, decide } from '../../../server/counting/index.js';
import { GROUPS, MAJORITY, MEMBERS, body, decideMotion, motion } from './files.js';

const perCapita: Rule = { ...GROUPS, weight: { kind: 'PER_CAPITA' } };

describe('bodies of bodies', () => {
  const north: Body = {
    name: 'North',
    bodies: [body('N1', 30, [9, 1]), body('N2', 20, [1, 9]), body('N3', 20, [1, 9])],
  };
  const south: Body = { name: 'South', bodies: [body('S1', 60, [5, 4])] };

  test('each level casts what the level below gave it, under the rule it inherits', () => {
    const decision = decideMotion(perCapita, [north, south]);
    expect(decision.tree[0]).toMatchObject({
      weight: 70,
      votes: { FOR: 30, AGAINST: 40 },
      outcome: 'DEFEATED',
      side: 'AGAINST',
    });
    expect(decision.lenses.weight.totals).toEqual({ FOR: 60, AGAINST: 70, ABSTAIN: 0 });
    expect(decision.lenses.members.totals).toEqual({ FOR: 16, AGAINST: 23, ABSTAIN: 0 });
    expect(decision.outcome).toBe('DEFEATED');
  });

  test('a body in the middle may decide in its own way', () => {
    const together = { ...north, rule: { ...MEMBERS, threshold: { ...MAJORITY, fraction: '1/3' } } };
    expect(decideMotion(perCapita, [together, south]).tree[0]).toMatchObject({
      votes: { FOR: 11, AGAINST: 19 },
      outcome: 'DEFEATED',
    });
    const equal: Rule = { ...GROUPS, threshold: { fraction: '2/3', base: 'CAST', strict: false } };
    const majority = {
      ...north,
      rule: equal,
      bodies: [body('N1', 30, [9, 1]), body('N2', 20, [9, 1]), body('N3', 20, [1, 9])],
    };
    expect(decideMotion(perCapita, [majority, south]).tree[0]).toMatchObject({
      outcome: 'CARRIED',
      side: 'FOR',
      weight: 70,
    });
    const bare = {
      ...majority,
      rule: { ...equal, threshold: { fraction: '2/3', base: 'CAST' as const, strict: true } },
    };
    expect(decideMotion(perCapita, [bare, south]).tree[0]).toMatchObject({
      outcome: 'DEFEATED',
      side: 'AGAINST',
    });
  });

  test('a body in which every poll was inquorate or empty casts nothing', () => {
    const empty = { name: 'North', bodies: [body('N1', 30, [0, 0]), body('N2', 20, [0, 0])] };
    const decision = decideMotion({ ...perCapita, quorum: { bodies: '1/2' } }, [empty, south]);
    expect(decision.tree[0]).toMatchObject({ side: null, outcome: 'INQUORATE' });
    expect(decision).toMatchObject({ outcome: 'CARRIED', quorum: { bodies: { tookPart: 1, of: 2 } } });
  });

  test('a threshold above is not one for the mandates below it', () => {
    const strict = { ...perCapita, threshold: { fraction: '2/3', base: 'CAST' as const, strict: false } };
    const close = { name: 'North', bodies: [body('N1', 30, [6, 5]), body('N2', 20, [1, 9])] };
    const decision = decideMotion(strict, [close]);
    expect(decision.tree[0]).toMatchObject({
      votes: { FOR: 30, AGAINST: 20 },
      outcome: 'CARRIED',
      side: 'FOR',
    });
  });

  test('a hundred levels are decided like one', () => {
    let deep: Body = body('Level 100', 9, [5, 4]);
    for (let level = 99; level > 0; level -= 1) deep = { name: `Level ${level}`, bodies: [deep] };
    expect(decideMotion(perCapita, [deep])).toMatchObject({
      outcome: 'CARRIED',
      lenses: { weight: { total: 9 } },
    });
  });
});

describe('members voting together', () => {
  const bodies = [body('Big', 100, [60, 10]), body('B', 10, [1, 4]), body('C', 10, [2, 3])];

  test('are counted together, whatever the bodies between them', () => {
    const decision = decideMotion(MEMBERS, bodies);
    expect(decision).toMatchObject({ outcome: 'CARRIED', binding: 'members', needed: 40 });
    expect(decision.lenses.bodies).toMatchObject({
      totals: { FOR: 1, AGAINST: 2 },
      carries: false,
      binds: false,
    });
    expect(decision.tree.map((part) => part.outcome)).toEqual([null, null, null]);
    const nested = [{ name: 'All', rule: GROUPS, bodies }];
    expect(decideMotion(MEMBERS, nested).lenses.members).toEqual(decision.lenses.members);
  });

  test('may need a majority of bodies too, by the weight given to each', () => {
    const double: Rule = { ...MEMBERS, bodies: { fraction: '1/2', base: 'ENTITLED', strict: true } };
    const decision = decideMotion(double, bodies);
    expect(decision).toMatchObject({
      outcome: 'DEFEATED',
      second: { count: 1, of: 3, needed: '3/2', met: false },
    });
    expect(decision.lenses.bodies).toMatchObject({ binds: true, carries: false });
    expect(decision.arithmetic).toContain(
      'By the side of each body: 1 of 3 bodies entitled FOR; more than 3/2 needed, that is 2',
    );
    const weighted = bodies.map((part, at) => ({ ...part, weight: at === 0 ? 5 : 1 }));
    const given = decideMotion({ ...double, weight: { kind: 'GIVEN' }, cast: 'SPLIT' }, weighted);
    expect(given).toMatchObject({ outcome: 'CARRIED', second: { count: 5, of: 7 } });
    expect(given.lenses.weight).toMatchObject({ totals: { FOR: 5, AGAINST: 2 }, binds: true, carries: true });
  });

  test('a body that is equally divided, or silent, is on neither side of the second condition', () => {
    const rule = (base: 'CAST' | 'PRESENT' | 'ENTITLED'): Rule => ({
      ...MEMBERS,
      bodies: { fraction: '1/2', base, strict: true },
    });
    const divided = [body('A', 9, [5, 0]), body('B', 9, [2, 2]), body('C', 9, [0, 0])];
    expect(decideMotion(rule('CAST'), divided).second).toMatchObject({ count: 1, of: 1 });
    expect(decideMotion(rule('PRESENT'), divided).second).toMatchObject({ count: 1, of: 2, met: false });
    expect(decideMotion(rule('ENTITLED'), divided).second).toMatchObject({ count: 1, of: 3 });
  });
});

describe('bodies voting by groups', () => {
  test('a second condition looks at the side of each body even where weight is split', () => {
    const rule: Rule = {
      ...perCapita,
      cast: 'SPLIT',
      bodies: { fraction: '1/2', base: 'CAST', strict: true },
    };
    const decision = decideMotion(rule, [body('A', 10, [9, 1]), body('B', 6, [2, 3]), body('C', 6, [2, 3])]);
    expect(decision.lenses.weight.totals).toEqual({ FOR: 13, AGAINST: 9, ABSTAIN: 0 });
    expect(decision).toMatchObject({ outcome: 'DEFEATED', second: { count: 10, of: 22, met: false } });
  });

  test('ENTITLED counts the weight of bodies that cast nothing', () => {
    const rule: Rule = { ...GROUPS, threshold: { fraction: '1/2', base: 'ENTITLED', strict: true } };
    expect(decideMotion(rule, [body('A', 9, [1, 0]), body('B', 9, [0, 0])])).toMatchObject({
      outcome: 'DEFEATED',
      needed: 1,
    });
  });

  test('two bodies against two is a tie and does not carry', () => {
    const tied = [body('A', 9, [9, 0]), body('B', 9, [9, 0]), body('C', 9, [0, 1]), body('D', 9, [0, 1])];
    const decision = decideMotion(GROUPS, tied);
    expect(decision.outcome).toBe('DEFEATED');
    expect(decision.arithmetic).toContain('2 FOR and 2 AGAINST; a tie does not carry');
  });

  test('bodies bind where each casts one vote whole, otherwise weight does', () => {
    const two = [body('A', 9, [9, 0]), body('B', 9, [9, 0])];
    expect(decideMotion(GROUPS, two).binding).toBe('bodies');
    expect(decideMotion({ ...GROUPS, cast: 'SPLIT' }, two).binding).toBe('weight');
    expect(decideMotion(perCapita, two).binding).toBe('weight');
  });
});

describe('where the roll is not known', () => {
  const unknown = [{ name: 'A', tally: { FOR: 3, AGAINST: 2 } }];
  const ofAll: Rule = { ...MEMBERS, threshold: { fraction: '1/2', base: 'ENTITLED', strict: true } };

  test('a rule that rests on it is refused, naming the body', () => {
    expect(() => decideMotion(ofAll, unknown)).toThrow('bodies[0].entitled: expected the number entitled');
    expect(() => decideMotion(ofAll, [{ name: 'R', bodies: unknown }])).toThrow(/^bodies\[0\]\.bodies\[0\]\.entitled/);
  });

  test('a lens that does not bind says it is not known', () => {
    const decision = decideMotion({ ...ofAll, voting: 'GROUPS', weight: { kind: 'EQUAL' } }, unknown);
    expect(decision.outcome).toBe('CARRIED');
    expect(decision.lenses.members).toMatchObject({ total: null, needed: null, carries: null });
  });
});

test('deciding leaves its input as it was', () => {
  const file = motion(perCapita, [body('A', 9, [5, 4]), { name: 'R', bodies: [body('B', 3, [1, 1])] }]);
  const before = structuredClone(file);
  const freeze = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  };
  freeze(file);
  decide(file);
  expect(file).toEqual(before);
});

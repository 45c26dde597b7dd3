import { describe, expect, test } from '@jest/globals';
import { GROUPS, body, decideMotion, poll } from './files.js';

const local = { ...GROUPS, quorum: { electors: '1/4' } };

describe('a quorum of electors', () => {
  test('is met by exactly the share, abstentions counted', () => {
    expect(poll({ quorum: { electors: '1/4' } }, [10, 5, 10]).outcome).toBe('CARRIED');
    expect(poll({ quorum: { electors: '1/4' } }, [10, 5, 9]).outcome).toBe('INQUORATE');
  });

  test('is rounded up where the share is not whole', () => {
    expect(poll({ quorum: { electors: '1/3' } }, [33, 0, 0]).quorum.electors).toMatchObject({
      needed: 34,
      met: false,
    });
  });

  test('is also asked of each body that takes the rule from above, and an inquorate poll casts nothing', () => {
    const decision = decideMotion(local, [
      body('North', 40, [9, 0]),
      body('South', 40, [10, 1]),
      body('East', 10, [1, 8]),
    ]);
    expect(decision.tree.map((part) => part.outcome)).toEqual(['INQUORATE', 'CARRIED', 'DEFEATED']);
    expect(decision.lenses.bodies.totals).toEqual({ FOR: 1, AGAINST: 1, ABSTAIN: 0 });
    expect(decision.tree[0]).toMatchObject({
      quorate: false,
      side: null,
      cast: { FOR: 0, AGAINST: 0, ABSTAIN: 0 },
    });
  });

  test('counts at the top everybody who cast a ballot, those in inquorate polls too', () => {
    const decision = decideMotion(local, [body('North', 40, [9, 0]), body('South', 40, [11, 0])]);
    expect(decision.quorum.electors).toMatchObject({ tookPart: 20, of: 80, needed: 20, met: true });
    expect(decision.outcome).toBe('CARRIED');
  });

  test("a body's own rule says its own quorum", () => {
    const own = { voting: 'MEMBERS' as const, quorum: { electors: '1/10' } };
    const decision = decideMotion(local, [body('North', 40, [9, 0], { rule: own }), body('South', 40, [11, 0])]);
    expect(decision.tree[0]).toMatchObject({ quorate: true, outcome: 'CARRIED', ownRule: true });
  });

  test('cannot be asked where the roll is not known', () => {
    const unknown = { name: 'North', tally: { FOR: 3, AGAINST: 1 } };
    expect(() => decideMotion(local, [unknown])).toThrow(
      'bodies[0].entitled: expected the number entitled, because the quorum',
    );
    expect(decideMotion(GROUPS, [unknown]).outcome).toBe('CARRIED');
  });
});

describe('a quorum of bodies', () => {
  const rule = { ...GROUPS, quorum: { electors: '1/4', bodies: '1/2' } };

  test('counts the bodies whose poll was quorate and had a ballot', () => {
    const two = [body('A', 8, [8, 0]), body('B', 8, [2, 0]), body('C', 8, [1, 0]), body('D', 8, [0, 0])];
    expect(decideMotion(rule, two).quorum.bodies).toMatchObject({ tookPart: 2, of: 4, needed: 2, met: true });
    const one = [body('A', 8, [8, 0]), body('B', 8, [1, 0]), body('C', 8, [1, 0]), body('D', 8, [0, 0])];
    expect(decideMotion(rule, one)).toMatchObject({
      outcome: 'INQUORATE',
      quorum: { bodies: { tookPart: 1, met: false } },
    });
  });

  test('a body that abstains has taken part', () => {
    const abstaining = [body('A', 8, [8, 0]), body('B', 8, [0, 0, 3]), body('C', 8, [0, 0]), body('D', 8, [0, 0])];
    expect(decideMotion(rule, abstaining).quorum.bodies?.tookPart).toBe(2);
  });

  test('is not asked where members vote together, and the arithmetic says so', () => {
    const together = { ...rule, voting: 'MEMBERS' as const };
    const decision = decideMotion(together, [body('A', 8, [8, 0]), body('B', 8, [0, 0]), body('C', 8, [0, 0])]);
    expect(decision).toMatchObject({ outcome: 'CARRIED', quorum: { bodies: null } });
    expect(decision.sentences.map(({ key }) => key)).toContain('quorum.rule.idle');
  });
});

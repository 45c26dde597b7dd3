/** The demonstration federation's motion 7, whose three counts disagree. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { decide, decisionDocument, readDecisionFile } from '../../../server/counting/index.js';

const file = readDecisionFile(readFileSync(new URL('motion-7.json', import.meta.url), 'utf8'));

describe('motion 7', () => {
  test('is defeated, because weight by bands binds', () => {
    const decision = decide(file);
    expect(decision).toMatchObject({ outcome: 'DEFEATED', binding: 'weight', needed: 14 });
    expect(decision.lenses.weight).toMatchObject({
      totals: { FOR: 12, AGAINST: 16, ABSTAIN: 0 },
      total: 28,
      of: 28,
      needed: 14,
      strict: true,
      carries: false,
      binds: true,
    });
  });

  test('would have been carried seven Local Groups to five, and 131 members to 99', () => {
    const { bodies, members } = decide(file).lenses;
    expect(bodies).toMatchObject({ totals: { FOR: 7, AGAINST: 5, ABSTAIN: 0 }, carries: true, binds: false });
    expect(members).toMatchObject({
      totals: { FOR: 131, AGAINST: 99, ABSTAIN: 4 },
      total: 268,
      carries: true,
      binds: false,
    });
  });

  test('is carried when members vote together, and when each body has one vote', () => {
    const rule = { ...file.rule, voting: 'MEMBERS' as const };
    expect(decide({ ...file, rule })).toMatchObject({ outcome: 'CARRIED', binding: 'members', needed: 115 });
    const equal = { ...file.rule, weight: { kind: 'EQUAL' as const } };
    expect(decide({ ...file, rule: equal })).toMatchObject({
      outcome: 'CARRIED',
      binding: 'bodies',
      needed: 6,
    });
  });

  test('prints the sum, and the rule book where it is named', () => {
    expect(decide(file).arithmetic).toContain('12 of 28 votes cast FOR; more than 14 needed');
    expect(decide(file).arithmetic).toContain('Tacoma: 15 FOR, 6 AGAINST, 1 ABSTAIN; casts 3 FOR');
    const rule = { ...file.rule, citation: { ruleBook: 3, section: 'motions' } };
    expect(decide({ ...file, rule }).arithmetic).toContain(
      '12 of 28 votes cast FOR; more than 14 needed; rule book 3, §motions',
    );
  });

  test('survives JSON unchanged, with the totals directly in each lens', () => {
    const document = decisionDocument(decide(file));
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(document.lenses.weight).toMatchObject({ FOR: 12, AGAINST: 16 });
  });
});

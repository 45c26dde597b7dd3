/** 120 Swiss federal votes: the people, and for a double majority also the cantons. */
import { describe, expect, test } from '@jest/globals';
import { type DecisionFile, checkDecisionFile, decide } from '../../../server/counting/index.js';
import { readCsv } from './readCsv.js';

const votes = readCsv('swiss-federal-votes.csv');
const tallies = Map.groupBy(readCsv('swiss-federal-tallies.csv'), (row) => row['vote']!);

const doubleMajority = { fraction: '1/2', base: 'ENTITLED', strict: true } as const;

/** A canton without figures did not exist yet. */
function fileOf(vote: string, double: boolean): DecisionFile {
  const cantons = tallies.get(vote)!.filter((row) => row['yes'] !== '.');
  return checkDecisionFile({
    options: ['FOR', 'AGAINST'],
    rule: {
      voting: 'MEMBERS',
      weight: { kind: 'GIVEN' },
      threshold: { fraction: '1/2', base: 'CAST', strict: true },
      bodies: double ? doubleMajority : null,
    },
    bodies: cantons.map((row) => ({
      name: row['canton']!,
      weight: Number(row['weightInHalves']),
      entitled: row['entitled'] === '.' ? null : Number(row['entitled']),
      tally: { FOR: Number(row['yes']), AGAINST: Number(row['no']) },
    })),
  });
}

describe('Swiss federal votes', () => {
  test('there are 120 of them', () => expect(votes).toHaveLength(120));

  test.each(votes)('$vote $title ($date)', ({ vote, doubleMajorityRequired, peopleYes, cantonsYes, adopted }) => {
    const double = doubleMajorityRequired === 'yes';
    const decision = decide(fileOf(vote!, double));
    expect(decision.outcome).toBe(adopted === 'yes' ? 'CARRIED' : 'DEFEATED');
    expect(decision.lenses.members.carries).toBe(peopleYes === 'yes');
    expect(decision.second?.met).toBe(double ? cantonsYes === 'yes' : undefined);
    expect(decision.lenses.weight.binds).toBe(double);
  });

  test('in five of them the people and the cantons disagreed', () => {
    const disagree = votes.filter(({ cantonsYes, peopleYes }) => cantonsYes !== '' && cantonsYes !== peopleYes);
    expect(disagree.map(({ vote }) => vote)).toEqual(['70', '180', '313', '410', '567']);
    for (const { vote } of disagree) {
      const { members, weight } = decide(fileOf(vote!, true)).lenses;
      expect(members.carries).not.toBe(weight.carries);
    }
  });
});

/** The United Kingdom's referendum of 2016, seen by voters, by counting areas and by regions. */
import { describe, expect, test } from '@jest/globals';
import { type Body, type Decision, checkDecisionFile, decide } from '../../../server/counting/index.js';
import { readCsv } from './readCsv.js';

const areas: (Body & { region: string })[] = readCsv('uk-referendum-2016.csv').map((row) => ({
  region: row['region']!,
  name: row['area']!,
  entitled: Number(row['electorate']),
  tally: { LEAVE: Number(row['leave']), REMAIN: Number(row['remain']) },
}));
const flat = areas.map(({ region: _, ...area }) => area);
const regions = [...Map.groupBy(areas, ({ region }) => region)].map(([name, within]) => ({
  name,
  bodies: within.map(({ region: _, ...area }) => area),
}));

function referendum(bodies: Body[], voting: 'MEMBERS' | 'GROUPS'): Decision {
  const rule = { voting, weight: { kind: 'EQUAL' }, cast: 'BLOC' };
  return decide(checkDecisionFile({ title: 'Leave or remain', options: ['LEAVE', 'REMAIN'], rule, bodies }));
}

describe('the referendum of 2016', () => {
  test('Leave 17,410,742, Remain 16,141,241, of an electorate of 46,500,001', () => {
    const decision = referendum(flat, 'MEMBERS');
    expect(decision).toMatchObject({ outcome: 'LEAVE', binding: 'members' });
    expect(decision.lenses.members.totals).toEqual({ LEAVE: 17410742, REMAIN: 16141241, ABSTAIN: 0 });
    expect(decision.lenses.members.total).toBe(46500001);
    expect(decision.arithmetic).toContain('LEAVE has most: 17,410,742 of 33,551,983 ballots cast');
  });

  test('263 areas to 119', () => {
    expect(referendum(flat, 'MEMBERS').lenses.bodies.totals).toEqual({ LEAVE: 263, REMAIN: 119, ABSTAIN: 0 });
  });

  test('9 regions to 3, whether voters are counted together or regions cast their side', () => {
    for (const voting of ['MEMBERS', 'GROUPS'] as const) {
      const { lenses, outcome } = referendum(regions, voting);
      expect(lenses.members.totals).toEqual({ LEAVE: 17410742, REMAIN: 16141241, ABSTAIN: 0 });
      expect(outcome).toBe('LEAVE');
      if (voting === 'MEMBERS') expect(lenses.bodies.totals).toEqual({ LEAVE: 9, REMAIN: 3, ABSTAIN: 0 });
    }
    const own = { voting: 'MEMBERS' as const };
    const byRegion = referendum(
      regions.map((region) => ({ ...region, rule: own })),
      'GROUPS',
    );
    expect(byRegion.lenses.bodies.totals).toEqual({ LEAVE: 9, REMAIN: 3, ABSTAIN: 0 });
  });
});

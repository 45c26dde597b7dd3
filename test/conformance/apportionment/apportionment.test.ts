/** Published apportionments: seats of every body by the method in force, and by the others. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type Method, apportion } from '../../../server/counting/index.js';

interface Case {
  id: string;
  method: string;
  seats: number;
  minimum?: number;
  threshold?: string;
  groups: Record<string, number>;
  expected: Record<string, number>;
  otherMethods?: Record<string, number[]>;
  within?: Record<string, { votes: number[]; seats: number[] }>;
}
const { cases } = JSON.parse(readFileSync(new URL('apportionment.json', import.meta.url), 'utf8')) as {
  cases: Case[];
};

const named = (method: string) => (method === 'hill' ? 'huntington-hill' : method) as Method;

function share(method: string, seats: number, minimum: number | undefined, groups: Record<string, number>) {
  const claims = Object.entries(groups).map(([name, population]) => ({ name, population }));
  return apportion({ method: named(method), seats, minimum, claims });
}

/** Lists below 4 % of all votes take no part. */
function admitted({ groups, threshold }: Case): Record<string, number> {
  if (!threshold) return groups;
  const all = Object.values(groups).reduce((total, votes) => total + votes, 0);
  return Object.fromEntries(Object.entries(groups).filter(([, votes]) => votes * 100 >= all * 4));
}

describe('published apportionments', () => {
  test.each(cases)('$id by $method', (published) => {
    const { allocation, ties } = share(published.method, published.seats, published.minimum, admitted(published));
    const none = Object.fromEntries(Object.keys(published.groups).map((name) => [name, 0]));
    expect({ ...none, ...allocation }).toEqual(published.expected);
    expect(ties).toEqual([]);
  });

  const others = cases.flatMap((published) =>
    Object.entries(published.otherMethods ?? {}).map(([method, seats]) => ({
      published,
      id: published.id,
      method,
      seats,
    })),
  );
  test.each(others)('$id had it been $method', ({ published, method, seats }) => {
    const { allocation } = share(method, published.seats, published.minimum, published.groups);
    expect(Object.values(allocation)).toEqual(seats);
  });

  const alliances = cases.flatMap(({ id, method, within }) =>
    Object.entries(within ?? {}).map(([alliance, inner]) => ({ id, method, alliance, ...inner })),
  );
  test.each(alliances)('$id: the seats of $alliance are shared within it', ({ method, votes, seats }) => {
    const house = seats.reduce((total, own) => total + own, 0);
    expect(Object.values(share(method, house, 0, Object.fromEntries(votes.entries())).allocation)).toEqual(seats);
  });
});

describe('the Alabama paradox of 1880', () => {
  /** Apportionment populations of the tenth census. */
  const census = {
    AL: 1262505, AR: 802525, CA: 864694, CO: 194327, CT: 622700, DE: 146608, FL: 269493, GA: 1542180, IL: 3077871,
    IN: 1978301, IA: 1624615, KS: 996096, KY: 1648690, LA: 939946, ME: 648936, MD: 934943, MA: 1783085, MI: 1636937,
    MN: 780773, MS: 1131597, MO: 2168380, NE: 452402, NV: 62266, NH: 346991, NJ: 1131116, NY: 5082871, NC: 1399750,
    OH: 3198062, OR: 174768, PA: 4282891, RI: 276531, SC: 995577, TN: 1542359, TX: 1591749, VT: 332286, VA: 1512565,
    WV: 618457, WI: 1315497,
  }; // prettier-ignore

  test('with one seat more in the House, Hamilton takes one from Alabama', () => {
    expect(share('hamilton', 299, 1, census).allocation['AL']).toBe(8);
    expect(share('hamilton', 300, 1, census).allocation['AL']).toBe(7);
  });
});

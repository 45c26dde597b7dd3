import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CannotApportion, METHODS, type Method, apportion } from '../../../server/counting/index.js';

const claimsOf = (populations: number[]) => populations.map((population, at) => ({ name: `b${at}`, population }));
const seatsOf = (method: Method, seats: number, populations: number[], minimum = 0, cap?: number) =>
  Object.values(apportion({ method, seats, minimum, cap, claims: claimsOf(populations) }).allocation);
const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0);

const populations = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 8 });
const method = fc.constantFrom(...METHODS);

/** One seat at a time, quotients compared as squared fractions: slow, and written apart from the engine. */
function bySquaredQuotients(
  method: Exclude<Method, 'hamilton'>,
  seats: number,
  people: number[],
  cap: number,
): number[] | 'tied' {
  const squares = {
    adams: (s: bigint) => [s * s, 1n],
    dean: (s: bigint) => [(2n * s * (s + 1n)) ** 2n, (2n * s + 1n) ** 2n],
    'huntington-hill': (s: bigint) => [s * (s + 1n), 1n],
    webster: (s: bigint) => [(2n * s + 1n) ** 2n, 4n],
    dhondt: (s: bigint) => [(s + 1n) ** 2n, 1n],
  }[method] as (s: bigint) => [bigint, bigint];
  const held = people.map(() => 0);
  const ahead = (a: number, b: number): boolean | 'level' => {
    const [[aTop, aBottom], [bTop, bBottom]] = [squares(BigInt(held[a]!)), squares(BigInt(held[b]!))];
    const [pa, pb] = [BigInt(people[a]!) ** 2n, BigInt(people[b]!) ** 2n];
    if (aTop === 0n && bTop === 0n) return pa === pb ? 'level' : pa > pb;
    const [left, right] = [pa * aBottom * bTop, pb * bBottom * aTop];
    return left === right ? 'level' : left > right;
  };
  for (let left = seats; left > 0;) {
    const open = people.flatMap((_, a) => (held[a]! < cap ? [a] : []));
    const best = open.filter((a) => open.every((b) => ahead(a, b) !== false));
    if (best.length > left) return 'tied';
    for (const a of best) held[a]! += 1;
    left -= best.length;
  }
  return held;
}

describe('the laws of sharing out seats', () => {
  test('all seats are given, and nobody has less than the minimum, unless a tie is open', () => {
    fc.assert(
      fc.property(method, populations, fc.nat(300), fc.nat(4), (how, people, extra, minimum) => {
        const seats = extra + minimum * people.length;
        const shared = apportion({ method: how, seats, minimum, claims: claimsOf(people) });
        const open = total(shared.ties.map((tie) => tie.seats));
        const held = Object.values(shared.allocation);
        expect(total(held) + open).toBe(seats);
        expect(Math.min(...held)).toBeGreaterThanOrEqual(minimum);
      }),
    );
  });

  test('more people never mean fewer seats within one sharing', () => {
    fc.assert(
      fc.property(method, populations, fc.nat(200), (how, people, seats) => {
        const held = seatsOf(how, seats, people);
        people.forEach((a, i) => people.forEach((b, j) => a > b && expect(held[i]).toBeGreaterThanOrEqual(held[j]!)));
      }),
    );
  });

  test('the order in which bodies stand is irrelevant', () => {
    fc.assert(
      fc.property(method, populations, fc.nat(200), (how, people, seats) => {
        const claims = claimsOf(people);
        const one = apportion({ method: how, seats, claims });
        const other = apportion({ method: how, seats, claims: [...claims].reverse() });
        expect(other.allocation).toEqual(one.allocation);
        expect(other.ties.map((tie) => [...tie.among].sort())).toEqual(one.ties.map((tie) => [...tie.among].sort()));
      }),
    );
  });

  test('a second, naive implementation agrees', () => {
    const divisor = fc.constantFrom(...METHODS.filter((name) => name !== 'hamilton'));
    fc.assert(
      fc.property(divisor, populations, fc.nat(60), fc.nat(20), (how, people, seats, spare) => {
        const cap = Math.ceil(seats / people.length) + spare;
        const naive = bySquaredQuotients(how, seats, people, cap);
        const shared = apportion({ method: how, seats, cap, claims: claimsOf(people) });
        expect(shared.ties.length > 0 ? 'tied' : Object.values(shared.allocation)).toEqual(naive);
      }),
      { numRuns: 300 },
    );
  });

  test('with a seat more in the house nobody has less, by any divisor method', () => {
    const divisor = fc.constantFrom(...METHODS.filter((name) => name !== 'hamilton'));
    fc.assert(
      fc.property(divisor, populations, fc.nat(200), fc.nat(3), fc.nat(30), (how, people, more, minimum, spare) => {
        const seats = minimum * people.length + more;
        const cap = Math.ceil((seats + 1) / people.length) + spare;
        const [before, after] = [seats, seats + 1].map((house) => seatsOf(how, house, people, minimum, cap));
        before!.forEach((held, at) => expect(after![at]).toBeGreaterThanOrEqual(held));
      }),
      { numRuns: 1000 },
    );
  });

  test('a cap holds for everybody, all seats are given, and more people still never mean fewer seats', () => {
    fc.assert(
      fc.property(method, populations, fc.nat(300), fc.nat(4), fc.nat(30), (how, people, extra, minimum, spare) => {
        const seats = extra + minimum * people.length;
        const cap = Math.ceil(seats / people.length) + spare;
        const { allocation, ties } = apportion({ method: how, seats, minimum, cap, claims: claimsOf(people) });
        const held = Object.values(allocation);
        expect(total(held) + total(ties.map((tie) => tie.seats))).toBe(seats);
        expect(Math.max(...held)).toBeLessThanOrEqual(cap);
        expect(Math.min(...held)).toBeGreaterThanOrEqual(minimum);
        people.forEach((a, i) => people.forEach((b, j) => a > b && expect(held[i]).toBeGreaterThanOrEqual(held[j]!)));
      }),
      { numRuns: 1000 },
    );
  });

  test('a cap that nobody reaches changes nothing', () => {
    fc.assert(
      fc.property(method, populations, fc.nat(200), (how, people, seats) => {
        const held = seatsOf(how, seats, people);
        expect(seatsOf(how, seats, people, 0, Math.max(...held) + 1)).toEqual(held);
      }),
    );
  });

  test('Hamilton keeps to quota: nobody is a whole seat away', () => {
    fc.assert(
      fc.property(populations, fc.nat(200), (people, seats) => {
        const shared = apportion({ method: 'hamilton', seats, claims: claimsOf(people) });
        fc.pre(shared.ties.length === 0);
        Object.values(shared.allocation).forEach((held, at) => {
          const apart = held * total(people) - people[at]! * seats;
          expect(Math.abs(apart)).toBeLessThan(total(people));
        });
      }),
    );
  });
});

describe('ties', () => {
  const claims = [
    { name: 'Aster', population: 10 },
    { name: 'Briar', population: 10 },
    { name: 'Clover', population: 20 },
  ];

  test.each([
    ['webster', 6, [1, 1, 3], ['Aster', 'Briar'], 1],
    ['hamilton', 6, [1, 1, 3], ['Aster', 'Briar'], 1],
    ['huntington-hill', 6, [1, 1, 3], ['Aster', 'Briar'], 1],
    ['dean', 6, [1, 1, 3], ['Aster', 'Briar'], 1],
    ['dhondt', 3, [0, 0, 1], ['Aster', 'Briar', 'Clover'], 2],
    ['adams', 6, [1, 1, 2], ['Aster', 'Briar', 'Clover'], 2],
  ] as const)(
    '%s, %d seats: equal claims are reported, and nobody gets those seats',
    (how, house, held, among, open) => {
      const shared = apportion({ method: how, seats: house, claims });
      expect(Object.values(shared.allocation)).toEqual(held);
      expect(shared.ties).toEqual([{ among, seats: open, settled: null }]);
    },
  );

  test('an order given in advance settles them, and the settlement is reported', () => {
    const shared = apportion({ method: 'adams', seats: 6, claims, ties: ['Clover', 'Briar', 'Aster'] });
    expect(shared.allocation).toEqual({ Aster: 1, Briar: 2, Clover: 3 });
    expect(shared.ties).toEqual([{ among: ['Aster', 'Briar', 'Clover'], seats: 2, settled: ['Clover', 'Briar'] }]);
  });

  test('an order that leaves out one of those tied settles nothing', () => {
    const shared = apportion({ method: 'webster', seats: 6, claims, ties: ['Briar', 'Clover'] });
    expect(shared.ties[0]?.settled).toBeNull();
    expect(shared.allocation).toEqual({ Aster: 1, Briar: 1, Clover: 3 });
  });
});

describe('what cannot be shared out', () => {
  test.each([
    ['more minimum than seats', { seats: 2, minimum: 1, people: [5, 5, 5] }],
    ['nobody to have them', { seats: 2, minimum: 0, people: [] }],
    ['no population', { seats: 3, minimum: 0, people: [0, 0] }],
    ['half a seat', { seats: 1.5, minimum: 0, people: [1] }],
    ['a negative population', { seats: 1, minimum: 0, people: [-1, 3] }],
    ['more seats than the cap lets them hold', { seats: 7, minimum: 0, cap: 3, people: [5, 6] }],
    ['seats that the cap leaves to nobody', { seats: 5, minimum: 1, cap: 3, people: [5, 0] }],
    ['a cap below the minimum', { seats: 4, minimum: 2, cap: 1, people: [5, 6] }],
  ])('%s', (_, { people, ...house }) => {
    for (const how of METHODS) {
      expect(() => apportion({ method: how, ...house, claims: claimsOf(people) })).toThrow(CannotApportion);
    }
  });

  test('a name that stands twice', () => {
    const twice = [
      { name: 'a', population: 1 },
      { name: 'a', population: 2 },
    ];
    expect(() => apportion({ method: 'webster', seats: 1, claims: twice })).toThrow(/twice/);
  });
});

describe('at the edges', () => {
  test('fewer seats than bodies: where everybody is owed a first seat, the largest are served first', () => {
    for (const how of ['adams', 'dean', 'huntington-hill'] as const)
      expect(seatsOf(how, 2, [5, 90, 40])).toEqual([0, 1, 1]);
  });

  test('a body without population gets the minimum and no more', () => {
    for (const how of METHODS) expect(seatsOf(how, 9, [0, 7], 1)).toEqual([1, 8]);
  });

  test('Hamilton sets aside those lifted to the minimum when lifting would use up the seats', () => {
    expect(seatsOf('hamilton', 14, [60, 30, 1, 1, 1], 2)).toEqual([5, 3, 2, 2, 2]);
    expect(seatsOf('hamilton', 11, [80, 1, 1, 1, 1], 2)).toEqual([3, 2, 2, 2, 2]);
  });

  test('what a cap takes from one goes to the others, by their own claims', () => {
    expect(seatsOf('webster', 10, [80, 12, 8], 0, 5)).toEqual([5, 3, 2]);
    expect(seatsOf('hamilton', 10, [80, 12, 8], 0, 5)).toEqual([5, 3, 2]);
    expect(seatsOf('dhondt', 10 ** 9, [1_000_000, 2, 1], 0, 4 * 10 ** 8)).toEqual([
      4 * 10 ** 8,
      4 * 10 ** 8,
      2 * 10 ** 8,
    ]);
  });

  test('Hamilton takes from the largest for the minimum of the others before it asks for the cap', () => {
    expect(seatsOf('hamilton', 6, [100, 10, 1, 1, 1], 1, 3)).toEqual([2, 1, 1, 1, 1]);
  });

  test('a very large house is shared out, not seat by seat', () => {
    const held = seatsOf(
      'webster',
      10 ** 9,
      Array.from({ length: 300 }, (_, at) => 1000 + at * 7),
    );
    expect(total(held)).toBe(10 ** 9);
  });
});

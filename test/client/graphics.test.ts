/** The small laws the pictures rest on: shared edges, readable floors, labels that never cover each other. */
import { expect, test } from '@jest/globals';
import { edges, tileAt, withFloors } from '../../client/src/graphics/edges';
import { toNumber } from '../../client/src/graphics/fraction';
import { bodyTree, layIcicle } from '../../client/src/graphics/icicle';
import { fits, shorten, spread } from '../../client/src/graphics/labels';
import { fitGround } from '../../client/src/graphics/mapGround';
import { placeLabels } from '../../client/src/graphics/mapLabels';
import { optionLook } from '../../client/src/graphics/options';
import { layYearLine } from '../../client/src/graphics/yearLine';

test('edges begin and end exactly where they should, and never run backwards', () => {
  const row = edges([1, 3, 0, 7, 1 / 3], 10, 338);
  expect([row[0], row.at(-1)]).toEqual([10, 338]);
  expect(row.every((edge, index) => index === 0 || edge >= (row[index - 1] ?? 0))).toBe(true);
});

test('shares that are all nothing are drawn alike', () => {
  expect(edges([0, 0, 0, 0], 0, 100)).toEqual([0, 25, 50, 75, 100]);
});

test('a point belongs to the tile it lies in, and beyond the ends to the nearest', () => {
  const row = edges([1, 1, 2], 0, 100);
  expect([-5, 10, 25, 60, 200].map((at) => tileAt(row, at))).toEqual([0, 0, 1, 2, 2]);
});

test('a floor raises the small, keeps the sum and the order of sizes', () => {
  const shares = withFloors([0, 1, 9, 90], [0.1, 0.1, 0.1, 0.1]);
  expect(shares.reduce((all, share) => all + share, 0)).toBeCloseTo(1, 12);
  expect(Math.min(...shares)).toBeCloseTo(0.1, 12);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
});

test('floors that leave no room become the shares themselves', () => {
  expect(withFloors([1, 2, 3], [0.5, 0.5, 1])).toEqual([0.25, 0.25, 0.5]);
});

test('labels keep their order and their distance, and stay within the row', () => {
  const wishes = [1, 2, 3, 50, 52, 99, 99];
  const places = spread(wishes, 12, 0, 100) as number[];
  expect(places[0]).toBeGreaterThanOrEqual(6);
  expect(places.at(-1)).toBeLessThanOrEqual(94 + 1e-9);
  places.slice(1).forEach((place, index) => expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(12 - 1e-9));
});

test('a label with room stays where it wishes to be', () => {
  expect(spread([20, 60], 12, 0, 100)).toEqual([20, 60]);
});

test('labels that can not all fit are not drawn on top of each other', () => {
  expect(spread([1, 2, 3], 40, 0, 100)).toBeNull();
});

test('a name is shortened until it fits, and left out when nothing readable would remain', () => {
  expect(shorten('Halifax', 14, 200)).toBe('Halifax');
  const short = shorten('Worcester Local Group', 14, 80) as string;
  expect(short.endsWith('…') && fits(short, 14, 80)).toBe(true);
  expect(shorten('Worcester', 14, 10)).toBeNull();
});

test('the needed number is read whether written whole, decimal or as a fraction', () => {
  expect(['14', '57.5', '231/2'].map(toNumber)).toEqual([14, 57.5, 115.5]);
});

test('FOR, AGAINST and ABSTAIN look as on every page; other options take looks by their order', () => {
  const options = ['Red', 'FOR', 'Blue'];
  expect(optionLook('FOR', options)).toEqual({ look: 'for', letter: 'F' });
  expect(optionLook('ABSTAIN', options).letter).toBe('–');
  expect([optionLook('Red', options).look, optionLook('Blue', options).look]).toEqual(['one', 'two']);
});

const day = (number: number) => new Date(Date.UTC(2026, 10, number));

test('today stands between what has happened and what is to come', () => {
  const line = layYearLine(
    [
      { key: 'closes', at: day(21) },
      { key: 'opened', at: day(11) },
    ],
    day(16),
    300,
    20,
  );
  expect(line?.marks.map(({ key, past }) => [key, past])).toEqual([
    ['opened', true],
    ['closes', false],
  ]);
  expect(line?.today).toBeCloseTo(150, 9);
});

test('today is left off a line it does not lie on', () => {
  expect(
    layYearLine(
      [
        { key: 'opened', at: day(1) },
        { key: 'closed', at: day(3) },
      ],
      day(9),
      300,
      20,
    )?.today,
  ).toBeNull();
});

const body = (id: string, parentId: string | null, memberCount: number) => ({
  id,
  parentId,
  name: id,
  kind: parentId ? 'LOCAL_GROUP' : 'FEDERATION',
  state: 'AFFILIATED',
  memberCount,
});
const bodies = [
  body('f', null, 100),
  body('r', 'f', 90),
  body('s', 'f', 10),
  body('a', 'r', 89),
  body('b', 'r', 1),
  body('c', 's', 10),
  body('d', 's', 0),
];

test('in the picture of the federation every body is beside the one above it and tall enough to touch', () => {
  const tree = bodyTree(bodies, 'f');
  const slabs = tree ? layIcicle(tree, 328, 400, 20) : [];
  const find = (id: string) => slabs.find((slab) => slab.body.id === id) as (typeof slabs)[number];
  expect(slabs).toHaveLength(7);
  for (const slab of slabs) expect(slab.height).toBeGreaterThanOrEqual(20 - 1e-6);
  expect(find('a').height + find('b').height).toBeCloseTo(find('r').height, 9);
  expect(find('r').x).toBeCloseTo(find('f').x + find('f').width, 9);
  expect(find('d').x + find('d').width).toBe(328);
});

test('a map is fitted to its bodies with a margin on every side', () => {
  const places: [number, number][] = [
    [-122.4, 47.2],
    [-63.6, 44.6],
    [-97.9, 22.2],
    [-92.1, 46.8],
  ];
  const project = fitGround(places, 360, 260, 24);
  for (const place of places) {
    const [x, y] = project(place) as [number, number];
    expect(x).toBeGreaterThanOrEqual(24 - 1e-6);
    expect(x).toBeLessThanOrEqual(336 + 1e-6);
    expect(y).toBeGreaterThanOrEqual(24 - 1e-6);
    expect(y).toBeLessThanOrEqual(236 + 1e-6);
  }
});

test('names on a map never cover a point or each other', () => {
  const points = Array.from({ length: 30 }, (_, index) => ({
    id: `${index}`,
    name: `Body ${index}`,
    x: 20 + ((index * 37) % 320),
    y: 20 + ((index * 53) % 200),
    r: 3 + (index % 7),
  }));
  const labels = placeLabels(points, 13, 360, 240);
  expect(labels.length).toBeGreaterThan(5);
  for (const one of labels)
    for (const other of labels.filter(({ id }) => id !== one.id))
      expect(
        one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height,
      ).toBe(false);
});

/** The staircase tells the truth in pixels: what is drawn covers, orders and weighs exactly what was decided. */
import { describe, expect, test } from '@jest/globals';
import { leavesOf, stepsOf } from '../../client/src/graphics/bodies';
import type { Step, TalliedBody } from '../../client/src/graphics/bodies';
import { intake, sent, sideOf } from '../../client/src/graphics/counts';
import type { LensName } from '../../client/src/graphics/counts';
import { layStaircase, neighbour, tileUnder } from '../../client/src/graphics/staircase';
import { motion7, options } from './federation.fixture';

const size = {
  width: 328,
  leafHeight: 96,
  capHeight: 8,
  step: { label: 36, bar: 14, gap: 8 },
  top: { label: 30, bar: 28, gap: 12 },
};
const root = stepsOf(motion7()) as Step;
const totals = (yes: number, no: number) => [
  { option: 'FOR', count: yes },
  { option: 'AGAINST', count: no },
];
const wholes = {
  WEIGHT: { totals: totals(12, 16), extent: 28, needed: 14 },
  BODIES: { totals: totals(7, 5), extent: 12, needed: 6 },
  MEMBERS: { totals: totals(131, 99), extent: 230, needed: 115 },
};
const lenses = Object.keys(wholes) as LensName[];
const lay = (lens: LensName, of = root, width = size.width) =>
  layStaircase(of, lens, options, wholes[lens], { ...size, width });
const row = (lens: LensName, level: number) => lay(lens).tiles.filter((tile) => tile.level === level);

test('Regions without a poll are put back between the Federation and its Local Groups, in order', () => {
  expect(root.children.map((step) => step.body.name)).toEqual(['Cascadia', 'Great Lakes', 'Atlantic', 'Gulf']);
  expect(root.children.every((step) => step.grouping)).toBe(true);
  expect(leavesOf(root).map((step) => step.body.name)).toEqual(
    motion7()
      .slice(1)
      .map((body) => body.name),
  );
});

describe.each(lenses)('under the lens %s', (lens) => {
  test.each([0, 1, 2])('row %i covers the width exactly, in order, and nothing overlaps', (level) => {
    const tiles = row(lens, level);
    expect(tiles[0]?.x).toBe(0);
    for (const [index, tile] of tiles.entries()) {
      const next = tiles[index + 1];
      expect(tile.x + tile.width).toBeCloseTo(next?.x ?? size.width, 9);
    }
  });

  test('every step stands exactly on its own groups', () => {
    const { tiles } = lay(lens);
    for (const tile of tiles.filter((candidate) => candidate.step.children.length > 0)) {
      const own = tiles.filter((candidate) => tile.step.children.includes(candidate.step));
      expect(Math.min(...own.map(({ x }) => x))).toBe(tile.x);
      expect(own.reduce((width, child) => width + child.width, 0)).toBeCloseTo(tile.width, 9);
    }
  });

  test('the line that had to be passed lies at its share of the top bar', () => {
    const { needed, extent } = wholes[lens];
    expect(lay(lens).threshold?.x).toBeCloseTo((size.width * needed) / extent, 9);
  });

  test('FOR passes the line on the picture exactly when it does in the numbers', () => {
    const { tiles, threshold } = lay(lens);
    const part = tiles[0]?.parts.find(({ option }) => option === 'FOR');
    const passes = (wholes[lens].totals[0]?.count ?? 0) > wholes[lens].needed;
    expect((part?.x ?? 0) + (part?.width ?? 0) > (threshold?.x ?? 0)).toBe(passes);
  });
});

test('tiles are as wide as members, as weight, or all alike', () => {
  const width = (lens: LensName, name: string) => row(lens, 0).find((tile) => tile.step.body.name === name)?.width;
  expect(width('MEMBERS', 'Portland')).toBeCloseTo((328 * 61) / 268, 9);
  expect(width('WEIGHT', 'Portland')).toBeCloseTo((328 * 4) / 28, 9);
  expect(width('BODIES', 'Portland')).toBeCloseTo(328 / 12, 9);
});

test('the caps add up to what the Federation counted under each lens', () => {
  expect(intake(root, 'WEIGHT').map(({ count }) => count)).toEqual([12, 16, 0]);
  expect(intake(root, 'BODIES')).toEqual(expect.arrayContaining(totals(7, 5)));
  expect(intake(root, 'MEMBERS').map(({ count }) => count)).toEqual([131, 99, 4]);
});

test('a tile is filled from below in the order of the options, without a gap', () => {
  const baltimore = row('WEIGHT', 0).find((tile) => tile.step.body.name === 'Baltimore');
  expect(baltimore?.parts.map(({ option }) => option)).toEqual(options);
  expect(baltimore?.parts[0]?.height).toBeCloseTo((96 * 17) / 38, 9);
  expect(baltimore?.parts.reduce((all, part) => all + part.height, 0)).toBeCloseTo(96, 9);
});

test('a group that is merged or inquorate sends nothing, and its tile stays empty', () => {
  const bodies = motion7().map((body): TalliedBody =>
    body.name === 'Mobile' ? { ...body, tally: null, cast: null, merged: true, outcome: '' } : body,
  );
  const mobile = leavesOf(stepsOf(bodies) as Step).at(-1) as Step;
  expect(sent(mobile, 'WEIGHT')).toEqual([]);
  const inquorate = { ...mobile, body: { ...mobile.body, merged: false, quorate: false, outcome: 'INQUORATE' } };
  expect(sideOf(inquorate)).toBeNull();
});

test('a Local Group directly under the Federation stands on the bottom row beside the others', () => {
  const bodies = [...motion7(), { ...(motion7()[1] as TalliedBody), id: 'island', above: [] }];
  const tiles = lay('MEMBERS', stepsOf(bodies) as Step).tiles;
  const island = tiles.find((tile) => tile.step.body.id === 'island');
  expect(island?.y).toBe(tiles.find((tile) => tile.step.body.name === 'Tacoma')?.y);
  expect((island?.x ?? 0) + (island?.width ?? 0)).toBeCloseTo(328, 9);
});

test('four levels and a body that polls between them keep their rows', () => {
  const [whole, ...groups] = motion7();
  const region = {
    ...(whole as TalliedBody),
    id: 'Gulf',
    name: 'Gulf',
    above: [{ id: 'south', name: 'South', href: null }],
    weight: 2,
  };
  const deep = stepsOf([whole as TalliedBody, region, ...groups]) as Step;
  const tiles = lay('BODIES', deep).tiles;
  expect(Math.max(...tiles.map(({ level }) => level))).toBe(3);
  expect(tiles.find((tile) => tile.step.body.id === 'Gulf')?.step.grouping).toBe(false);
});

test('382 tiles still cover the width, and every one of them can be pointed at', () => {
  const [whole, first] = motion7() as [TalliedBody, TalliedBody];
  const many = Array.from({ length: 382 }, (_, index): TalliedBody => ({
    ...first,
    id: `area-${index}`,
    entitled: 1 + ((index * 7919) % 500),
    above: [{ id: `region-${Math.floor(index / 32)}`, name: '', href: null }],
  }));
  const picture = lay('MEMBERS', stepsOf([whole, ...many]) as Step);
  const leaves = picture.tiles.filter(({ leaf }) => leaf);
  expect(leaves.reduce((all, { width }) => all + width, 0)).toBeCloseTo(328, 6);
  for (const tile of leaves) {
    expect(tileUnder(picture, tile.x + tile.width / 2, tile.y + 5)?.step.body.id).toBe(tile.step.body.id);
  }
});

test('arrow keys walk along a row, up to the step above and down to its first group', () => {
  const picture = lay('WEIGHT');
  const walk = (from: string, key: string) => neighbour(picture, from, key)?.step.body.id;
  expect(walk('Tacoma', 'ArrowRight')).toBe('Portland');
  expect(walk('Toledo', 'ArrowLeft')).toBe('Victoria');
  expect(walk('Tacoma', 'ArrowLeft')).toBeUndefined();
  expect(walk('Detroit', 'ArrowUp')).toBe('Great Lakes');
  expect(walk('Atlantic', 'ArrowDown')).toBe('Worcester');
  expect(walk('Gulf', 'End')).toBe('Gulf');
});

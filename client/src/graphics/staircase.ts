/**
 * The geometry of the staircase, in pixels and without any drawing: a bottom row of Local Groups, each filled
 * from below with its ballots; a step over each body above, as wide as what stands under it, filled from the
 * left; the whole on top with the line that had to be passed.
 */
import type { Count, Step } from './bodies';
import { heightOf } from './bodies';
import type { LensName } from './counts';
import { intake, measure, sent, totalOf } from './counts';
import { edges } from './edges';
import { inOrder } from './options';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Part extends Box, Count {}
export interface Tile extends Box {
  step: Step;
  /** 0 is the bottom row. */
  level: number;
  leaf: boolean;
  parts: Part[];
  /** What the body passes up: the cap on a Local Group's tile. By members there is none, every ballot goes up itself. */
  cap: Part[];
}
export interface Band {
  label: number;
  bar: number;
  gap: number;
}
export interface StaircaseSize {
  width: number;
  leafHeight: number;
  capHeight: number;
  /** A step between: room for its words, its bar, and the gap under it. */
  step: Band;
  /** The topmost bar. */
  top: Band;
}
/** What the topmost bar shows: the certified totals, how long the bar is, and the number to pass. */
export interface Whole {
  totals: readonly Count[];
  extent: number;
  needed: number | null;
}
export interface Staircase {
  width: number;
  tiles: Tile[];
  /** The lower edge of the bottom row. */
  bottom: number;
  threshold: { x: number; y: number; height: number } | null;
}

export function layStaircase(
  root: Step,
  lens: LensName,
  options: readonly string[],
  whole: Whole,
  size: StaircaseSize,
): Staircase {
  const levels = heightOf(root);
  const topHeight = size.top.label + size.top.bar + size.top.gap;
  const stepHeight = size.step.label + size.step.bar + size.step.gap;
  const leafTop = topHeight + Math.max(0, levels - 1) * stepHeight + size.capHeight;
  const tiles: Tile[] = [];

  const place = (step: Step, from: number, to: number) => {
    const level = heightOf(step);
    const leaf = level === 0;
    const isRoot = step === root;
    const y = isRoot
      ? size.top.label
      : leaf
        ? leafTop
        : topHeight + (levels - 1 - level) * stepHeight + size.step.label;
    const height = leaf && !isRoot ? size.leafHeight : isRoot ? size.top.bar : size.step.bar;
    const box = { x: from, y, width: to - from, height };
    const counts = inOrder(isRoot ? whole.totals : intake(step, lens), options);
    tiles.push({
      ...box,
      step,
      level,
      leaf,
      parts: isRoot
        ? across(counts, { ...box, width: (box.width * totalOf(counts)) / Math.max(whole.extent, 1) })
        : leaf
          ? upward(counts, box)
          : across(counts, box),
      cap:
        leaf && !isRoot && lens !== 'MEMBERS'
          ? across(inOrder(sent(step, lens), options), capBox(box, size.capHeight))
          : [],
    });
    const row = edges(
      step.children.map((child) => measure(child, lens)),
      from,
      to,
    );
    step.children.forEach((child, index) => place(child, row[index] ?? from, row[index + 1] ?? to));
  };
  place(root, 0, size.width);

  const bottom = levels === 0 ? size.top.label + size.top.bar : leafTop + size.leafHeight;
  const threshold =
    whole.needed === null
      ? null
      : { x: (size.width * whole.needed) / Math.max(whole.extent, 1), y: size.top.label, height: size.top.bar };
  return { width: size.width, tiles, bottom, threshold };
}

const capBox = (box: Box, height: number): Box => ({ ...box, y: box.y - height, height });

/** Parts side by side from the left, filling the box exactly. */
export function across(counts: readonly Count[], box: Box): Part[] {
  if (totalOf(counts) <= 0) return [];
  const row = edges(
    counts.map(({ count }) => count),
    box.x,
    box.x + box.width,
  );
  return counts.map((count, index) => {
    const x = row[index] ?? box.x;
    return { ...count, x, y: box.y, width: (row[index + 1] ?? x) - x, height: box.height };
  });
}

/** Parts on top of each other from below, filling the box exactly. */
export function upward(counts: readonly Count[], box: Box): Part[] {
  if (totalOf(counts) <= 0) return [];
  const row = edges(
    counts.map(({ count }) => count),
    box.y + box.height,
    box.y,
  );
  return counts.map((count, index) => {
    const below = row[index] ?? box.y + box.height;
    const above = row[index + 1] ?? below;
    return { ...count, x: box.x, y: above, width: box.width, height: below - above };
  });
}

/** The tile under a point: by row first, then along the row, so that the thinnest tile can still be touched. */
export function tileUnder(staircase: Staircase, x: number, y: number): Tile | null {
  let best: Tile | null = null;
  let distance = Infinity;
  for (const tile of staircase.tiles) {
    const beside = Math.max(tile.x - x, 0, x - tile.x - tile.width);
    const beyond = Math.max(tile.y - y, 0, y - tile.y - tile.height);
    // A row is worth more than a place in it: a finger above a thin tile means that tile's row.
    const here = beside + beyond * 4;
    if (here < distance) [best, distance] = [tile, here];
  }
  return best;
}

/** Where an arrow key leads: beside in the same row, to the step above, or to the first body below. */
export function neighbour(staircase: Staircase, id: string, key: string): Tile | null {
  const tiles = staircase.tiles;
  const here = tiles.find((tile) => tile.step.body.id === id);
  if (!here) return tiles[0] ?? null;
  const row = tiles.filter((tile) => tile.level === here.level).sort((a, b) => a.x - b.x);
  const place = row.indexOf(here);
  switch (key) {
    case 'ArrowLeft':
      return row[place - 1] ?? null;
    case 'ArrowRight':
      return row[place + 1] ?? null;
    case 'Home':
      return row[0] ?? null;
    case 'End':
      return row.at(-1) ?? null;
    case 'ArrowUp':
      return tiles.find((tile) => tile.step.children.includes(here.step)) ?? null;
    case 'ArrowDown':
      return tiles.find((tile) => tile.step === here.step.children[0]) ?? null;
    default:
      return null;
  }
}

/** How tall the rows of the staircase are for a screen of this width and a reader's size of type, and where names go. */
import { fits, spread, textWidth } from './labels';
import type { Staircase, StaircaseSize, Tile } from './staircase';

export function staircaseSize(width: number, rem: number): StaircaseSize {
  const unit = rem / 16;
  const roomy = width >= 640;
  return {
    width,
    leafHeight: (roomy ? 148 : 104) * unit,
    capHeight: 9 * unit,
    step: { label: 22 * unit, bar: 22 * unit, gap: 8 * unit },
    top: { label: 24 * unit, bar: 40 * unit, gap: 12 * unit },
  };
}

export interface LeafLabel {
  tile: Tile;
  text: string;
  /** Where the name stands; the leader runs there from the middle of the tile. */
  x: number;
}
export type LeafLabels =
  { way: 'level' | 'upright'; labels: LeafLabel[]; height: number } | { way: 'none'; labels: []; height: 0 };

/** Names under the bottom row: level where all fit, else upright with leaders, else only where they fit, else none. */
export function leafLabels(staircase: Staircase, rem: number): LeafLabels {
  const size = rem * 0.875;
  const leaves = staircase.tiles.filter(({ leaf, step }) => leaf && step !== staircase.tiles[0]?.step);
  const label = (tile: Tile, x: number): LeafLabel => ({ tile, text: tile.step.body.name, x });
  const middle = (tile: Tile) => tile.x + tile.width / 2;
  if (leaves.length === 0) return { way: 'none', labels: [], height: 0 };
  if (leaves.every((tile) => fits(tile.step.body.name, size, tile.width - 4)))
    return { way: 'level', labels: leaves.map((tile) => label(tile, middle(tile))), height: size * 1.7 };

  const pitch = size * 1.2;
  const all = spread(leaves.map(middle), pitch, 0, staircase.width);
  const labels = all
    ? leaves.map((tile, index) => label(tile, all[index] ?? middle(tile)))
    : leaves.filter((tile) => tile.width >= pitch).map((tile) => label(tile, middle(tile)));
  // A name here and there among hundreds would only ask why it and not the others.
  if (labels.length * 4 < leaves.length || labels.length === 0) return { way: 'none', labels: [], height: 0 };
  const longest = Math.max(...labels.map(({ text }) => textWidth(text, size)));
  return { way: 'upright', labels, height: longest + 18 };
}

/** Where a tile is too thin to be touched with any certainty, a reader is offered to look closer. */
export function isCrowded(staircase: Staircase): boolean {
  return leafRoom(staircase) < 9;
}

/** The width a leaf has on average. */
export function leafRoom(staircase: Staircase): number {
  return staircase.width / Math.max(1, staircase.tiles.filter(({ leaf }) => leaf).length);
}

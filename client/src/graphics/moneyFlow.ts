/**
 * Money as streams through a body's books (a Sankey diagram): where it came from, through the body, and where it went.
 * Heights are in proportion to sums; the two sides are as high as each other, because books balance.
 */
export interface MoneyEnd {
  key: string;
  label: string;
  /** Minor units, more than zero. */
  amount: bigint;
}

export interface PlacedEnd extends MoneyEnd {
  from: number;
  to: number;
  /** Where its stream meets the body. */
  bodyFrom: number;
  bodyTo: number;
  /** The middle of its two lines of words. */
  words: number;
}

export interface MoneyFlowLayout {
  sources: PlacedEnd[];
  sinks: PlacedEnd[];
  body: { from: number; to: number };
  height: number;
}

/** `words` is the height that a label of two lines needs; streams too thin for theirs are moved apart. */
export function layMoneyFlow(
  sources: readonly MoneyEnd[],
  sinks: readonly MoneyEnd[],
  { extent, words, gap }: { extent: number; words: number; gap: number },
): MoneyFlowLayout {
  const most = [total(sources), total(sinks)].reduce((a, b) => (a > b ? a : b), 1n);
  const scale = (amount: bigint) => (Number((amount * 1_000_000n) / (most || 1n)) / 1_000_000) * extent;
  const needs = (ends: readonly MoneyEnd[]) =>
    ends.reduce((sum, { amount }) => sum + Math.max(scale(amount), words), gap * Math.max(0, ends.length - 1));
  const height = Math.max(extent, needs(sources), needs(sinks));
  const body = { from: (height - extent) / 2, to: (height + extent) / 2 };
  return {
    sources: place(sources, { scale, height, body, words, gap }),
    sinks: place(sinks, { scale, height, body, words, gap }),
    body,
    height,
  };
}

interface Room {
  scale: (amount: bigint) => number;
  height: number;
  body: { from: number };
  words: number;
  gap: number;
}

/** Each end has at least the height of its words; what room is left over goes between them. */
function place(ends: readonly MoneyEnd[], { scale, height, body, words, gap }: Room): PlacedEnd[] {
  const rooms = ends.map(({ amount }) => Math.max(scale(amount), words));
  const used = rooms.reduce((sum, room) => sum + room, 0);
  const space = ends.length > 1 ? Math.max(gap, (height - used) / (ends.length - 1)) : 0;
  let at = ends.length > 1 ? 0 : (height - used) / 2;
  let meets = body.from;
  return ends.map((end, index) => {
    const size = scale(end.amount);
    const middle = at + rooms[index]! / 2;
    const placed = {
      ...end,
      from: middle - size / 2,
      to: middle + size / 2,
      bodyFrom: meets,
      bodyTo: meets + size,
      words: middle,
    };
    at += rooms[index]! + space;
    meets += size;
    return placed;
  });
}

const total = (ends: readonly MoneyEnd[]) => ends.reduce((sum, { amount }) => sum + amount, 0n);

/** "1234.50" in minor units, for heights alone: what is shown is the text as it came. */
export function minorUnits(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

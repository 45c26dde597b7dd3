/** Where words fit in a picture: an estimate of their width, and labels moved apart just enough to be read. */

const narrow = new Set([...`iljtfrI.,:;'|!()[] \u00a0\u202f`]);
const wide = new Set([...'mwMWQO@%&']);
const capitals = new Set([...'ABCDEFGHJKLNPRSTUVXYZ']);
/** Figures are set tabular, each as wide as the next. */
const figures = new Set([...'0123456789']);

/** A cautious estimate in pixels; graphics are laid out before the browser has drawn a single letter. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const letter of text)
    em += narrow.has(letter)
      ? 0.34
      : wide.has(letter)
        ? 0.86
        : capitals.has(letter)
          ? 0.66
          : figures.has(letter)
            ? 0.62
            : 0.56;
  return em * size;
}

export const fits = (text: string, size: number, room: number) => textWidth(text, size) <= room;

/** The longest beginning that fits, marked with an ellipsis; null where fewer than `least` letters would remain. */
export function shorten(text: string, size: number, room: number, least = 3): string | null {
  if (fits(text, size, room)) return text;
  for (let length = text.length - 1; length >= least; length--) {
    const short = `${text.slice(0, length).trimEnd()}…`;
    if (fits(short, size, room)) return short;
  }
  return null;
}

/**
 * Centres of labels in a row, each as near to the wished place as a pitch apart allows, all within the row.
 * Null where there is not room for all of them. Wishes come in order, and the order is kept.
 */
export function spread(wishes: readonly number[], pitch: number, from: number, to: number): number[] | null {
  if (wishes.length * pitch > to - from) return null;
  // Clusters that touch are joined and centred on the mean of what their labels wish.
  const clusters: { sum: number; count: number; start: number }[] = [];
  for (const wish of wishes) {
    clusters.push({ sum: wish, count: 1, start: clamp(wish - pitch / 2, from, to - pitch) });
    for (;;) {
      const last = clusters.at(-1);
      const before = clusters.at(-2);
      if (!last || !before || before.start + before.count * pitch <= last.start) break;
      const count = before.count + last.count;
      const sum = before.sum + last.sum;
      clusters.splice(-2, 2, { sum, count, start: clamp(sum / count - (count * pitch) / 2, from, to - count * pitch) });
    }
  }
  return clusters.flatMap(({ start, count }) =>
    Array.from({ length: count }, (_, index) => start + pitch * (index + 0.5)),
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

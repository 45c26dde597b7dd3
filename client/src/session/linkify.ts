// Finds the addresses in a plain-text mail, and which of them are pages of this very site.

export type Piece = { text: string; href: null; local: false } | { text: string; href: string; local: boolean };

const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

export function linkify(text: string, origin: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), href: null, local: false });
    const url = new URL(match[0]);
    const ours = url.origin === origin || /^(localhost|127\.0\.0\.1)$/.test(url.hostname);
    pieces.push({ text: match[0], href: ours ? url.pathname + url.search + url.hash : match[0], local: ours });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null, local: false });
  return pieces;
}

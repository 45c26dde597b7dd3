// Chance that comes out the same every time, and ids that follow from names: a demonstration loaded twice is one
// demonstration, and a load that was interrupted can go on where it stopped.
import { createHash } from 'node:crypto';

/** A UUID (version 8, RFC 9562) that belongs to these words. */
export function idOf(...words: (string | number)[]): string {
  const bytes = createHash('sha256')
    .update(`mandate demonstration/${words.join('/')}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Draws whole numbers below a limit; the same seed gives the same draws. */
export function drawer(seed: string): (below: number) => number {
  let turn = 0;
  return (below) => createHash('sha256').update(`${seed}/${turn++}`).digest().readUInt32BE(0) % below;
}

export function shuffled<Item>(items: readonly Item[], draw: (below: number) => number): Item[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = draw(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

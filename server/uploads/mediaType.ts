// What a file is, by its first bytes; a name or a header can say anything.
export type MediaType = 'text/csv' | 'application/pdf' | 'image/png' | 'image/jpeg';

const marks: [MediaType, number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** Null for what we do not take. A text without control characters counts as a table. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const known = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (known) return known[0];
  const text = bytes.subarray(0, 4096).every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
  return text && bytes.length > 0 ? 'text/csv' : null;
}

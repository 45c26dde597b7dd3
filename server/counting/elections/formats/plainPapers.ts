/**
 * The papers of a BLT file where they are plain: a weight, numbers of candidates, 0, one blank between them and nothing else
 * on the line. Nearly all papers are, and a million of them are to be read while nobody waits; so this is one loop over
 * bytes. At the first line that is anything else, faults included, it stops and leaves the line to the reader that knows
 * the whole of BLT and can say what is wrong.
 */
import { type Packing, MOST_ROWS } from './packing.js';
import { CR, LF } from './scanner.js';

const ZERO = 48;
/** A blank, seen as a digit. */
const BLANK = 32 - ZERO;
const LONGEST_WEIGHT = 9;
/** Up to here the sum of all weights takes any more of them exactly. */
const MOST_TOTAL = Number.MAX_SAFE_INTEGER - 10 ** LONGEST_WEIGHT;

export class PlainPapers {
  /** By the number of a candidate, the line, in the order of reading, that marked it last. */
  private readonly marked: Uint32Array;
  private lines = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly packing: Packing,
  ) {
    this.marked = new Uint32Array(packing.candidates + 1);
  }

  /** Packs papers from the beginning of a line on, and answers where the first line begins that it does not understand. */
  read(from: number): number {
    const { bytes, packing, marked } = this;
    const { candidates } = packing;
    if (packing.weightDecimals > 0) return from;
    // Beyond this a plain line could run into the end of the file; what follows is left to the other reader.
    const last = bytes.length - longestLine(candidates);
    let { marks, weights, offsets, filled: kept, rows, total } = packing;
    let lines = this.lines;
    let start = from;
    reading: while (start < last && rows < MOST_ROWS && total < MOST_TOTAL) {
      let at = start;
      let weight = bytes[at]! - ZERO;
      if (weight < 1 || weight > 9) break;
      let digit = bytes[(at += 1)]! - ZERO;
      while (digit >= 0 && digit <= 9) {
        weight = weight * 10 + digit;
        digit = bytes[(at += 1)]! - ZERO;
        if (at - start > LONGEST_WEIGHT) break reading;
      }
      if (rows + 2 > offsets.length || kept + candidates > marks.length) {
        packing.rows = rows;
        packing.filled = kept;
        packing.makeRoom(start / bytes.length);
        ({ marks, weights, offsets } = packing);
      }
      lines += 1;
      let filled = kept;
      if (digit !== BLANK) break;
      for (;;) {
        const first = bytes[(at += 1)]! - ZERO;
        if (first === 0) break;
        // One digit or two: without a branch, since no processor guesses which.
        const second = bytes[at + 1]! - ZERO;
        const two = ~(second >> 31);
        let candidate = first + ((first * 9 + second) & two);
        at += 1 - two;
        if (first < 1 || first > 9 || second > 9) break reading;
        let next = bytes[at]! - ZERO;
        if (next !== BLANK) {
          for (; next >= 0 && next <= 9 && candidate <= candidates; next = bytes[(at += 1)]! - ZERO) {
            candidate = candidate * 10 + next;
          }
          if (next !== BLANK) break reading;
        }
        if (candidate > candidates || marked[candidate] === lines) break reading;
        marked[candidate] = lines;
        marks[filled] = candidate - 1;
        filled += 1;
      }
      let byte = bytes[(at += 1)]!;
      if (byte === CR) byte = bytes[(at += 1)]!;
      if (byte !== LF) break;
      kept = filled;
      weights[rows] = weight;
      total += weight;
      rows += 1;
      offsets[rows] = kept;
      start = at + 1;
    }
    Object.assign(packing, { rows, filled: kept, total });
    this.lines = lines;
    return start;
  }
}

function longestLine(candidates: number): number {
  return LONGEST_WEIGHT + 1 + candidates * (String(candidates).length + 1) + ' 0\r\n'.length;
}

/**
 * The orders of PrefLib: `.soc` and `.soi` strict, `.toc` and `.toi` with ties, the first of each pair complete.
 *
 *     # TITLE: Council 2026
 *     # NUMBER ALTERNATIVES: 3
 *     # NUMBER VOTERS: 8
 *     # ALTERNATIVE NAME 1: Ann
 *     5: 1,{2,3}
 *     3: 2
 *
 * Nothing marks the end, so the number of voters, where the head gives it, must be that of the papers.
 */
import { type Ballots, MOST_CANDIDATES } from '../election.js';
import { BallotFileError } from './ballotFileError.js';
import type { Beside, ElectionFile } from './electionFile.js';
import { Packing } from './packing.js';
import { linesOf } from './scanner.js';
import { tidy } from './text.js';

export const prefLibKinds = ['soc', 'soi', 'toc', 'toi'] as const;
export type PrefLibKind = (typeof prefLibKinds)[number];

export function readPrefLib(bytes: Uint8Array, kind: PrefLibKind, beside: Beside = {}): ElectionFile {
  const file = new PrefLibFile(kind);
  for (const { text, line } of linesOf(bytes)) {
    file.line = line;
    file.read(text.trim());
  }
  const { title, names, ballots } = file.end();
  const { seats = 1, withdrawn = [] } = beside;
  return { title: title ?? beside.title ?? '', seats, candidates: names, withdrawn, ballots, ids: null };
}

class PrefLibFile {
  line = 1;
  private title: string | null = null;
  private candidates: number | null = null;
  private voters: number | null = null;
  private readonly names = new Map<number, string>();
  private packing: Packing | null = null;

  constructor(private kind: PrefLibKind) {}

  read(text: string): void {
    if (text.startsWith('#')) this.readHead(text.slice(1).trim());
    else if (text !== '') this.readOrder(text);
  }

  end(): { title: string | null; names: string[]; ballots: Ballots } {
    const packing = this.packing ?? this.packed();
    if (this.voters !== null && this.voters !== packing.total) {
      this.refuse(`the papers of ${this.voters} voters, as the head of the file says, not of ${packing.total}`);
    }
    const names = Array.from({ length: packing.candidates }, (_, i) => this.names.get(i + 1)!);
    return { title: this.title, names, ballots: packing.ballots() };
  }

  private readHead(text: string): void {
    const [, key = '', value = ''] = /^([A-Z][A-Z ]*?\d*)\s*:\s*(.*)$/.exec(text) ?? [];
    if (key === 'TITLE') this.title = tidy(value, this.line);
    else if (key === 'DATA TYPE') this.kind = this.kindOf(value);
    else if (key === 'NUMBER VOTERS')
      this.voters = this.whole(value, 'the number of voters', Number.MAX_SAFE_INTEGER, 0);
    else if (key === 'NUMBER ALTERNATIVES') {
      this.candidates = this.whole(value, 'the number of alternatives', MOST_CANDIDATES);
    } else if (key.startsWith('ALTERNATIVE NAME ')) {
      const number = this.whole(key.slice('ALTERNATIVE NAME '.length), 'the number of an alternative', MOST_CANDIDATES);
      const name = tidy(value, this.line) || this.refuse(`the name of alternative ${number}, not empty text`);
      if (this.names.has(number)) this.refuse(`the name of alternative ${number} once`);
      this.names.set(number, name);
    }
  }

  private readOrder(text: string): void {
    const packing = (this.packing ??= this.packed());
    const found = /^(\d+)\s*:(.*)$/.exec(text);
    if (!found)
      return this.refuse(`a count and an order, such as 5: 1,{2,3}, not ${JSON.stringify(text.slice(0, 24))}`);
    const before = packing.filled;
    for (const { tied, number } of this.placesOf(found[2]!.trim())) {
      if (tied && this.kind.startsWith('s')) this.refuse(`an order without ties, as .${this.kind} files hold`);
      packing.mark(number - 1, tied);
    }
    if (this.kind.endsWith('c') && packing.filled - before < packing.candidates) {
      this.refuse(`an order of all ${packing.candidates} alternatives, as .${this.kind} files hold`);
    }
    packing.end(Number(found[1]));
  }

  private *placesOf(order: string): Generator<{ tied: boolean; number: number }> {
    const rank = /\s*(?:\{([\d\s,]+)\}|(\d+))\s*(?:,|$)/y;
    while (rank.lastIndex < order.length) {
      const [, group, alone] =
        rank.exec(order) ?? this.refuse('numbers of alternatives with commas between them, tied ones in braces');
      for (const [i, word] of (group ?? alone!).split(',').entries()) {
        if (word.trim() === '') this.refuse('the number of an alternative before and after each comma');
        yield { tied: i > 0, number: Number(word) };
      }
    }
  }

  /** The papers, once the head has told who stands. */
  private packed(): Packing {
    const candidates = this.candidates ?? this.names.size;
    if (candidates === 0) this.refuse('the line # NUMBER ALTERNATIVES at the head of the file');
    for (let number = 1; number <= candidates; number += 1) {
      if (!this.names.has(number)) this.refuse(`the line # ALTERNATIVE NAME ${number} at the head of the file`);
    }
    if (this.names.size > candidates) this.refuse(`no more names than the ${candidates} alternatives`);
    return new Packing(candidates, {
      refuse: (expected) => this.refuse(expected),
      called: (candidate) => JSON.stringify(this.names.get(candidate + 1)),
    });
  }

  private kindOf(value: string): PrefLibKind {
    const kind = prefLibKinds.find((known) => known === value.toLowerCase());
    return kind ?? this.refuse(`orders, soc, soi, toc or toi, not ${JSON.stringify(value.slice(0, 24))}`);
  }

  private whole(text: string, what: string, most: number, least = 1): number {
    const number = /^\d+$/.test(text) ? Number(text) : NaN;
    if (number >= least && number <= most) return number;
    return this.refuse(`${what}, from ${least} to ${most}, not ${JSON.stringify(text.slice(0, 24))}`);
  }

  private refuse(expected: string): never {
    throw new BallotFileError(this.line, expected);
  }
}

/** The middle of a BLT file: withdrawn candidates, then papers, up to the line that is only 0. */
import type { Ballots } from '../election.js';
import { Packing } from './packing.js';
import { PlainPapers } from './plainPapers.js';
import { CLOSING, EQUALS, MINUS, OPENING, type Scanner } from './scanner.js';
import { type Weight, readWeight } from './weight.js';

export class BltPapers {
  private readonly packing: Packing;
  private readonly plain: PlainPapers;
  private readonly withdrawn = new Set<number>();
  private readonly ids: (string | null)[] = [];
  private readonly known = new Set<string>();

  constructor(
    private readonly scanner: Scanner,
    private readonly candidates: number,
  ) {
    this.packing = new Packing(candidates, { refuse: (expected) => scanner.refuse(expected) });
    this.plain = new PlainPapers(scanner.bytes, this.packing);
  }

  read(): { withdrawn: number[]; ballots: Ballots; ids: (string | null)[] | null } {
    do this.readPlain();
    while (this.readLine());
    const { packing, ids } = this;
    if (ids.length > 0) while (ids.length < packing.rows) ids.push(null);
    return {
      withdrawn: [...this.withdrawn].sort((a, b) => a - b),
      ballots: packing.ballots(),
      ids: ids.length > 0 ? ids : null,
    };
  }

  private readPlain(): void {
    const { scanner, packing } = this;
    const { rows } = packing;
    scanner.at = this.plain.read(scanner.at);
    scanner.line += packing.rows - rows;
  }

  /** False once it was the 0 that ends the papers. */
  private readLine(): boolean {
    const { scanner, packing } = this;
    if (!scanner.toContent()) scanner.refuse('0 alone on a line, after the last paper, not the end of the file');
    if (scanner.byte === MINUS) return this.readWithdrawn();
    const id = scanner.byte === OPENING ? this.readId() : null;
    const { units, decimals } = this.readWeight();
    if (units === 0) {
      if (id !== null || !scanner.atContentEnd()) scanner.refuse('a weight above 0');
      scanner.endLine();
      return false;
    }
    while (this.readRank());
    packing.end(units, decimals);
    if (id !== null) this.keepId(id);
    scanner.endLine();
    return true;
  }

  private readWeight(): Weight {
    const { scanner } = this;
    const start = scanner.at;
    const units = scanner.number();
    if (units >= 0 && scanner.atWordEnd) return { units, decimals: 0 };
    scanner.at = start;
    const word = scanner.word();
    const weight = readWeight(word);
    if (weight === null) {
      return scanner.refuseThis('a paper, which begins with its weight, or 0 alone on a line to end the papers');
    }
    scanner.at += word.length;
    return weight;
  }

  /** Reads `3`, `1=2` or `-`; false once it was the 0 that ends the paper. */
  private readRank(): boolean {
    const { scanner, packing } = this;
    if (scanner.atContentEnd()) scanner.refuse('the 0 that ends a paper, not the end of the line');
    const start = scanner.at;
    if (scanner.byte === MINUS) {
      scanner.at += 1;
      if (!scanner.atWordEnd) this.refuseRank(start);
      packing.skip();
      return true;
    }
    let candidate = scanner.number();
    if (candidate === 0 && scanner.atWordEnd) return false;
    for (let tied = false; candidate >= 1 && candidate <= this.candidates; tied = true) {
      packing.mark(candidate - 1, tied);
      if (scanner.atWordEnd) return true;
      if (scanner.byte !== EQUALS) break;
      scanner.at += 1;
      candidate = scanner.number();
    }
    return this.refuseRank(start);
  }

  private refuseRank(start: number): never {
    this.scanner.at = start;
    return this.scanner.refuseThis(`a candidate from 1 to ${this.candidates}`);
  }

  /** A line of numbers below 0: candidates who stood and withdrew. */
  private readWithdrawn(): boolean {
    const { scanner, candidates, packing } = this;
    while (!scanner.atContentEnd()) {
      const start = scanner.at;
      if (scanner.byte === MINUS) scanner.at += 1;
      const number = scanner.at > start ? scanner.number() : -1;
      if (number < 1 || !scanner.atWordEnd || packing.rows > 0) scanner.refuse('a weight above 0');
      if (number > candidates) {
        scanner.at = start;
        scanner.refuseThis(`a withdrawn candidate from -1 to -${candidates}`);
      }
      this.withdrawn.add(number - 1);
    }
    scanner.endLine();
    return true;
  }

  private readId(): string {
    const { scanner } = this;
    const start = scanner.at + 1;
    while (!scanner.atLineEnd && scanner.byte !== CLOSING) scanner.at += 1;
    if (scanner.byte !== CLOSING) scanner.refuse('the closing bracket of an identifier');
    const id = scanner.text(start, scanner.at).trim();
    scanner.at += 1;
    scanner.passBlanks();
    return id;
  }

  private keepId(id: string): void {
    const { ids, known, packing } = this;
    if (known.has(id)) this.scanner.refuse(`each identifier once, not ${JSON.stringify(id)} twice`);
    known.add(id);
    while (ids.length < packing.rows - 1) ids.push(null);
    ids.push(id);
  }
}

/** Papers that mark candidates by name: the names, known from the start or met one by one, and the packing. */
import { type Ballots, MOST_CANDIDATES } from '../election.js';
import { BallotFileError } from './ballotFileError.js';
import { Packing } from './packing.js';
import { tidy } from './text.js';

export class NamedPapers {
  /** The line being read. */
  line = 1;
  readonly candidates: string[] = [];
  readonly packing: Packing;
  private readonly numbers = new Map<string, number>();
  private closed = false;

  constructor() {
    this.packing = new Packing(MOST_CANDIDATES, {
      refuse: (expected) => this.refuse(expected),
      called: (candidate) => JSON.stringify(this.candidates[candidate]),
    });
  }

  /** From now on these are the candidates and there are no others. */
  close(names: readonly string[]): void {
    for (const name of names) {
      if (this.numbers.has(tidy(name, this.line)))
        this.refuse(`each candidate once, not ${JSON.stringify(name)} twice`);
      this.numberOf(name);
    }
    this.closed = true;
  }

  knows(name: string): boolean {
    return this.numbers.has(name);
  }

  mark(name: string, tied: boolean): void {
    this.packing.mark(this.numberOf(name), tied);
  }

  ballots(): Ballots {
    if (this.candidates.length === 0) this.refuse('at least one candidate on one of the papers');
    return { ...this.packing.ballots(), candidates: this.candidates.length };
  }

  refuse(expected: string): never {
    throw new BallotFileError(this.line, expected);
  }

  private numberOf(written: string): number {
    const known = this.numbers.get(written);
    if (known !== undefined) return known;
    const name = tidy(written, this.line);
    if (name === '') this.refuse('the name of a candidate, not empty text');
    const number = this.numbers.get(name) ?? this.add(name);
    this.numbers.set(written, number);
    return number;
  }

  private add(name: string): number {
    if (this.closed) this.refuse(`one of the candidates, not ${JSON.stringify(name)}`);
    if (this.candidates.length === MOST_CANDIDATES) this.refuse(`at most ${MOST_CANDIDATES} candidates`);
    this.numbers.set(name, this.candidates.length);
    return this.candidates.push(name) - 1;
  }
}

/** A file of ballots that cannot be read: the line, and what was expected there. Nothing of such a file is used. */
export class BallotFileError extends Error {
  override name = 'BallotFileError';
  /** From 1. */
  readonly line: number;
  readonly expected: string;

  constructor(line: number, expected: string) {
    super(`line ${line}: expected ${expected}`);
    this.line = line;
    this.expected = expected;
  }
}

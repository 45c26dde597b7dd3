// What is wrong with an import directory, all of it at once: file, line, and what was expected there.
export interface Problem {
  file: string;
  /** 1 is the header; null when it concerns the file as a whole. */
  line: number | null;
  expected: string;
  /** The file cannot be read as what it should be; the others are readable and break a rule. */
  unreadable: boolean;
}

/** More than anybody reads at once; whoever has as many has one cause. */
const MOST = 1_000;

export class Problems {
  readonly list: Problem[] = [];
  /** How many there are, those not kept included. */
  count = 0;

  add(file: string, line: number | null, expected: string, unreadable = false): void {
    this.count += 1;
    if (this.list.length < MOST) this.list.push({ file, line, expected, unreadable });
  }

  get unreadable(): boolean {
    return this.list.some((problem) => problem.unreadable);
  }
}

export const problemSentence = ({ file, line, expected }: Problem): string =>
  `${file}${line === null ? '' : `, line ${line}`}: ${expected}`;

/** A decision file that cannot be followed: where, and what was expected there. */
export class DecisionFileError extends Error {
  override name = 'DecisionFileError';
  /** Such as `bodies[3].tally.FOR`; empty for the file as a whole. */
  readonly path: string;
  readonly expected: string;
  readonly line: number | null;

  constructor(path: string, expected: string, line: number | null = null) {
    super(`${line === null ? '' : `line ${line}: `}${path === '' ? '' : `${path}: `}expected ${expected}`);
    this.path = path;
    this.expected = expected;
    this.line = line;
  }
}

export function writePath(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>(writeStep, '');
}

export function writeStep(path: string, step: PropertyKey): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  const key = String(step);
  if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

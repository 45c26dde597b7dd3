// What a command says: for people lines, for programs one JSON document and nothing else on standard output.
export interface Output {
  readonly json: boolean;
  /** A line for people; silent when a program listens. */
  say(line?: string): void;
  /** The document for programs; silent when a person reads. */
  document(value: object): void;
  /** How far long work has come: on standard error, and only where somebody sits at a terminal. */
  progress(line: string): void;
}

export function output({ json = false }: { json?: boolean }): Output {
  return {
    json,
    say: (line = '') => void (json || process.stdout.write(`${line}\n`)),
    document: (value) => void (json && process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)),
    progress: (line) => void (process.stderr.isTTY && process.stderr.write(`${line}\n`)),
  };
}

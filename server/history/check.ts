/** One thing a verifier looked at: what it is called, whether it holds, and the sentence that says what was found. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Runs one check: it holds when `look` returns its finding, and fails with the reason when it throws. */
export function check(name: string, look: () => string): Check {
  try {
    return { name, ok: true, detail: look() };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Fails with the first faults, in words. */
export function noFaults(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const shown = faults.slice(0, 3).join('; ');
  throw new Error(faults.length > 3 ? `${shown}; and ${faults.length - 3} more` : shown);
}

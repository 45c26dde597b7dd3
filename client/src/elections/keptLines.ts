/** Papers typed and not yet sent stay on the device for as long as the tab lives: a teller's work outlives a reload. */
const slot = (electionId: string, batch: number) => `mandate.papers.${electionId}.${batch}`;

export function keptLines(store: Storage, electionId: string, batch: number): string[] | null {
  try {
    const kept: unknown = JSON.parse(store.getItem(slot(electionId, batch)) ?? 'null');
    return Array.isArray(kept) && kept.every((line) => typeof line === 'string') ? kept : null;
  } catch {
    return null;
  }
}

export function keepLines(store: Storage, electionId: string, batch: number, lines: readonly string[] | null): void {
  try {
    if (lines === null) store.removeItem(slot(electionId, batch));
    else store.setItem(slot(electionId, batch), JSON.stringify(lines));
  } catch {
    // Storage may be forbidden: the papers then live in the page alone.
  }
}

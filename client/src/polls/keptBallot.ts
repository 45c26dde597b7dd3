/**
 * What a ballot leaves on the reader's own device: the mark not yet sent, for as long as the tab lives, and the
 * receipts. A receipt of a confidential poll never holds the choice: only its voter knows it.
 */
export interface KeptReceipt {
  pollId: string;
  pollTitle: string;
  ballotId: string;
  recordId: string;
  castAt: string;
  acknowledgement: string;
  /** Opens the code in the public record; null in open polls. */
  nonce: string | null;
  /** Null in confidential polls. */
  choice: string | null;
}

const markSlot = (pollId: string) => `mandate.mark.${pollId}`;
const receiptSlot = (pollId: string) => `mandate.receipt.${pollId}`;

export function keptMark(store: Storage, pollId: string): string | null {
  return store.getItem(markSlot(pollId));
}

export function keepMark(store: Storage, pollId: string, choice: string | null): void {
  try {
    if (choice === null) store.removeItem(markSlot(pollId));
    else store.setItem(markSlot(pollId), choice);
  } catch {
    // Storage may be forbidden: the mark then lives in the page alone.
  }
}

/** The receipts of one poll, the newest last; a revised ballot has one for every time it was cast. */
export function keptReceipts(store: Storage, pollId: string): KeptReceipt[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(receiptSlot(pollId)) ?? '[]');
    return Array.isArray(kept) ? (kept as KeptReceipt[]) : [];
  } catch {
    return [];
  }
}

/** True where the device kept it; where not, the page says so and offers the download. */
export function keepReceipt(store: Storage, receipt: KeptReceipt): boolean {
  const before = keptReceipts(store, receipt.pollId).filter(({ ballotId }) => ballotId !== receipt.ballotId);
  try {
    store.setItem(receiptSlot(receipt.pollId), JSON.stringify([...before, receipt]));
    return true;
  } catch {
    return false;
  }
}

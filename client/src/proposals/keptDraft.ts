/** A motion being written, kept on the device with every letter, so that a lost line or a closed tab loses nothing. */
import type { ProposalKind } from '../generated/proposals/draft';

export interface Draft {
  id: string;
  kind: ProposalKind;
  title: string;
  text: string;
  payload: Record<string, unknown>;
}

const slot = (about: string) => `mandate.draft.${about}`;

export function keptDraft(store: Storage, about: string): Draft | null {
  try {
    const kept = JSON.parse(store.getItem(slot(about)) ?? 'null') as Draft | null;
    return kept && typeof kept.id === 'string' && typeof kept.text === 'string' ? kept : null;
  } catch {
    return null;
  }
}

export function keepDraft(store: Storage, about: string, draft: Draft | null): void {
  try {
    if (draft === null) store.removeItem(slot(about));
    else store.setItem(slot(about), JSON.stringify(draft));
  } catch {
    // Storage may be full or forbidden: the draft then lives in the page until it is saved at the server.
  }
}

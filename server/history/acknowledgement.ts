/**
 * What a member holds the moment a deed is done, before the entry has its place in the log: our signature over the
 * record, as a signed note of three lines. Should the entry never appear in the history, this is the evidence.
 *   mandate.acknowledgement/v1 <origin>
 *   <record id>
 *   <the acknowledged record, canonical JSON>
 * The first line can never be an origin (it holds a space), so no acknowledgement passes for a checkpoint.
 */
import type { Signer, Verifier } from './key.js';
import { parseRecord, recordBytes, recordOf, type HistoryRecord } from './leaf.js';
import { Malformed } from './malformed.js';
import { openNote, signNote } from './note.js';

export const ACKNOWLEDGEMENT_HEADER = 'mandate.acknowledgement/v1';

export interface Acknowledged {
  readonly recordId: string;
  readonly record: Buffer;
}

export function acknowledge(recordId: string, record: HistoryRecord, signer: Signer): string {
  if (recordId === '' || recordId.includes('\n')) throw new Malformed('a record id is one line');
  const text = `${ACKNOWLEDGEMENT_HEADER} ${signer.name}\n${recordId}\n${recordBytes(record).toString('utf8')}\n`;
  return signNote(text, [signer]);
}

export function verifyAcknowledgement(note: string, known: readonly Verifier[]): Acknowledged {
  const { text, signedBy } = openNote(note, known);
  const [header, recordId, record, ...rest] = text.split('\n').slice(0, -1);
  if (recordId === undefined || record === undefined || rest.length > 0) {
    throw new Malformed('an acknowledgement has three lines: header, record id, record');
  }
  if (!signedBy.some((key) => header === `${ACKNOWLEDGEMENT_HEADER} ${key.name}`)) {
    throw new Malformed('not an acknowledgement by the log that signed it');
  }
  parseRecord(record);
  return { recordId, record: Buffer.from(record, 'utf8') };
}

/** Does this leaf keep the promise: the acknowledged record with `seq` added, and nothing else changed? */
export function keepsPromise(leaf: Uint8Array | string, { record }: Acknowledged): boolean {
  return recordOf(leaf).equals(record);
}

/**
 * A checkpoint: the log's signed statement "at this size my root is this". Whoever keeps one can later show that
 * the history was, or was not, rewritten. C2SP tlog-checkpoint, https://c2sp.org/tlog-checkpoint.
 */
import { fromDecimal, hashFromBase64 } from './hash.js';
import type { Signer, Verifier } from './key.js';
import { Malformed } from './malformed.js';
import { openNote, signNote } from './note.js';

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** The origin of our logs is the name of the key that signs them. */
export function signCheckpoint(size: number, root: Buffer, signer: Signer): string {
  return signNote(checkpointText({ origin: signer.name, size, root }), [signer]);
}

/** Reads a checkpoint after verifying it: signed by one of the known keys, and that key's name is the log's origin. */
export function openCheckpoint(note: string, known: readonly Verifier[]): Checkpoint {
  const { text, signedBy } = openNote(note, known);
  const checkpoint = readCheckpoint(text);
  if (!signedBy.some((key) => key.name === checkpoint.origin)) {
    throw new Malformed(`the checkpoint is of ${checkpoint.origin}, but no key of that log signed it`);
  }
  return checkpoint;
}

function readCheckpoint(text: string): Checkpoint {
  const [origin, size, root, ...extensions] = text.split('\n').slice(0, -1);
  if (origin === undefined || size === undefined || root === undefined) {
    throw new Malformed('a checkpoint has three lines: origin, size, root');
  }
  if (origin === '' || extensions.includes('')) throw new Malformed('a checkpoint has no empty lines');
  return { origin, size: fromDecimal(size), root: hashFromBase64(root) };
}

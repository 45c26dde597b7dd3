/**
 * The receipt: one text that proves, offline and for good, that an entry stands in the history. It carries the
 * entry, the path from it to a root, and the signed checkpoint with that root.
 * C2SP tlog-proof, https://c2sp.org/tlog-proof; our extra data is the entry itself.
 */
import { openCheckpoint, type Checkpoint } from './checkpoint.js';
import { fromBase64, fromDecimal, hashFromBase64 } from './hash.js';
import type { Verifier } from './key.js';
import { Malformed } from './malformed.js';
import { leafHash, verifyInclusion } from './merkle.js';

export const PROOF_HEADER = 'c2sp.org/tlog-proof@v1';

export interface ProofParts {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly path: readonly Buffer[];
  /** The signed note, verbatim. */
  readonly checkpoint: string;
}
export interface ProvenEntry {
  readonly leaf: Buffer;
  readonly index: number;
  readonly checkpoint: Checkpoint;
}

export function proofText({ leaf, index, path, checkpoint }: ProofParts): string {
  const lines = [
    PROOF_HEADER,
    `extra ${Buffer.from(leaf).toString('base64')}`,
    `index ${index}`,
    ...path.map((hash) => hash.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** The extra data is believed only because its own hash is what the path proves. */
export function verifyProof(text: string, known: readonly Verifier[]): ProvenEntry {
  const { leaf, index, path, checkpoint: note } = readProof(text);
  const checkpoint = openCheckpoint(note, known);
  if (!verifyInclusion(leafHash(leaf), index, checkpoint.size, path, checkpoint.root)) {
    throw new Malformed(`the receipt's path does not lead from entry ${index} to the root of its checkpoint`);
  }
  return { leaf: Buffer.from(leaf), index, checkpoint };
}

function readProof(text: string): ProofParts {
  const blank = text.indexOf('\n\n');
  if (blank < 0) throw new Malformed('a receipt has a blank line before its checkpoint');
  const [header, extra, index, ...path] = text.slice(0, blank).split('\n');
  if (header !== PROOF_HEADER) throw new Malformed(`a receipt begins with ${PROOF_HEADER}`);
  return {
    leaf: fromBase64(afterWord('extra', extra)),
    index: fromDecimal(afterWord('index', index)),
    path: path.map(hashFromBase64),
    checkpoint: text.slice(blank + 2),
  };
}

function afterWord(word: string, line: string | undefined): string {
  if (line === undefined || !line.startsWith(`${word} `)) throw new Malformed(`a receipt has a line "${word} …"`);
  return line.slice(word.length + 1);
}

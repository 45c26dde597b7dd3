/**
 * One entry of the history, in two forms. The *acknowledged record* is what a deed writes in its own transaction
 * and what its doer is given a signature over at once. The *leaf* is the same with its place in the log, `seq`,
 * added a moment later when the entry is put in order. Both are canonical JSON (RFC 8785).
 */
import { canonicalBytes, isJsonObject, parseCanonical, type JsonObject } from './canonical.js';
import { isInstant } from './instant.js';
import { bodyFault, isLeafType, type BodyOf, type LeafType } from './leafTypes.js';
import { Malformed } from './malformed.js';

/** A record, its body typed by its type. */
export type HistoryRecord = {
  [T in LeafType]: { readonly at: string; readonly type: T; readonly body: BodyOf<T> };
}[LeafType];
export type Leaf = HistoryRecord & { readonly seq: number };

const VERSION = 1;

export function recordBytes({ at, type, body }: HistoryRecord): Buffer {
  checkParts({ at, type, body });
  return canonicalBytes({ v: VERSION, at, type, body });
}

export function leafBytes(seq: number, { at, type, body }: HistoryRecord): Buffer {
  checkParts({ at, type, body });
  checkSeq(seq);
  return canonicalBytes({ v: VERSION, seq, at, type, body });
}

export function parseRecord(bytes: Uint8Array | string): HistoryRecord {
  return checkParts(onlyFields(parseCanonical(bytes), ['v', 'at', 'type', 'body']));
}

export function parseLeaf(bytes: Uint8Array | string): Leaf {
  const parts = onlyFields(parseCanonical(bytes), ['v', 'seq', 'at', 'type', 'body']);
  return { ...checkParts(parts), seq: checkSeq(parts.seq) };
}

/** Gives an acknowledged record its place: the leaf differs from it by `seq` and by nothing else. */
export function sequence(record: Uint8Array | string, seq: number): Buffer {
  return leafBytes(seq, parseRecord(record));
}

/** The record a leaf was made from. */
export function recordOf(leaf: Uint8Array | string): Buffer {
  return recordBytes(parseLeaf(leaf));
}

function onlyFields(value: unknown, fields: readonly string[]): JsonObject {
  if (!isJsonObject(value)) throw new Malformed('an entry is a JSON object');
  const keys = Object.keys(value);
  if (keys.length !== fields.length || !fields.every((field) => Object.hasOwn(value, field))) {
    throw new Malformed(`an entry has exactly the fields ${fields.join(', ')}`);
  }
  if (value.v !== VERSION) throw new Malformed(`an entry of version ${VERSION} was expected`);
  return value;
}

function checkParts({ at, type, body }: Readonly<Record<string, unknown>>): HistoryRecord {
  if (!isInstant(at)) throw new Malformed(`"${String(at)}" is not a time of the form YYYY-MM-DDTHH:MM:SSZ`);
  if (!isLeafType(type)) throw new Malformed(`"${String(type)}" is not a type of entry`);
  const fault = bodyFault(type, body);
  if (fault !== null) throw new Malformed(fault);
  return { at, type, body } as HistoryRecord;
}

function checkSeq(seq: unknown): number {
  if (!Number.isSafeInteger(seq) || (seq as number) < 0) throw new Malformed('seq is a whole number');
  return seq as number;
}

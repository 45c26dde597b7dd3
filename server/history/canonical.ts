/**
 * One value, one spelling: canonical JSON, so that two people who hash the same record get the same digest.
 * RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 code unit (3.2.3), the shortest string
 * escapes (3.2.2.2), no white space (3.2.1). Narrower than the RFC on purpose: numbers are integers of
 * magnitude below 2^53, because nothing the federation decides may rest on a float.
 */
import { Malformed } from './malformed.js';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Deeper than any record here; a bound keeps hostile input from exhausting the stack. */
const MAX_DEPTH = 64;

export function canonicalText(value: unknown): string {
  return write(value, 0);
}

export function canonicalBytes(value: unknown): Buffer {
  return Buffer.from(canonicalText(value), 'utf8');
}

/** Reads bytes that must already be canonical: any other spelling of the same value is refused. */
export function parseCanonical(source: Uint8Array | string): Json {
  const text = typeof source === 'string' ? source : utf8(source);
  const value = parseJson(text);
  if (canonicalText(value) !== text) {
    throw new Malformed('not canonical JSON (RFC 8785): the same value has another spelling');
  }
  return value;
}

export function isJsonObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new Malformed(`JSON nested deeper than ${MAX_DEPTH} levels`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') return writeInteger(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]`;
  if (isJsonObject(value)) return writeObject(value, depth);
  throw new Malformed(`canonical JSON has no form for ${typeof value}`);
}

/** RFC 8785 3.2.3; JavaScript's default sort compares UTF-16 code units, which is what the RFC asks for. */
function writeObject(value: JsonObject, depth: number): string {
  const members = Object.keys(value)
    .sort()
    .map((key) => `${writeString(key)}:${write(value[key], depth + 1)}`);
  return `{${members.join(',')}}`;
}

/** RFC 8785 3.2.2.2 is ECMAScript's own escaping, save that half a surrogate pair is an error (I-JSON). */
function writeString(value: string): string {
  if (!value.isWellFormed()) throw new Malformed('a string holds half of a surrogate pair');
  return JSON.stringify(value);
}

/** RFC 8785 3.2.2.3, restricted to integers that every JSON reader holds exactly; minus zero is 0. */
function writeInteger(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Malformed(`${value} is not an integer below 2^53`);
  return JSON.stringify(value);
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Malformed('not valid UTF-8');
  }
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Malformed('not JSON');
  }
}

/** SHA-256 (FIPS 180-4), the one hash of the history, and the strict spellings of bytes as hex and base64. */
import { createHash } from 'node:crypto';
import { Malformed } from './malformed.js';

export const HASH_SIZE = 32;

export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function sha256Hex(...parts: readonly (Uint8Array | string)[]): string {
  return sha256(...parts).toString('hex');
}

/** RFC 4648 section 4, padded; Node's own reader skips what it does not know, so spell the bytes back and compare. */
export function fromBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new Malformed(`"${text}" is not standard base64 (RFC 4648)`);
  return bytes;
}

export function hashFromBase64(text: string): Buffer {
  const bytes = fromBase64(text);
  if (bytes.length !== HASH_SIZE) throw new Malformed(`"${text}" is not a hash of ${HASH_SIZE} bytes`);
  return bytes;
}

/** A whole number in ASCII decimal without leading zeroes, as the C2SP documents write sizes and indexes. */
export function fromDecimal(text: string): number {
  const value = Number(text);
  if (!/^(0|[1-9][0-9]*)$/.test(text) || !Number.isSafeInteger(value)) {
    throw new Malformed(`"${text}" is not a whole number without leading zeroes`);
  }
  return value;
}

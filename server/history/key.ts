/**
 * The log's signing key, in the text forms other transparency-log tools read (C2SP signed-note, "Ed25519
 * signatures"; golang.org/x/mod/sumdb/note for the two text encodings):
 *   public   name+hex(key id)+base64(0x01 || 32-byte public key)
 *   private  PRIVATE+KEY+name+hex(key id)+base64(0x01 || 32-byte seed)
 * Ed25519 itself is RFC 8032, by node:crypto.
 */
import { createPrivateKey, createPublicKey, randomBytes, sign, verify, type KeyObject } from 'node:crypto';
import { fromBase64, sha256 } from './hash.js';
import { Malformed } from './malformed.js';

/** C2SP signed-note, "Signature types": 0x01 is Ed25519. */
const ED25519 = Uint8Array.of(1);
const KEY_SIZE = 32;
/** RFC 8410: the fixed DER that stands before a raw Ed25519 seed (PKCS #8) or public key (SPKI). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export interface Verifier {
  readonly name: string;
  /** The first four bytes of SHA-256(name || 0x0A || 0x01 || public key). */
  readonly keyId: Buffer;
  readonly vkey: string;
  verify(text: string, signature: Uint8Array): boolean;
}
export interface Signer extends Verifier {
  sign(text: string): Buffer;
}

export function verifierFromVkey(vkey: string): Verifier {
  const { name, keyId, key } = splitKey(vkey);
  const verifier = verifierFromPublic(name, key);
  if (!verifier.keyId.equals(keyId)) throw new Malformed(`the key id in "${vkey}" is not that of its key`);
  return verifier;
}

export function signerFromPrivate(text: string): Signer {
  const start = 'PRIVATE+KEY+';
  if (!text.startsWith(start)) throw new Malformed(`a private log key begins with ${start}`);
  const { name, keyId, key } = splitKey(text.slice(start.length));
  const signer = signerFromSeed(name, key);
  if (!signer.keyId.equals(keyId)) throw new Malformed('the key id of the private log key is not that of its key');
  return signer;
}

/** A new private log key in its text form, to be kept in the deployment's secret settings. */
export function newPrivateKey(name: string): string {
  const seed = randomBytes(KEY_SIZE);
  const { keyId } = signerFromSeed(name, seed);
  return `PRIVATE+KEY+${name}+${keyId.toString('hex')}+${Buffer.concat([ED25519, seed]).toString('base64')}`;
}

export function signerFromSeed(name: string, seed: Uint8Array): Signer {
  if (seed.length !== KEY_SIZE) throw new Malformed(`an Ed25519 seed has ${KEY_SIZE} bytes`);
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  const verifier = verifierFromPublic(name, spki.subarray(SPKI_PREFIX.length));
  return { ...verifier, sign: (text) => sign(null, Buffer.from(text, 'utf8'), secret) };
}

function verifierFromPublic(name: string, key: Uint8Array): Verifier {
  checkName(name);
  if (key.length !== KEY_SIZE) throw new Malformed(`an Ed25519 public key has ${KEY_SIZE} bytes`);
  const typed = Buffer.concat([ED25519, key]);
  const keyId = sha256(name, '\n', typed).subarray(0, 4);
  const publicKey: KeyObject = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, key]),
    format: 'der',
    type: 'spki',
  });
  return {
    name,
    keyId,
    vkey: `${name}+${keyId.toString('hex')}+${typed.toString('base64')}`,
    verify: (text, signature) => verify(null, Buffer.from(text, 'utf8'), publicKey, signature),
  };
}

/** C2SP signed-note: a key name is not empty and holds neither Unicode spaces nor a plus. */
export function checkName(name: string): void {
  if (name === '' || /[\s+\p{White_Space}\p{Cc}]/u.test(name) || !name.isWellFormed()) {
    throw new Malformed(`"${name}" cannot name a log: it must not be empty nor hold a space or a plus`);
  }
}

function splitKey(text: string): { name: string; keyId: Buffer; key: Buffer } {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(text);
  if (match === null) throw new Malformed(`"${text}" is not a log key: expected name+key id+base64`);
  const [, name, hexId, encoded] = match as unknown as [string, string, string, string];
  const typed = fromBase64(encoded);
  if (typed[0] !== ED25519[0]) throw new Malformed(`the log key of ${name} is not an Ed25519 key`);
  return { name, keyId: Buffer.from(hexId, 'hex'), key: typed.subarray(1) };
}

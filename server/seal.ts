// Secrets that a body entrusts to the server (its key for card payments), kept so that a copy of the database alone
// does not give them away: AES-256-GCM (NIST SP 800-38D) under a key that lies outside the database.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Env } from './env.js';
import { Obstacle } from './obstacle.js';

export interface Seal {
  /** `about` is what the secret belongs to: sealed for one thing it does not open for another. */
  close(secret: string, about: string): Buffer;
  /** Throws where the key is another, the bytes were changed, or they were sealed for something else. */
  open(sealed: Uint8Array, about: string): string;
}

const NONCE = 12;
const TAG = 16;

export function makeSeal(key: Uint8Array): Seal {
  return {
    close(secret, about) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, body, cipher.getAuthTag()]);
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(-TAG));
      return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}

/** Under the key of SECRETS_KEY; or where that is not set, one made at first need and kept beside the data. */
export function openSeal(env: Pick<Env, 'SECRETS_KEY' | 'DATA_DIR'>): Seal {
  let seal: Seal | undefined;
  const opened = () => (seal ??= makeSeal(keyOf(env)));
  return { close: (...given) => opened().close(...given), open: (...given) => opened().open(...given) };
}

function keyOf({ SECRETS_KEY, DATA_DIR }: Pick<Env, 'SECRETS_KEY' | 'DATA_DIR'>): Buffer {
  if (SECRETS_KEY) return Buffer.from(SECRETS_KEY, 'base64');
  const file = path.join(DATA_DIR, 'secrets.key');
  mkdirSync(DATA_DIR, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== 32) throw new Obstacle(`${file} should hold 32 bytes in base64: restore it from your backup.`);
  return key;
}

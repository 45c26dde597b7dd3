// Passwords are kept as Argon2id hashes in the usual PHC form, which carries its own parameters, so that they can
// be raised later: a hash made with others is made anew the next time its owner signs in.
import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { refuse } from '../errors.js';
import { limits } from '../../schema/limits.js';

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

interface Cost {
  memory: number;
  passes: number;
  parallelism: number;
}

/** 19 MiB and two passes: about 40 ms here, a heavy price for a guesser. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const saltLength = 16;
const tagLength = 32;

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** The same password typed on two keyboards may differ in its bytes; one form is hashed. */
const message = (password: string) => Buffer.from(password.normalize('NFKC'));

export async function hashPassword(password: string, at: Cost = cost): Promise<string> {
  const nonce = randomBytes(saltLength);
  const tag = await derive('argon2id', { message: message(password), nonce, tagLength, ...at });
  return `$argon2id$v=19$m=${at.memory},t=${at.passes},p=${at.parallelism}$${base64(nonce)}$${base64(tag)}`;
}

interface Stored {
  cost: Cost;
  nonce: Buffer;
  tag: Buffer;
}

function readHash(hash: string): Stored | null {
  const [, memory, passes, parallelism, nonce, tag] = phc.exec(hash) ?? [];
  if (!tag || !nonce) return null;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

/** Whether the password belongs to the hash. Without a hash the same work is done and the answer is no. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const stored = hash === null ? null : readHash(hash);
  const { cost: at, nonce, tag } = stored ?? { cost, nonce: randomBytes(saltLength), tag: randomBytes(tagLength) };
  const tried = await derive('argon2id', { message: message(password), nonce, tagLength: tag.length, ...at });
  return timingSafeEqual(tried, tag) && stored !== null;
}

/** Whether a hash was made with other parameters than those of today. */
export function isDated(hash: string): boolean {
  const at = readHash(hash)?.cost;
  return (
    at === undefined || at.memory !== cost.memory || at.passes !== cost.passes || at.parallelism !== cost.parallelism
  );
}

/** Length is all that is asked of a password. */
export function judgePassword(password: string): void {
  const { passwordAtLeast: atLeast, passwordAtMost: atMost } = limits;
  const length = [...password].length;
  if (length < atLeast) {
    refuse('PASSWORD_SHORT', `A password has at least ${atLeast} characters; a few words together are good.`, {
      field: 'password',
      values: { atLeast },
    });
  }
  if (length > atMost)
    refuse('PASSWORD_LONG', `A password has at most ${atMost} characters.`, { field: 'password', values: { atMost } });
}

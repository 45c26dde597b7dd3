// A stream of bytes that must be UTF-8; the first line that is not is named.
import type { Hash } from 'node:crypto';
import { Transform } from 'node:stream';

export class NotUtf8 extends Error {
  constructor(readonly line: number) {
    super('not UTF-8');
  }
}

/** Passes the bytes on unchanged, and into the digest. */
export function asUtf8(digest: Hash): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  const look = (chunk: Buffer, last: boolean): Error | null => {
    try {
      decoder.decode(chunk, { stream: !last });
    } catch {
      return new NotUtf8(line + linesBeforeFault(chunk));
    }
    for (const byte of chunk) if (byte === 10) line += 1;
    return null;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      done(look(chunk, false), chunk);
    },
    flush(done) {
      done(look(Buffer.alloc(0), true));
    },
  });
}

/** How many line ends stand before the first byte that no UTF-8 text has there. */
function linesBeforeFault(chunk: Buffer): number {
  const text = chunk.toString('utf8');
  const fault = text.indexOf('\ufffd', chunk[0]! >= 0x80 && chunk[0]! < 0xc0 ? 1 : 0);
  return text.slice(0, fault < 0 ? text.length : fault).split('\n').length - 1;
}

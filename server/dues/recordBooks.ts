// The trace that a deed of dues leaves in the public history. It is the same for all of them, a payment or a private
// excuse: that books were kept, and the hash of the transfer, by which the history vouches for the whole chain before it
// (who booked it is part of what that hash was taken of). Where nothing was booked the digest is drawn at random.
import { randomBytes } from 'node:crypto';
import type { Deed } from '../command.js';
import type { DeedName } from '../policy/table.js';

export async function recordBooks<Name extends DeedName>(deed: Deed<Name>, hash: Buffer | null): Promise<void> {
  await deed.recordAs('deed', booksKept(hash));
}

export const booksKept = (hash: Buffer | null) => ({
  name: 'keepBooks',
  subject: null,
  actor: null,
  digest: (hash ?? randomBytes(32)).toString('hex'),
});

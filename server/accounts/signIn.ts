// Signing in with a mail address and a password. Whether the address is unknown, has no password or has another
// one, the answer is the same, and so is the work done for it.
import { command } from '../command.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { readEmail } from './email.js';
import { hashPassword, isDated, isPassword } from './password.js';
import { countTry, forgetTries } from './rateLimits.js';
import { beginSession } from './session.js';

export interface SignIn {
  email: string;
  password: string;
}

const wrong = () => refuse('WRONG_PASSWORD', 'The mail address and the password do not belong together.');

export async function signIn(context: Context, { email: given, password }: SignIn): Promise<{ personId: string }> {
  const email = readEmail(given);
  await countTry(context, 'signIn', email);
  const known = await context.db
    .selectFrom('person')
    .leftJoin('person_password', 'person_password.person_id', 'person.id')
    .select(['person.id', 'person_password.hash'])
    .where('person.email', '=', email)
    .executeTakeFirst();
  const hash = known?.hash ?? null;
  if (!(await isPassword(password, hash)) || !known || hash === null) return wrong();
  const fresh = isDated(hash) ? await hashPassword(password) : hash;
  const answer = await enter(context, { personId: known.id, hash, fresh });
  await forgetTries(context, 'signIn', email);
  return answer;
}

/** The password was judged before the transaction, for it takes long; it must still be the one judged. */
const enter = command(
  'signIn',
  async (deed, { personId, hash, fresh }: { personId: string; hash: string; fresh: string }) => {
    deed.authorize({});
    const same = await deed.db
      .updateTable('person_password')
      .set({ hash: fresh })
      .where('person_id', '=', personId)
      .where('hash', '=', hash)
      .returning('person_id')
      .executeTakeFirst();
    if (!same) wrong();
    await beginSession(deed, personId);
    return { personId };
  },
);

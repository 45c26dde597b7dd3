// Signing out here, or on every device at once.
import { command } from '../command.js';
import { endSessions } from './session.js';

export const signOut = command('signOut', async (deed, { everywhere }: { everywhere: boolean }) => {
  const { personId } = deed.actor;
  deed.authorize({});
  const { context, db } = deed;
  const here = context.session.tokenHash;
  const ended = everywhere
    ? await endSessions(db, personId)
    : Number((await db.deleteFrom('session').where('token_hash', '=', here!).executeTakeFirst()).numDeletedRows);
  deed.afterCommit(() => {
    context.session.clear();
    context.session.tokenHash = null;
    context.actor = null;
  });
  return { ended };
});

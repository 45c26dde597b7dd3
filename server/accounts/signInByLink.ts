// Signing in with the link from a mail.
import { command } from '../command.js';
import { beginSession } from './session.js';
import { spendLink } from './signInLink.js';

export const signInByLink = command('signInByLink', async (deed, { token }: { token: string }) => {
  deed.authorize({});
  const personId = await spendLink(deed.db, token);
  await beginSession(deed, personId);
  return { personId };
});

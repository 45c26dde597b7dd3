// Asking for a link by mail. The answer is the same, and comes as late, whether the address is known or not.
import { command } from '../command.js';
import type { Context } from '../context.js';
import { writeMail } from '../notices/mailTexts.js';
import { post } from '../notices/post.js';
import { readEmail } from './email.js';
import { inEqualTime } from './equalTime.js';
import { countTry } from './rateLimits.js';
import { makeLink } from './signInLink.js';

export async function requestSignInLink(
  context: Context,
  { email: given }: { email: string },
): Promise<{ email: string }> {
  const email = readEmail(given);
  await countTry(context, 'link', email);
  return inEqualTime(() => sendLink(context, { email }));
}

const sendLink = command('requestSignInLink', async (deed, { email }: { email: string }) => {
  deed.authorize({});
  const person = await deed.db
    .selectFrom('person')
    .select(['id', 'display_name as name', 'locale'])
    .where('email', '=', email)
    .executeTakeFirst();
  if (person) {
    const link = await makeLink(deed.db, deed.context.services.publicUrl, { id: person.id, email });
    await post(deed, writeMail('signIn', email, person.locale, { name: person.name, link }));
  }
  return { email };
});

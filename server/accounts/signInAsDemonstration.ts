// In a demonstration anyone may become one of its invented people, and only of those on its list.
import { command } from '../command.js';
import type { Context } from '../context.js';
import { notFound } from '../errors.js';
import { countTry } from './rateLimits.js';
import { beginSession } from './session.js';

export async function signInAsDemonstration(
  context: Context,
  input: { personId: string },
): Promise<{ personId: string }> {
  await countTry(context, 'demonstration', input.personId);
  return enter(context, input);
}

const enter = command('signInAsDemonstration', async (deed, { personId }: { personId: string }) => {
  deed.authorize({ demo: deed.context.services.env.DEMO === true });
  const listed = await deed.db
    .selectFrom('demonstration_person')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!listed) throw notFound('person of the demonstration');
  await beginSession(deed, personId);
  return { personId };
});

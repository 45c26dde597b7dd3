// The answer to a request for a waiver, to an address that is known to be the member's own.
import { writeMail } from '../notices/mailTexts.js';
import { post, type Posting } from '../notices/post.js';

export async function mailWaiver(
  deed: Posting,
  personId: string,
  bodyId: string,
  answer: { until: string } | { words: string },
): Promise<void> {
  const person = await deed.db
    .selectFrom('person')
    .innerJoin('body', (join) => join.on('body.id', '=', bodyId))
    .select(['display_name as name', 'email', 'locale', 'body.name as body'])
    .where('person.id', '=', personId)
    .where('email_proved_at', 'is not', null)
    .executeTakeFirst();
  if (!person?.email) return;
  const { email, locale, name, body } = person;
  await post(
    deed,
    'until' in answer
      ? writeMail('waiverGranted', email, locale, { name, body, until: answer.until })
      : writeMail('waiverDeclined', email, locale, { name, body, words: answer.words }),
  );
}

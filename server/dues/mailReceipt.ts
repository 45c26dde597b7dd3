// A receipt by mail, to whoever paid and has shown that the address is theirs.
import { sql } from 'kysely';
import { writeMail } from '../notices/mailTexts.js';
import { post, type Posting } from '../notices/post.js';
import { writeAmount } from './money.js';

export async function mailReceipt(deed: Posting, paymentId: string): Promise<void> {
  const paid = await deed.db
    .selectFrom('dues_payment as p')
    .innerJoin('membership as m', 'm.id', 'p.membership_id')
    .innerJoin('person', 'person.id', 'm.person_id')
    .innerJoin('body as b', 'b.id', 'p.body_id')
    .select([
      'person.email',
      'person.locale',
      'person.display_name as name',
      'b.name as body',
      'p.number',
      'p.amount',
      'p.currency',
    ])
    .select(sql<string>`p.received_on::text`.as('receivedOn'))
    .where('p.id', '=', paymentId)
    .where('person.email_proved_at', 'is not', null)
    .executeTakeFirst();
  if (!paid?.email) return;
  const { email, locale, name, body, number, amount, currency, receivedOn } = paid;
  const sum = `${writeAmount(BigInt(amount), currency)} ${currency}`;
  await post(
    deed,
    writeMail('duesReceipt', email, locale, { name, body, number: String(number), sum, day: receivedOn }),
  );
}

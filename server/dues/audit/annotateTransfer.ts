// An Auditor writes beside a transfer what was looked at and found. What was written stays.
import { command } from '../../command.js';
import { notFound } from '../../errors.js';
import { readWords } from '../../text.js';

export interface AnnotateTransfer {
  /** Becomes the id of the note. */
  id: string;
  bodyId: string;
  number: number;
  text: string;
}

export const annotateTransfer = command('annotateTransfer', async (deed, input: AnnotateTransfer) => {
  const { db, actor } = deed;
  const { id, bodyId, number } = input;
  deed.authorize({ bodyId });
  const text = readWords(input.text, 'text', 2000);
  const transfer = await db
    .selectFrom('ledger_transfer')
    .select('number')
    .where('body_id', '=', bodyId)
    .where('number', '=', number.toString())
    .executeTakeFirst();
  if (!transfer) throw notFound('transfer');
  await db
    .insertInto('transfer_note')
    .values({ id, body_id: bodyId, number, text, by_person_id: actor.personId })
    .execute();
  await deed.record(id, text);
  return { bodyId, number };
});

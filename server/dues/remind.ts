// A kind word to members whose dues are open, on the days the rule book names. Each charge is recalled once a step; of
// several steps or charges that have come due together one mail speaks.
import { sql } from 'kysely';
import type { Context } from '../context.js';
import type { Database } from '../database/database.js';
import { inTransaction } from '../database/transaction.js';
import { writeMail } from '../notices/mailTexts.js';
import { post } from '../notices/post.js';
import { writeAmount } from './money.js';
import { membersOwing, type Owing } from './openDues.reads.js';
import { bookDay } from './days.js';

export async function remind(context: Context): Promise<void> {
  const today = await bookDay(context.db);
  for (const { owing, rules } of await membersOwing(context.db)) {
    const steps = owing.charges.flatMap(({ id, daysOpen }) =>
      rules.dues.reminderDays.flatMap((after, i) => (daysOpen >= after ? [{ charge_id: id, step: i + 1 }] : [])),
    );
    if (steps.length > 0) await remindOf(context, owing, steps, today);
  }
}

async function remindOf(
  context: Context,
  owing: Owing,
  steps: { charge_id: string; step: number }[],
  today: string,
): Promise<void> {
  const after: (() => Promise<void>)[] = [];
  await inTransaction(context.em, async (_em, db) => {
    if (!(await areNew(db, steps)) || owing.email === null) return;
    const { email, locale, name, bodyName: body, goodUntil } = owing;
    const mail = writeMail('duesReminder', email, locale, {
      name,
      body,
      sum: sumOf(owing),
      goodUntil: goodUntil >= today ? goodUntil : null,
      address: `${context.services.publicUrl}/dues`,
    });
    await post({ db, context, afterCommit: (work) => void after.push(work) }, mail);
  });
  for (const work of after) await work();
}

async function areNew(db: Database, steps: { charge_id: string; step: number }[]): Promise<boolean> {
  const written = await db
    .insertInto('dues_reminder')
    .values(steps.map((one) => ({ ...one, at: sql<Date>`clock_timestamp()` })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('step')
    .execute();
  return written.length > 0;
}

/** "28.00 USD", or several sums joined. */
export const sumOf = ({ open }: Owing): string =>
  open.map(({ currency, amount }) => `${writeAmount(BigInt(amount), currency)} ${currency}`).join(' + ');

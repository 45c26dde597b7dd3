// Where the rule book says so, a membership lapses when dues have been open for long. It rests, it does not end: it is
// restored on the day they are paid (restoreLapsed).
import type { Context } from '../context.js';
import { inTransaction } from '../database/transaction.js';
import { canonicalText } from '../history/canonical.js';
import { sha256Hex } from '../history/hash.js';
import { writeRecord } from '../history/record.js';
import { endAllOffices } from '../membership/endOffices.js';
import { writeEvent } from '../membership/events.js';
import { writeMail } from '../notices/mailTexts.js';
import { post } from '../notices/post.js';
import { membersOwing, type Owing } from './openDues.reads.js';
import { sumOf } from './remind.js';

export async function lapseOwing(context: Context): Promise<void> {
  const late = (await membersOwing(context.db)).filter(
    ({ owing, rules }) =>
      owing.state === 'ACTIVE' && rules.dues.lapseDays !== null && owing.daysOpen > rules.dues.lapseDays,
  );
  for (const { owing } of late) await lapse(context, owing);
  if (late.length > 0) context.services.sequencer.nudge();
}

async function lapse(context: Context, owing: Owing): Promise<void> {
  const after: (() => Promise<void>)[] = [];
  await inTransaction(context.em, async (_em, db) => {
    const { membershipId, personId, bodyId, since } = owing;
    // What was paid in this very moment is paid: asked again under the lock of the row that a payment writes.
    const lapsed = await db
      .updateTable('membership')
      .set({ state: 'LAPSED', transfer_to_id: null })
      .where('id', '=', membershipId)
      .where('state', '=', 'ACTIVE')
      .where((is) =>
        is.exists(
          is
            .selectFrom('dues_charge')
            .select('id')
            .where('person_id', '=', personId)
            .where('due_on', '=', since)
            .whereRef('settled', '<', 'amount'),
        ),
      )
      .executeTakeFirst();
    if (lapsed.numUpdatedRows === 0n) return;
    await endAllOffices(db, personId);
    await writeEvent(
      db,
      { what: 'LAPSED', bodyId, fromBodyId: null },
      { membershipId, byPersonId: null, reason: null },
    );
    await writeRecord(db, 'deed', {
      name: 'lapseMembership',
      subject: membershipId,
      actor: null,
      digest: sha256Hex(canonicalText(null)),
    });
    if (owing.email === null) return;
    const { email, locale, name, bodyName: body } = owing;
    const address = `${context.services.publicUrl}/dues`;
    await post(
      { db, context, afterCommit: (work) => void after.push(work) },
      writeMail('duesLapsed', email, locale, { name, body, sum: sumOf(owing), address }),
    );
  });
  for (const work of after) await work();
}

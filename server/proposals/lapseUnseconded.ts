// The clock lets go of motions that did not find their seconds in time. It may run twice or late: each motion is
// asked for again under its lock.
import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { Context } from '../context.js';
import { clockOf } from '../database/instants.js';
import { inTransaction } from '../database/transaction.js';
import { canonicalText } from '../history/canonical.js';
import { sha256Hex } from '../history/hash.js';
import { writeRecord } from '../history/record.js';
import { Proposal } from './Proposal.js';

/** How many lapsed. */
export async function lapseUnseconded(context: Context): Promise<number> {
  const late = await context.db
    .selectFrom('proposal')
    .select('id')
    .where('state', '=', 'SUBMITTED')
    .where('second_by', '<=', sql<Date>`now()`)
    .orderBy('second_by')
    .execute();
  let lapsed = 0;
  for (const { id } of late) if (await lapse(context, id)) lapsed++;
  if (lapsed > 0) context.services.sequencer.nudge();
  return lapsed;
}

function lapse(context: Context, id: string): Promise<boolean> {
  return inTransaction(context.em, async (em, db) => {
    const motion = await em.findOneOrFail(Proposal, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (motion.state !== 'SUBMITTED') return false;
    motion.lapse(await clockOf(db));
    await em.flush();
    await writeRecord(db, 'deed', {
      name: 'lapseUnseconded',
      subject: id,
      actor: null,
      digest: sha256Hex(canonicalText(null)),
    });
    return true;
  });
}

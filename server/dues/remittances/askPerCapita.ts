// The Treasurer of a body above asks a Local Group that collects in cash for its per capita, by head-count of today.
// Nothing is booked until the group's own Treasurer agrees.
import { command } from '../../command.js';
import { refuse } from '../../errors.js';
import { lockBooks } from '../ledger.js';
import { countHeads, mustNotBeShared } from './perCapita.js';

export interface AskPerCapita {
  /** Becomes the id of the statement. */
  id: string;
  /** The Local Group. */
  bodyId: string;
  /** Who asks. */
  toBodyId: string;
}

export const askPerCapita = command('askPerCapita', async (deed, { id, bodyId, toBodyId }: AskPerCapita) => {
  const { db, actor } = deed;
  deed.authorize({ bodyId: toBodyId });
  const { rate, ...counted } = await countHeads(db, bodyId, toBodyId);
  await lockBooks(db, bodyId);
  await mustNotBeShared(db, bodyId, toBodyId, counted);
  const { periodFrom, periodUntil, countedOn, members, currency } = counted;
  const asked = await db
    .selectFrom('per_capita')
    .select('id')
    .where('body_id', '=', bodyId)
    .where('to_body_id', '=', toBodyId)
    .where('currency', '=', currency)
    .where('period_from', '=', periodFrom)
    .where('state', 'in', ['ASKED', 'AGREED'])
    .executeTakeFirst();
  if (asked)
    refuse('ASKED_ALREADY', 'The per capita of this period was asked of that group before.', {
      rule: 'dues',
      field: 'bodyId',
    });
  await db
    .insertInto('per_capita')
    .values({
      id,
      body_id: bodyId,
      to_body_id: toBodyId,
      counted_on: countedOn,
      period_from: periodFrom,
      period_until: periodUntil,
      members,
      currency,
      rate,
      amount: rate * BigInt(members),
      asked_by_id: actor.personId,
    })
    .execute();
  await deed.record(id, { bodyId, toBodyId, members });
  return { perCapitaId: id };
});

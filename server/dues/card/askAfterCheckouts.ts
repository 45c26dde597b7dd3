// Messages of the card company can be lost. What has been open for a while is asked after by the clock, until the company
// itself has given it up.
import { sql } from 'kysely';
import type { Context } from '../../context.js';
import { cardAccountOf } from './cardAccounts.js';
import { settleCheckout } from './settleCheckout.js';

/** The company keeps a page open for a day; a bank debit may take a fortnight. */
export async function askAfterCheckouts(context: Context): Promise<void> {
  const { db, services } = context;
  const { rows } = await sql<{ id: string; bodyId: string; sessionId: string }>`
    select id, body_id as "bodyId", session_id as "sessionId" from card_checkout
    where state in ('OPEN', 'PROCESSING') and session_id is not null
      and at between clock_timestamp() - interval '20 days' and clock_timestamp() - interval '15 minutes'
    order by at limit 500`.execute(db);
  for (const { id, bodyId, sessionId } of rows) {
    try {
      const card = await cardAccountOf(db, services, bodyId);
      if (card) await settleCheckout(context, id, await card.account.readCheckout(sessionId), null);
    } catch (error) {
      services.log.warn({ err: error, checkout: id }, 'a card payment could not be asked after; it will be again');
    }
  }
}

// A member goes to pay by card: we write down what for, and the card company opens the page that takes the card.
import { command } from '../../command.js';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { memberPaying, mustOweDues } from '../memberPaying.js';
import { readAmount } from '../money.js';
import { cardAccountOf } from './cardAccounts.js';

export interface PayByCard {
  /** Becomes the id of the checkout; sent again it leads to the same page. */
  id: string;
  membershipId: string;
  amount: string;
  currency: string;
}

export const payByCard = command('payByCard', async (deed, { id, membershipId, currency, ...given }: PayByCard) => {
  const { db, context } = deed;
  const member = await memberPaying(db, membershipId);
  deed.authorize({ personId: member.personId });
  mustOweDues(member);
  const amount = readAmount(given.amount, currency);
  if (!(await cardAccountOf(db, context.services, member.bodyId))) takesNoCards();
  await db
    .insertInto('card_checkout')
    .values({ id, body_id: member.bodyId, membership_id: membershipId, currency, amount })
    .execute();
  return { checkoutId: id };
});

function takesNoCards(): never {
  refuse('NO_CARDS', 'This group takes no cards. Pay by transfer or to its Treasurer.', { rule: 'dues' });
}

/**
 * The address of the card company's page for a checkout. Asked outside any transaction, since the answer may take
 * seconds; asked again, the company answers with the same page.
 */
export async function cardPageOf({ db, services }: Context, checkoutId: string): Promise<string> {
  const checkout = await db
    .selectFrom('card_checkout')
    .innerJoin('body', 'body.id', 'card_checkout.body_id')
    .select(['card_checkout.body_id as bodyId', 'currency', 'amount', 'card_checkout.state', 'body.name'])
    .where('card_checkout.id', '=', checkoutId)
    .executeTakeFirstOrThrow();
  if (checkout.state === 'PAID') refuse('ALREADY_PAID', 'This payment has arrived.', { rule: 'dues' });
  const card = await cardAccountOf(db, services, checkout.bodyId);
  if (!card) takesNoCards();
  const { sessionId, url } = await card.account
    .openCheckout({
      id: checkoutId,
      amount: BigInt(checkout.amount),
      currency: checkout.currency,
      // On the payer's statement of account: what kind of body it is, is nobody's business.
      description: 'Membership',
      returnTo: `${services.publicUrl}/dues`,
    })
    .catch((error: unknown) => {
      services.log.warn({ err: error }, 'the card company could not be asked');
      return refuse('CARD_COMPANY_AWAY', 'The card company cannot be reached. Nothing was paid; try again later.');
    });
  await db
    .updateTable('card_checkout')
    .set({ session_id: sessionId })
    .where('id', '=', checkoutId)
    .where('session_id', 'is', null)
    .execute();
  return url;
}

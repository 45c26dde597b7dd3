// A body's own account with the card company: the keys it was given there, sealed before they are kept.
import { command } from '../../command.js';
import type { Services } from '../../context.js';
import type { Database } from '../../database/database.js';
import { refuse } from '../../errors.js';
import { recordBooks } from '../recordBooks.js';
import { stripeAccount, type CardAccount } from './stripe.js';

export interface SetCardAccount {
  idempotencyKey: string;
  bodyId: string;
  /** `sk_live_…` or `rk_live_…`; a restricted key that may write Checkout Sessions and read charges is enough. */
  secretKey: string;
  /** `whsec_…`, of the endpoint whose address is this server's. */
  webhookSecret: string;
}

const about = (bodyId: string, what: string) => `card/${bodyId}/${what}`;

export const setCardAccount = command('setCardAccount', async (deed, input: SetCardAccount) => {
  const { db, actor, context } = deed;
  const { bodyId } = input;
  deed.authorize({ bodyId });
  const { seal } = context.services;
  const [secretKey, webhookSecret] = [input.secretKey.trim(), input.webhookSecret.trim()];
  if (!/^(sk|rk)_(live|test)_\w{4,250}$/.test(secretKey)) notAKey('secretKey', 'sk_');
  if (!/^whsec_[\w+/=]{4,250}$/.test(webhookSecret)) notAKey('webhookSecret', 'whsec_');
  const sealed = {
    secret_key: seal.close(secretKey, about(bodyId, 'secret')),
    webhook_secret: seal.close(webhookSecret, about(bodyId, 'webhook')),
    by_person_id: actor.personId,
  };
  await db
    .insertInto('card_account')
    .values({ body_id: bodyId, ...sealed })
    .onConflict((conflict) => conflict.column('body_id').doUpdateSet(sealed))
    .execute();
  await recordBooks(deed, null);
  return { bodyId };
});

export const removeCardAccount = command(
  'removeCardAccount',
  async (deed, { bodyId }: { idempotencyKey: string; bodyId: string }) => {
    deed.authorize({ bodyId });
    await deed.db.deleteFrom('card_account').where('body_id', '=', bodyId).execute();
    await recordBooks(deed, null);
    return { bodyId };
  },
);

function notAKey(field: string, begins: string): never {
  refuse('CARD_KEY_UNFIT', `That is not such a key: one that begins with ${begins} was expected.`, { field });
}

export const webhookUrl = ({ publicUrl }: Services, bodyId: string): string => `${publicUrl}/webhooks/stripe/${bodyId}`;

/** Whether each body takes cards. */
export const cardAccountsOf = async (db: Database, bodyIds: readonly string[]): Promise<boolean[]> => {
  const kept = await db.selectFrom('card_account').select('body_id').where('body_id', 'in', bodyIds).execute();
  return bodyIds.map((id) => kept.some(({ body_id }) => body_id === id));
};

/** The account as it can be spoken to; null where the body takes no cards. */
export async function cardAccountOf(
  db: Database,
  { seal, env }: Services,
  bodyId: string,
): Promise<{ account: CardAccount; webhookSecret: string } | null> {
  const kept = await db.selectFrom('card_account').selectAll().where('body_id', '=', bodyId).executeTakeFirst();
  if (!kept) return null;
  return {
    account: stripeAccount(seal.open(kept.secret_key, about(bodyId, 'secret')), env.STRIPE_URL ?? null),
    webhookSecret: seal.open(kept.webhook_secret, about(bodyId, 'webhook')),
  };
}

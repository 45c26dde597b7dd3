// Money asked for, about to be decided: loaded under its lock.
import { sql } from 'kysely';
import type { Database } from '../../database/database.js';
import type { SpendingStateWord } from '../../database/treasuryTables.js';
import { notFound, refuse } from '../../errors.js';

export interface Spending {
  id: string;
  bodyId: string;
  authorityId: string | null;
  authorId: string;
  words: string;
  currency: string;
  amount: bigint;
  fund: string | null;
  paidFrom: 'CASH' | 'BANK';
  bank: string;
  state: SpendingStateWord;
}

export async function findSpending(db: Database, id: string): Promise<{ bodyId: string; authorId: string }> {
  const found = await db
    .selectFrom('spending')
    .select(['body_id as bodyId', 'author_id as authorId'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw notFound('spending');
  return found;
}

export async function lockProposed(db: Database, id: string): Promise<Spending> {
  const { amount, ...row } = await db
    .selectFrom('spending')
    .select(['id', 'body_id as bodyId', 'authority_id as authorityId', 'author_id as authorId', 'words', 'currency'])
    .select(['amount', 'fund', 'paid_from as paidFrom', 'bank', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (row.state !== 'PROPOSED')
    refuse('WRONG_STATE', `This spending is ${row.state.toLowerCase()} already.`, {
      rule: 'books',
      values: { state: row.state },
    });
  return { ...row, amount: BigInt(amount) };
}

export interface Authority {
  id: string;
  bodyId: string;
  currency: string;
  amount: bigint;
  /** What was approved under it so far. */
  spent: bigint;
  fund: string | null;
  purpose: string;
  until: string;
}

/** Under its own lock where somebody is about to approve by it, so that two approvals see each other. */
export async function findAuthority(db: Database, id: string, lock = false): Promise<Authority | null> {
  const query = db
    .selectFrom('spending_authority')
    .select(['id', 'body_id as bodyId', 'currency', 'amount', 'fund', 'purpose'])
    .select(sql<string>`until_date::text`.as('until'))
    .where('id', '=', id);
  const found = await (lock ? query.forNoKeyUpdate() : query).executeTakeFirst();
  if (!found) return null;
  const { spent } = await db
    .selectFrom('spending')
    .select(sql<string>`coalesce(sum(amount), 0)::text`.as('spent'))
    .where('authority_id', '=', id)
    .where('state', '=', 'APPROVED')
    .executeTakeFirstOrThrow();
  return { ...found, amount: BigInt(found.amount), spent: BigInt(spent) };
}

/** A carried motion that allows it: of this body, for this money, and not over. */
export function mustAuthorise(
  authority: Authority | null,
  { bodyId, currency, fund }: Pick<Spending, 'bodyId' | 'currency' | 'fund'>,
  today: string,
): asserts authority is Authority {
  if (!authority || authority.bodyId !== bodyId || authority.currency !== currency || authority.fund !== fund)
    refuse('NOT_AUTHORISED', 'No carried motion of this body authorises this. Spending needs a decision first.', {
      rule: 'books',
      field: 'authorityId',
    });
  if (today > authority.until)
    refuse('AUTHORITY_OVER', `What was authorised could be spent until ${authority.until}.`, {
      rule: 'books',
      field: 'authorityId',
      values: { until: authority.until },
    });
}

// The division of dues in force on a day, as the accounts of one group: to whom it owes which share of a payment.
import { sql } from 'kysely';
import { fraction, type Fraction } from '../counting/fraction.js';
import type { Database } from '../database/database.js';
import type { Account } from './ledger.js';

export type Level = 'LOCAL_GROUP' | 'REGION' | 'FEDERATION';

/** One share as it was decided. */
export interface DecidedShare {
  level: Level;
  /** What a levy is for; empty for what the level may use as it decides. */
  purpose: string;
  /** An exact fraction of the payment, such as 1/5. */
  share: string;
  /** The last day of a levy; null where it has none. */
  until: string | null;
}

export interface Division {
  /** Null where nothing was decided: then all stays with the group. */
  splitId: string | null;
  receivers: { share: Fraction; account: Omit<Account, 'currency'> }[];
}

export async function divisionFor(db: Database, bodyId: string, day: string): Promise<Division> {
  const { rows } = await sql<{ id: string; shares: DecidedShare[] }>`
    select s.id, s.shares from dues_split s where s.valid_from <= ${day} order by s.version desc limit 1`.execute(db);
  const [split] = rows;
  return split
    ? { splitId: split.id, receivers: await receiversOf(db, bodyId, split.shares, day) }
    : { splitId: null, receivers: [] };
}

/** The same division, for a payment divided by it before. */
export async function divisionOf(db: Database, bodyId: string, splitId: string | null, day: string): Promise<Division> {
  if (splitId === null) return { splitId, receivers: [] };
  const { shares } = await db
    .selectFrom('dues_split')
    .select('shares')
    .where('id', '=', splitId)
    .executeTakeFirstOrThrow();
  return { splitId, receivers: await receiversOf(db, bodyId, shares, day) };
}

async function receiversOf(
  db: Database,
  bodyId: string,
  shares: readonly DecidedShare[],
  day: string,
): Promise<Division['receivers']> {
  const above = await db
    .selectFrom('body_above as a')
    .innerJoin('body as b', 'b.id', 'a.above_id')
    .select(['b.id', 'b.kind'])
    .where('a.body_id', '=', bodyId)
    .orderBy('a.distance')
    .execute();
  return shares
    .filter(({ until }) => until === null || until >= day)
    .flatMap(({ level, purpose, share }) => {
      // Of the Regions above a group, the nearest. Where a level is missing, its share stays with the group.
      const receiver = level === 'LOCAL_GROUP' ? above[0] : above.find(({ kind }) => kind === level);
      const account = receiver && accountOf(bodyId, receiver.id, purpose);
      return account ? [{ share: fraction(share), account }] : [];
    });
}

/** Null for a share of the group itself that is for nothing in particular: that is what remains anyway. */
function accountOf(bodyId: string, receiverId: string, purpose: string): Omit<Account, 'currency'> | null {
  if (receiverId !== bodyId) return { kind: 'PER_CAPITA_PAYABLE', withBodyId: receiverId, name: purpose };
  return purpose === '' ? null : { kind: 'FUND', name: purpose };
}

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

/** Null for the split that is in force on the day; one that divided a payment before is named. */
interface Asked {
  bodyId: string;
  day: string;
  splitId: string | null;
}

interface Found {
  id: string | null;
  shares: DecidedShare[] | null;
  above: { id: string; kind: Level }[];
}

export async function divisionFor(db: Database, bodyId: string, day: string): Promise<Division> {
  return asDivision(await find(db, { bodyId, day, splitId: null }), bodyId, day);
}

/** The same division, for a payment divided by it before. */
export async function divisionOf(db: Database, bodyId: string, splitId: string | null, day: string): Promise<Division> {
  if (splitId === null) return { splitId, receivers: [] };
  return asDivision(await find(db, { bodyId, day, splitId }), bodyId, day);
}

async function find(db: Database, { bodyId, day, splitId }: Asked): Promise<Found> {
  const { rows } = await sql<Found>`
    select s.id, s.shares, (
      select json_agg(json_build_object('id', b.id, 'kind', b.kind) order by a.distance) from body_above a join body b on b.id = a.above_id where a.body_id = ${bodyId}
    ) as above
    from (select 1) one left join lateral (
      select id, shares from dues_split where case when ${splitId}::uuid is null then valid_from <= ${day} else id = ${splitId} end order by version desc limit 1
    ) s on true`.execute(db);
  return rows[0]!;
}

function asDivision({ id, shares, above }: Found, bodyId: string, day: string): Division {
  const receivers = (shares ?? [])
    .filter(({ until }) => until === null || until >= day)
    .flatMap(({ level, purpose, share }) => {
      // Of the Regions above a group, the nearest. Where a level is missing, its share stays with the group.
      const receiver = level === 'LOCAL_GROUP' ? above[0] : above.find(({ kind }) => kind === level);
      const account = receiver && accountOf(bodyId, receiver.id, purpose);
      return account ? [{ share: fraction(share), account }] : [];
    });
  return { splitId: id, receivers };
}

/** Null for a share of the group itself that is for nothing in particular: that is what remains anyway. */
function accountOf(bodyId: string, receiverId: string, purpose: string): Omit<Account, 'currency'> | null {
  if (receiverId !== bodyId) return { kind: 'PER_CAPITA_PAYABLE', withBodyId: receiverId, name: purpose };
  return purpose === '' ? null : { kind: 'FUND', name: purpose };
}

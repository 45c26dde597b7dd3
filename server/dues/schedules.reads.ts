// The dues that are in force: the Federation's, a group's own, and how they divide. Everybody may read them.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { oneEach } from '../loaders.js';
import type { DecidedShare } from './division.js';

export interface ScheduleRow {
  id: string;
  bodyId: string;
  version: number;
  period: 'MONTH' | 'YEAR';
  currency: string;
  amount: string;
  bands: { band: string; name: string; amount: number }[];
  partPeriod: 'WHOLE' | 'MONTHS' | 'NEXT';
  validFrom: string;
  proposalId: string | null;
}

const columns = sql`s.id, s.body_id as "bodyId", s.version, s.period, s.currency, s.amount, s.bands, s.part_period as "partPeriod",
  s.valid_from::text as "validFrom", s.proposal_id as "proposalId"`;

export const schedulesById = async (db: Database, ids: readonly string[]) => {
  const { rows } =
    await sql<ScheduleRow>`select ${columns} from dues_schedule s where s.id = any (${ids}::uuid[])`.execute(db);
  return oneEach(ids, rows, ({ id }) => id);
};

/** A body's own schedule for the periods of today; null where it has set none. */
export const schedulesInForce = async (db: Database, bodyIds: readonly string[]) => {
  const { rows } = await sql<ScheduleRow>`
    select distinct on (s.body_id) ${columns} from dues_schedule s
    where s.body_id = any (${bodyIds}::uuid[]) and s.valid_from <= clock_timestamp()::date order by s.body_id, s.version desc`.execute(
    db,
  );
  return oneEach(bodyIds, rows, ({ bodyId }) => bodyId);
};

export interface SplitRow {
  version: number;
  validFrom: string;
  shares: DecidedShare[];
}

export async function splitInForce(db: Database): Promise<SplitRow | null> {
  const { rows } = await sql<SplitRow>`
    select version, valid_from::text as "validFrom", shares from dues_split where valid_from <= clock_timestamp()::date order by version desc limit 1`.execute(
    db,
  );
  return rows[0] ?? null;
}

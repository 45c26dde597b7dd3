// The next version of a dues schedule or of the division, as it was decided. A carried motion does it, and the founding.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { enqueue } from '../jobs/enqueue.js';
import { readRate } from './money.js';
import type { ProposedDues } from './proposedDues.js';
import type { ProposedSplit } from './proposedSplit.js';

export interface Deciding {
  bodyId: string;
  /** Null at the founding alone. */
  proposalId: string | null;
}

const next = (table: 'dues_schedule' | 'dues_split', bodyId: string) =>
  sql<number>`(select coalesce(max(version), 0) + 1 from ${sql.table(table)} where body_id = ${bodyId})`;

/** The rate; what it makes due is charged by the clock a moment later. */
export async function layDownDues(db: Database, dues: ProposedDues, { bodyId, proposalId }: Deciding): Promise<string> {
  const id = randomUUID();
  const minor = (amount: string) => readRate(amount, dues.currency, 'amount');
  await db
    .insertInto('dues_schedule')
    .values({
      id,
      body_id: bodyId,
      version: next('dues_schedule', bodyId),
      valid_from: dues.validFrom,
      laid_down_on: sql<string>`clock_timestamp()::date`,
      period: dues.period,
      currency: dues.currency,
      amount: minor(dues.amount),
      bands: JSON.stringify(dues.bands.map((band) => ({ ...band, amount: Number(minor(band.amount)) }))),
      part_period: dues.partPeriod,
      proposal_id: proposalId,
    })
    .execute();
  await enqueue(db, 'keepDues', {}, { key: 'keepDues' });
  return id;
}

export async function layDownSplit(
  db: Database,
  { validFrom, shares }: ProposedSplit,
  { bodyId, proposalId }: Deciding,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('dues_split')
    .values({
      id,
      body_id: bodyId,
      version: next('dues_split', bodyId),
      valid_from: validFrom,
      shares: JSON.stringify(shares),
      proposal_id: proposalId,
    })
    .execute();
  return id;
}

// How a body came to stand where it stands: one dated row for each change, with the motion that decided it.
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';
import type { BodyStateWord } from '../database/tables.js';
import { manyEach } from '../loaders.js';

export interface BodyStateRow {
  bodyId: string;
  since: Date;
  state: BodyStateWord;
  proposalId: string | null;
}

export const statesOf = async (db: Database, bodyIds: readonly string[]) => {
  const rows: BodyStateRow[] = await db
    .selectFrom('body_state')
    .select(['body_id as bodyId', 'since', 'state', 'proposal_id as proposalId'])
    .where('body_id', 'in', bodyIds)
    .orderBy('since')
    .execute();
  const inTime = rows.map((row) => ({ ...row, since: asDate(row.since) }));
  return manyEach(bodyIds, inTime, ({ bodyId }) => bodyId);
};

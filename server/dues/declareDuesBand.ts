// A member says which band of the sliding scale is theirs. Nobody asks for proof; it counts for what is charged from then on.
import { sql } from 'kysely';
import { command } from '../command.js';
import type { Database } from '../database/database.js';
import { refuse } from '../errors.js';
import { memberPaying } from './memberPaying.js';

export interface DeclareDuesBand {
  idempotencyKey: string;
  membershipId: string;
  /** Null for the common rate. */
  band: string | null;
}

export const declareDuesBand = command('declareDuesBand', async (deed, { membershipId, band }: DeclareDuesBand) => {
  const { db } = deed;
  const { personId, bodyId } = await memberPaying(db, membershipId);
  deed.authorize({ personId });
  if (band === null) await db.deleteFrom('dues_band').where('membership_id', '=', membershipId).execute();
  else {
    await mustBeABand(db, bodyId, band);
    const declared = { band, declared_at: sql<Date>`clock_timestamp()` };
    await db
      .insertInto('dues_band')
      .values({ membership_id: membershipId, ...declared })
      .onConflict((conflict) => conflict.column('membership_id').doUpdateSet(declared))
      .execute();
  }
  return { membershipId };
});

/** Of the newest schedule of the Federation or of the group itself. */
async function mustBeABand(db: Database, bodyId: string, band: string): Promise<void> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (
      select 1 from body_above a join body b on b.id = a.above_id and (b.kind = 'FEDERATION' or a.distance = 0)
      join lateral (select bands from dues_schedule s where s.body_id = b.id order by version desc limit 1) s on true
      cross join lateral jsonb_array_elements(s.bands) one
      where a.body_id = ${bodyId} and one ->> 'band' = ${band}) as known`.execute(db);
  if (!rows[0]!.known)
    refuse('UNKNOWN_BAND', 'The dues that were decided know no such band.', {
      rule: 'dues',
      field: 'band',
      values: { band: band.slice(0, 40) },
    });
}

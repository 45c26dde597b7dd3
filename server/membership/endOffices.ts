// Offices end with the belonging they rest on. A term that had not begun ends before it begins.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';

const endedToday = { ended_on: sql<string>`greatest(current_date, from_date)` };
const running = sql<boolean>`until_date > current_date and (ended_on is null or ended_on > current_date)`;

export async function endAllOffices(db: Database, personId: string): Promise<void> {
  await db.updateTable('office_term').set(endedToday).where('person_id', '=', personId).where(running).execute();
}

/** After a move: what was held in the group left behind, and in bodies that are not above the new one. */
export async function endOfficesElsewhere(db: Database, personId: string, homeId: string): Promise<void> {
  await db
    .updateTable('office_term')
    .set(endedToday)
    .where('person_id', '=', personId)
    .where(running)
    .where('body_id', 'not in', (above) =>
      above.selectFrom('body_above').select('above_id').where('body_id', '=', homeId),
    )
    .execute();
}

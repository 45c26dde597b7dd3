// A membership that lapsed because dues were owed comes back as it was once they are paid, in the same transaction.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { writeEvent } from '../membership/events.js';

export async function restoreLapsed(
  db: Database,
  { membershipId, personId, byPersonId }: { membershipId: string; personId: string; byPersonId: string | null },
): Promise<void> {
  const { rows } = await sql<{ bodyId: string }>`
    update membership m set state = 'ACTIVE'
    where m.id = ${membershipId} and m.state = 'LAPSED'
      and exists (select 1 from dues_charge c where c.person_id = ${personId})
      and not exists (select 1 from dues_charge c where c.person_id = ${personId} and c.settled < c.amount)
      and not exists (select 1 from membership other where other.person_id = ${personId} and other.state in ('APPLICANT', 'ACTIVE', 'ON_LEAVE', 'SUSPENDED'))
      and (select state from body where id = m.body_id) not in ('WITHDRAWN', 'DISSOLVED')
    returning m.body_id as "bodyId"`.execute(db);
  const [restored] = rows;
  if (restored)
    await writeEvent(
      db,
      { what: 'RESTORED', bodyId: restored.bodyId, fromBodyId: null },
      { membershipId, byPersonId, reason: null },
    );
}

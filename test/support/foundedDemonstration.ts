// The demonstration's federation on the day it was founded, before anything was decided: whoever will have paid their dues
// has paid them, as if brought over from the books before.
import { sql } from 'kysely';
import { found } from '../../server/demo/found.js';
import type { World } from './world.js';

export async function foundDemonstration(world: World): Promise<void> {
  await found(world.db);
  await sql`update membership set dues_paid_until = current_date + 300, dues_brought_until = current_date + 300
    where kind = 'MEMBER' and state = 'ACTIVE' and dues_paid_until is null`.execute(world.db);
}

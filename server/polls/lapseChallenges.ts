// A challenge that nobody decided in its time lapses as the result is certified; the roll stays as it was frozen.
import { sql } from 'kysely';
import type { Deed } from '../command.js';
import type { DeedName } from '../policy/table.js';
import type { NewRecord } from '../history/record.js';
import { sha256Hex } from '../history/hash.js';

const reason = 'Not decided in time.';

export async function lapseChallenges(deed: Pick<Deed<DeedName>, 'db' | 'recordAll'>, rootId: string): Promise<void> {
  const lapsed = await sql<{ id: string }>`
    update roll_challenge c set state = 'DISMISSED', decided_at = clock_timestamp(), note = ${reason}
    from poll p where p.id = c.poll_id and p.root_id = ${rootId} and c.state = 'OPEN' returning c.id`.execute(deed.db);
  await deed.recordAll(
    lapsed.rows.map(({ id }): NewRecord => ({
      type: 'deed',
      body: { name: 'decideChallenge', subject: id, actor: null, digest: sha256Hex(reason) },
    })),
  );
}

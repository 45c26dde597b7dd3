// The founding of dues: the first schedule of the Federation, and how it divides, laid down by its officers as the first
// platform and the first rule book are. From then on neither changes but by a carried motion (SET_DUES, SET_SPLIT), and a
// Local Group's own dues rest on a motion from the first.
import { command } from '../command.js';
import type { Database } from '../database/database.js';
import { notFound, refuse } from '../errors.js';
import { bookDay } from './days.js';
import { layDownDues, layDownSplit } from './layDown.js';
import { defaultDues, readProposedDues, type SettingBody } from './proposedDues.js';
import { readProposedSplit } from './proposedSplit.js';

export interface SetDuesSchedule {
  idempotencyKey: string;
  bodyId: string;
  /** As the payload of SET_DUES; what is left out is by default. */
  dues: Record<string, unknown>;
  /** As the shares of SET_SPLIT; left out, all stays with the Local Groups. */
  shares: unknown[] | null;
}

export const setDuesSchedule = command('setDuesSchedule', async (deed, { bodyId, dues, shares }: SetDuesSchedule) => {
  const { db } = deed;
  const body = await db
    .selectFrom('body')
    .select(['id', 'kind', 'name'])
    .where('id', '=', bodyId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!body) throw notFound('body');
  deed.authorize({ bodyId });
  await mustBeTheFirst(db, body);
  const thisYear = `${(await bookDay(db)).slice(0, 4)}-01-01`;
  const schedule = await readProposedDues(db, { ...defaultDues, validFrom: thisYear, ...dues }, body);
  const { validFrom } = schedule;
  const split = shares && (await readProposedSplit(db, { shares, validFrom }, body, validFrom));
  const scheduleId = await layDownDues(db, schedule, { bodyId, proposalId: null });
  if (split) await layDownSplit(db, split, { bodyId, proposalId: null });
  await deed.record(scheduleId, { schedule, split });
  return { scheduleId };
});

async function mustBeTheFirst(db: Database, { id, kind, name }: SettingBody): Promise<void> {
  const known = await db.selectFrom('dues_schedule').select('id').where('body_id', '=', id).executeTakeFirst();
  if (!known && kind === 'FEDERATION') return;
  refuse('NEEDS_DECISION', `The dues of ${name} change only by a carried motion of kind SET_DUES or SET_SPLIT.`, {
    rule: 'dues',
    values: { body: name },
  });
}

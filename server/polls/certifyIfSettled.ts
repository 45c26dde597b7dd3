// Where nothing is contested nobody has to be asked: the clock certifies as soon as the last poll of a tree is closed.
import { makeContext, type Services } from '../context.js';
import { certifyResult } from './certifyResult.js';
import { contestedIn, isSettled } from './contested.js';

export async function certifyIfSettled(services: Services, rootId: string): Promise<void> {
  const context = makeContext(services, { clock: true });
  const waiting = await context.db
    .selectFrom('poll')
    .select('id')
    .where('root_id', '=', rootId)
    .where('state', '=', 'OPEN')
    .executeTakeFirst();
  if (waiting || !isSettled(await contestedIn(context.db, rootId))) return;
  await certifyResult(context, { pollId: rootId });
}

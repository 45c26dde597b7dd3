// The abilities of the person who reads a motion, with the facts they rest on fetched once for a whole page.
import { bodiesById } from '../bodies/bodies.reads.js';
import type { Context } from '../context.js';
import { clockOf } from '../database/instants.js';
import type { Batch } from '../loaders.js';
import { abilitiesOf, type Abilities } from './abilities.js';
import { haveSeconded, type ProposalRow } from './proposals.reads.js';

/** One moment for the whole request. */
const clock: Batch<'now', Date> = async (db, keys) => {
  const now = await clockOf(db);
  return keys.map(() => now);
};

export async function viewerAbilities({ actor, loaders }: Context, motion: ProposalRow): Promise<Abilities> {
  const [seconded, home, now] = await Promise.all([
    actor ? loaders.of(haveSeconded).load({ proposalId: motion.id, personId: actor.personId }) : false,
    actor?.membership ? loaders.of(bodiesById).load(actor.membership.bodyId) : null,
    loaders.of(clock).load('now'),
  ]);
  return abilitiesOf(motion, actor, { seconded, home }, now);
}

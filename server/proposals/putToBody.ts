// A motion enters the list of a body under the next number of that body's own series.
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { clockOf } from '../database/instants.js';
import type { Database } from '../database/database.js';
import { effectiveRules } from '../rules/effectiveRules.js';
import type { Proposal } from './Proposal.js';

export async function putToBody(
  { em, db }: { em: EntityManager; db: Database },
  motion: Proposal,
  byPersonId: string,
): Promise<void> {
  const { rules } = await effectiveRules(db, motion.body.id);
  // The row of the body stays locked until the deed ends, so that numbers follow one another without a gap.
  const { number } = await db
    .updateTable('body')
    .set({ last_proposal_number: sql`last_proposal_number + 1` })
    .where('id', '=', motion.body.id)
    .returning('last_proposal_number as number')
    .executeTakeFirstOrThrow();
  const at = await clockOf(db);
  motion.submit(number, rules.motions, at, byPersonId);
  await em.persist(motion).flush();
  motion.seconded(0, rules.motions.debateDays, at, byPersonId);
  await em.flush();
}

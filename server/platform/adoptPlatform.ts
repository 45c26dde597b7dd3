// A carried motion writes the next version of the platform. Nothing else does, and the database sees to it.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { refuse } from '../errors.js';
import { readProposedPlatform, type NewClause } from './clauses.js';

export interface PlatformToAdopt {
  bodyId: string;
  clauses: NewClause[];
  /** How long an acceptance of the version before still counts. */
  reacceptDays: number;
  proposalId: string;
}

export async function adoptPlatform(
  db: Database,
  { bodyId, clauses, reacceptDays, proposalId }: PlatformToAdopt,
): Promise<{ id: string; number: number }> {
  const text = readProposedPlatform({ clauses, reacceptDays });
  const body = await db.selectFrom('body').select('kind').where('id', '=', bodyId).executeTakeFirstOrThrow();
  if (body.kind !== 'FEDERATION') {
    refuse('NOT_THE_FEDERATION', 'The platform is one for all: only the Federation adopts it.', { rule: 'platform' });
  }
  const id = randomUUID();
  const { number } = await db
    .insertInto('platform_version')
    .values({
      id,
      body_id: bodyId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from platform_version where body_id = ${bodyId})`,
      reaccept_by: sql<Date>`now() + make_interval(days => ${reacceptDays})`,
      proposal_id: proposalId,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('platform_clause')
    .values(text.clauses.map((clause, index) => ({ version_id: id, position: index + 1, ...clause })))
    .execute();
  return { id, number };
}

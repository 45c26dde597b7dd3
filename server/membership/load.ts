// A membership about to be changed: locked, and there only for those who may see it.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { notFound, refuse } from '../errors.js';
import type { Actor } from '../policy/actor.js';
import { seesMembership } from '../policy/sight.js';
import { Membership } from './Membership.js';

/** One that is not this person's to see answers like one that does not exist. */
export async function lockMembership(em: EntityManager, actor: Actor, id: string): Promise<Membership> {
  const membership = await em.findOne(Membership, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!membership || !seesMembership(actor, membership)) throw notFound('membership');
  return membership;
}

/** The one open membership of the person acting. */
export async function lockOwn(em: EntityManager, actor: Actor): Promise<Membership> {
  if (!actor.membership) refuse('NOT_A_MEMBER', 'You belong to no Local Group and have applied to none.');
  return lockMembership(em, actor, actor.membership.id);
}

export async function today(db: Database): Promise<string> {
  const { rows } = await sql<{ today: string }>`select current_date::text as today`.execute(db);
  return rows[0]!.today;
}

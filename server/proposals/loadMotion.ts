// What a deed judges: the motion, locked for as long as the deed runs, with the facts a judgement rests on.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { bodiesById } from '../bodies/bodies.reads.js';
import { clockOf } from '../database/instants.js';
import type { Database } from '../database/database.js';
import { notFound } from '../errors.js';
import type { Actor } from '../policy/actor.js';
import { judge, type ActorFacts, type JudgedDeed } from './judge.js';
import { Proposal } from './Proposal.js';
import { haveSeconded, proposalsById, type ProposalRow } from './proposals.reads.js';

export interface LoadedMotion {
  proposal: Proposal;
  facts: ProposalRow;
  /** The database's clock, read once the motion was locked. */
  now: Date;
  judge(deed: JudgedDeed): void;
}

/** A draft is there for its author alone. */
export async function loadMotion(
  deed: { em: EntityManager; db: Database; actorOrNull: Actor | null },
  id: string,
): Promise<LoadedMotion> {
  const proposal = await deed.em.findOne(Proposal, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const actor = deed.actorOrNull;
  if (!proposal || !isSeenBy(proposal, actor)) throw notFound('motion');
  const [[facts], now, actorFacts] = [
    await proposalsById(deed.db, [id]),
    await clockOf(deed.db),
    await factsOf(deed.db, actor, id),
  ];
  return { proposal, facts: facts!, now, judge: (name) => judge[name](facts!, now, actorFacts) };
}

/** What never was submitted is its author's alone. */
export const isSeenBy = (motion: { number: number | null; authorId: string | null }, actor: Actor | null): boolean =>
  motion.number !== null || (actor !== null && motion.authorId === actor.personId);

async function factsOf(db: Database, actor: Actor | null, proposalId: string): Promise<ActorFacts> {
  const [seconded] = actor ? await haveSeconded(db, [{ proposalId, personId: actor.personId }]) : [false];
  return { seconded: seconded!, home: await homeOf(db, actor) };
}

/** The body the person belongs to, as it stands now. */
export async function homeOf(db: Database, actor: Actor | null): Promise<ActorFacts['home']> {
  return actor?.membership ? ((await bodiesById(db, [actor.membership.bodyId]))[0] ?? null) : null;
}

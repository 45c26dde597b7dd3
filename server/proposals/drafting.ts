// Writing down a motion that nobody else sees yet: a new one, or one of the author's own drafts.
import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode, ref } from '@mikro-orm/core';
import { Body } from '../bodies/Body.js';
import type { ProposalKindWord } from '../database/tables.js';
import { malformed, notFound } from '../errors.js';
import type { Actor } from '../policy/actor.js';
import { checkText, checkTitle } from './motionText.js';
import { Proposal } from './Proposal.js';

export interface MotionInput {
  id: string;
  bodyId?: string | null;
  kind?: ProposalKindWord | null;
  title?: string | null;
  text?: string | null;
  payload?: Record<string, unknown> | null;
}

/** The motion with this id as the author has it, or a new one. What others wrote is not there. */
export async function motionOf(em: EntityManager, actor: Actor, input: MotionInput): Promise<Proposal> {
  const known = await em.findOne(Proposal, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (known && known.authorId !== actor.personId) throw notFound('motion');
  if (known) return known;
  for (const field of ['bodyId', 'title', 'text'] as const) {
    if (input[field] === null || input[field] === undefined)
      throw malformed(`There is no draft with this id; to make one, give ${field}.`, field);
  }
  return Object.assign(new Proposal(), { id: input.id, kind: 'ORDINARY', payload: {}, authorId: actor.personId });
}

/** Puts in what the input gives and leaves the rest as it was. */
export async function write(
  em: EntityManager,
  motion: Proposal,
  input: MotionInput,
  actor: Actor,
  complete: boolean,
): Promise<void> {
  if (input.bodyId) {
    const body = await em.findOne(Body, input.bodyId);
    if (!body) throw notFound('body');
    motion.body = ref(body);
  }
  if (input.kind && input.kind !== motion.kind) {
    motion.kind = input.kind;
    motion.payload = {};
  }
  if (input.payload) motion.payload = input.payload;
  motion.title = checkTitle(input.title ?? motion.title);
  motion.text = checkText(input.text ?? motion.text, complete);
  motion.authorBodyId = actor.membership?.bodyId ?? null;
}

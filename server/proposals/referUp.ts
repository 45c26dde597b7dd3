// What a body has carried goes to the body above as that body's own motion: it keeps where it comes from, and needs no
// second, because a whole body stands behind it.
import { ref } from '@mikro-orm/core';
import { Body } from '../bodies/Body.js';
import { command } from '../command.js';
import { loadMotion } from './loadMotion.js';
import { readPayload } from './payload.js';
import { Proposal } from './Proposal.js';
import { putToBody } from './putToBody.js';

export const referUp = command('referUp', async (deed, { id, proposalId }: { id: string; proposalId: string }) => {
  const { em, db, actor } = deed;
  const { proposal: carried, facts, judge } = await loadMotion(deed, proposalId);
  deed.authorize({ bodyId: facts.bodyId });
  judge('referUp');
  const above = await em.findOneOrFail(Body, facts.parentId!);
  const { kind, title, text } = carried;
  const motion = Object.assign(new Proposal(), {
    id,
    body: ref(above),
    kind,
    title,
    text,
    moverBodyId: facts.bodyId,
    referredFromId: carried.id,
  });
  motion.payload = await readPayload(db, kind, carried.payload, above);
  await putToBody(deed, motion, actor.personId);
  await deed.record(id, { from: carried.id, kind, title, text, payload: motion.payload });
  return { id };
});

// An officer rules a motion out of order before it is debated, and says why: everybody can read the reason.
import { command } from '../command.js';
import { loadMotion } from './loadMotion.js';
import { checkReason } from './motionText.js';

interface Input {
  idempotencyKey: string;
  proposalId: string;
  reason: string;
}

export const notAdmitProposal = command('notAdmitProposal', async (deed, { proposalId, reason }: Input) => {
  const { proposal, facts, now, judge } = await loadMotion(deed, proposalId);
  deed.authorize({ bodyId: facts.bodyId });
  judge('notAdmitProposal');
  const given = checkReason(reason);
  proposal.notAdmit(now, deed.actor.personId, given);
  await deed.em.flush();
  await deed.record(proposalId, given);
  return { id: proposalId };
});

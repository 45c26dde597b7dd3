// The mover takes a motion back, at any time before it is voted on.
import { command } from '../command.js';
import { loadMotion } from './loadMotion.js';
import { checkReason } from './motionText.js';

interface Input {
  idempotencyKey: string;
  proposalId: string;
  reason?: string | null;
}

export const withdrawProposal = command('withdrawProposal', async (deed, { proposalId, reason }: Input) => {
  const { proposal, now, judge } = await loadMotion(deed, proposalId);
  deed.authorize({ authorId: proposal.authorId, moverBodyId: proposal.moverBodyId });
  judge('withdrawProposal');
  const given = reason?.trim() ? checkReason(reason) : null;
  proposal.withdraw(now, deed.actor.personId, given);
  await deed.em.flush();
  await deed.record(proposalId, given ?? '');
  return { id: proposalId };
});

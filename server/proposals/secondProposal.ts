// A member seconds a motion: worth the body's time, whatever they will vote. The number needed brings it into debate.
import { command } from '../command.js';
import { effectiveRules } from '../rules/effectiveRules.js';
import { loadMotion } from './loadMotion.js';

export const secondProposal = command(
  'secondProposal',
  async (deed, { proposalId }: { idempotencyKey: string; proposalId: string }) => {
    const { db, em, actor } = deed;
    const { proposal, facts, now, judge } = await loadMotion(deed, proposalId);
    deed.authorize({ bodyId: facts.bodyId, authorId: facts.authorId });
    judge('secondProposal');
    await db.insertInto('second').values({ proposal_id: proposalId, person_id: actor.personId, at: now }).execute();
    const { rules } = await effectiveRules(db, facts.bodyId);
    proposal.seconded(facts.secondCount + 1, rules.motions.debateDays, now, actor.personId);
    await em.flush();
    await deed.record(proposalId);
    return { id: proposalId };
  },
);

// `mandate import`: a federation that kept its lists elsewhere comes in, whole or not at all.
import { makeContext } from '../context.js';
import { inTransaction } from '../database/transaction.js';
import { certifyResult } from '../polls/certifyResult.js';
import type { RunningServices } from '../services.js';
import { writeDecision } from './decidedElsewhere.js';
import { writeElections } from './electionsElsewhere.js';
import { countsOf, type ImportCounts, type Plan } from './plan.js';
import { writeFederation } from './write.js';

export interface Imported {
  counts: ImportCounts;
  /** The poll whose result came in with it. */
  pollId: string | null;
  /** The elections that came in with it, by the slug of their body. */
  elections: Record<string, string>;
}

/**
 * All of it or nothing. The result of a motion decided elsewhere is certified right after, by the clock, as the
 * result of any closed poll is; that its figures can be decided was seen before they were committed.
 */
export async function importPlan(services: RunningServices, plan: Plan): Promise<Imported> {
  const { pollId, elections } = await inTransaction(services.orm.em, async (_em, tx) => {
    const ids = await writeFederation(tx, plan);
    return {
      elections: await writeElections(tx, plan.elections, ids),
      pollId: plan.tallies.length === 0 ? null : await writeDecision(tx, plan, ids),
    };
  });
  if (pollId !== null) await certifyResult(makeContext(services, { clock: true }), { pollId });
  await services.sequencer.settle();
  return { counts: countsOf(plan), pollId, elections };
}

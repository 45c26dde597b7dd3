// What the reader of a motion can do with it now, and of each deed they can not, the refusal it would meet: asked of the
// same policy table and the same judgements as the deeds themselves.
import { Refusal } from '../errors.js';
import type { Actor } from '../policy/actor.js';
import { may, policy } from '../policy/table.js';
import { judge, type ActorFacts, type JudgedDeed } from './judge.js';
import type { ProposalRow } from './proposals.reads.js';

export interface Abilities {
  can: JudgedDeed[];
  cannot: { deed: JudgedDeed; refusal: Refusal }[];
}

const ofADraft: JudgedDeed[] = ['draftProposal', 'submitProposal', 'withdrawProposal'];
const ofAMotion: JudgedDeed[] = [
  'secondProposal',
  'withdrawProposal',
  'notAdmitProposal',
  'referUp',
  'addComment',
  'openPoll',
];

export function abilitiesOf(motion: ProposalRow, actor: Actor | null, actorFacts: ActorFacts, now: Date): Abilities {
  const abilities: Abilities = { can: [], cannot: [] };
  for (const deed of motion.state === 'DRAFT' ? ofADraft : ofAMotion) {
    const refusal = refusalOf(deed, motion, actor, actorFacts, now);
    if (refusal) abilities.cannot.push({ deed, refusal });
    else abilities.can.push(deed);
  }
  return abilities;
}

function refusalOf(
  deed: JudgedDeed,
  motion: ProposalRow,
  actor: Actor | null,
  actorFacts: ActorFacts,
  now: Date,
): Refusal | null {
  if (!actor) return new Refusal('NOT_SIGNED_IN', 'Sign in first.');
  // Each deed asks the table about some of these facts of the motion; all of them are there.
  if (!may(actor, deed, motion as never)) {
    const row: { sentence: string; rule?: string } = policy[deed];
    return new Refusal('NOT_ALLOWED', row.sentence, { rule: row.rule, values: { deed } });
  }
  try {
    judge[deed](motion, now, actorFacts);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

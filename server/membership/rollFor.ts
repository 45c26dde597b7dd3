// How much of a body's roll a person may read: members see the members of today; those who keep the roll see
// applicants, people asking to move here, and people who left.
import type { MembershipStateWord } from '../database/tables.js';
import type { Actor } from '../policy/actor.js';
import { seesNames, seesTheRoll } from '../policy/sight.js';
import type { RollSearch } from './membership.reads.js';

const current: readonly MembershipStateWord[] = ['ACTIVE', 'ON_LEAVE', 'SUSPENDED'];

/** Null where nothing of it is theirs to see. */
export function rollFor(
  actor: Actor | null,
  bodyId: string,
  asked: readonly MembershipStateWord[] | null | undefined,
): RollSearch | null {
  if (!seesNames(actor, bodyId)) return null;
  const states = asked ?? current;
  if (seesTheRoll(actor, bodyId)) return { bodyId, states, arriving: states.includes('APPLICANT') };
  return { bodyId, states: states.filter((state) => current.includes(state)), arriving: false };
}

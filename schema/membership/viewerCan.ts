// Which deeds the viewer may do to a membership or in a body now: what the policy table allows and the state permits.
import type { BodyRow } from '../../server/bodies/bodies.reads.js';
import type { MembershipRow } from '../../server/membership/membership.reads.js';
import type { Actor } from '../../server/policy/actor.js';
import { may, type DeedName } from '../../server/policy/table.js';

const current = ['ACTIVE', 'ON_LEAVE', 'SUSPENDED'];

export function deedsOnMembership(
  actor: Actor | null,
  { personId, bodyId, transferToId, state }: MembershipRow,
): DeedName[] {
  const isCurrent = current.includes(state);
  const awaitedBodyId = state === 'APPLICANT' ? bodyId : isCurrent ? transferToId : null;
  const deeds: DeedName[] = [];
  if (awaitedBodyId) {
    const subject = { bodyId: awaitedBodyId, personId };
    if (may(actor, 'admitMember', subject)) deeds.push('admitMember');
    if (may(actor, 'refuseApplication', subject)) deeds.push('refuseApplication');
  }
  if (isCurrent && may(actor, 'transferMembership', { personId })) deeds.push('transferMembership');
  if ((isCurrent || state === 'APPLICANT') && may(actor, 'resignMembership', { personId }))
    deeds.push('resignMembership');
  return deeds;
}

/** `open` says whether people join this body now. */
export function deedsInBody(actor: Actor | null, { id: bodyId, state }: BodyRow, open: boolean): DeedName[] {
  const deeds: DeedName[] = [];
  const home = actor?.membership ?? null;
  if (open && home === null && may(actor, 'applyToLocalGroup', {})) deeds.push('applyToLocalGroup');
  if (!actor) return deeds;
  const moves =
    open && home !== null && current.includes(home.state) && home.bodyId !== bodyId && home.transferToId !== bodyId;
  if (moves && may(actor, 'transferMembership', { personId: actor.personId })) deeds.push('transferMembership');
  const hasVoice = state === 'AFFILIATED' || state === 'IN_FORMATION';
  for (const deed of ['draftProposal', 'submitProposal'] as const) {
    if (hasVoice && may(actor, deed, { bodyId, authorId: actor.personId })) deeds.push(deed);
  }
  for (const deed of ['admitMember', 'refuseApplication'] as const) {
    if (may(actor, deed, { bodyId, personId: '' })) deeds.push(deed);
  }
  return deeds;
}

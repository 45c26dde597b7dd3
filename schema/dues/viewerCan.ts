// Which deeds of dues the viewer may do: what the policy table allows and the state permits.
import type { Actor } from '../../server/policy/actor.js';
import { may, type DeedName } from '../../server/policy/table.js';

const owing = ['ACTIVE', 'ON_LEAVE', 'SUSPENDED', 'LAPSED'];

export function deedsOnDues(
  actor: Actor | null,
  { personId, bodyId, kind, state }: { personId: string; bodyId: string; kind: string; state: string },
): DeedName[] {
  if (kind !== 'MEMBER' || state === 'APPLICANT') return [];
  const subject = { bodyId, personId };
  const deeds: DeedName[] = may(actor, 'recordPayment', subject) ? ['recordPayment'] : [];
  if (!owing.includes(state)) return deeds;
  for (const deed of ['grantWaiver', 'askForWaiver', 'declareDuesBand'] as const)
    if (may(actor, deed, subject)) deeds.push(deed);
  return deeds;
}

export function deedsOnPayment(
  actor: Actor | null,
  { bodyId, reversed, amount, refunded }: { bodyId: string; reversed: boolean; amount: string; refunded: string },
): DeedName[] {
  if (reversed) return [];
  const deeds: DeedName[] = [];
  if (BigInt(refunded) < BigInt(amount) && may(actor, 'refundPayment', { bodyId })) deeds.push('refundPayment');
  if (BigInt(refunded) === 0n && may(actor, 'reversePayment', { bodyId })) deeds.push('reversePayment');
  return deeds;
}

const ownMoney = [
  'remitDues',
  'askPerCapita',
  'openBooks',
  'moveMoney',
  'recordIncome',
  'setAside',
  'reverseTransfer',
  'proposeSpending',
  'annotateTransfer',
  'closePeriod',
] as const;

export const deedsInBooks = (actor: Actor | null, bodyId: string, isFederation: boolean): DeedName[] =>
  (
    [
      'recordPayment',
      'refundPayment',
      'reversePayment',
      'bookStatement',
      'setCardAccount',
      'removeCardAccount',
      ...ownMoney,
      ...(isFederation ? (['setDuesSchedule'] as const) : []),
    ] as const
  ).filter((deed) => may(actor, deed, { bodyId }));

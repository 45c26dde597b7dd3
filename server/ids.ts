// Ids as the outside sees them: the kind of thing and its UUID, so that one look-up, node(id), finds any of them.
import { malformed } from './errors.js';

export type NodeKind =
  | 'Body'
  | 'Person'
  | 'Membership'
  | 'OfficeTerm'
  | 'PlatformVersion'
  | 'Proposal'
  | 'Comment'
  | 'Poll'
  | 'Ballot'
  | 'RollChallenge'
  | 'TellerCount'
  | 'Election'
  | 'Candidate'
  | 'OutboxMail'
  | 'Charge'
  | 'Payment'
  | 'Waiver'
  | 'WaiverRequest'
  | 'Remittance'
  | 'PerCapita'
  | 'SpendingAuthority'
  | 'Spending'
  | 'BookPeriod';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => uuid.test(text);

export const globalId = (kind: NodeKind, id: string): string => `${kind}_${id}`;

/** The UUID inside a global id of the expected kind; anything else is malformed input. */
export function localId(kind: NodeKind, id: string, field = 'id'): string {
  const [found, local] = splitId(id);
  if (found !== kind || !local) throw malformed(`${field} should be the id of a ${kind}, such as ${kind}_…`, field);
  return local;
}

export function splitId(id: string): [kind: string, local: string | null] {
  const cut = id.indexOf('_');
  const local = id.slice(cut + 1).toLowerCase();
  return [id.slice(0, cut), cut > 0 && uuid.test(local) ? local : null];
}

export function checkUuid(value: string, field: string): string {
  if (!uuid.test(value)) throw malformed(`${field} should be a UUID`, field);
  return value.toLowerCase();
}

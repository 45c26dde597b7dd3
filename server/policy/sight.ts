// Who may see what of a person, on one page. Names stay with the Local Group; above go counts.
// Every type that shows something of a person asks here, whichever way it was reached.
import type { Actor } from './actor.js';

/** Where a membership belongs, and where it has asked to go. */
export interface Placed {
  personId: string;
  bodyId: string;
  transferToId: string | null;
}

const keepsTheRoll = ['SECRETARY', 'CONVENOR'];
/** Who may know of a waiver, because they may grant one. */
const mayExcuse = ['TREASURER', 'SECRETARY'];
const keepsTheBooks = ['SECRETARY', 'CONVENOR', 'TREASURER', 'AUDITOR'];

const holdsOffice = (actor: Actor, bodyId: string, offices?: string[]) =>
  actor.offices.some((held) => held.bodyId === bodyId && (offices === undefined || offices.includes(held.office)));

/** Members of one Local Group know each other's names. People at large in a Region do not: they share no meeting. */
export function seesNames(actor: Actor | null, bodyId: string): boolean {
  if (!actor) return false;
  const home = actor.membership;
  const fellow =
    home !== null &&
    home.bodyId === bodyId &&
    home.bodyKind === 'LOCAL_GROUP' &&
    home.kind === 'MEMBER' &&
    home.state !== 'APPLICANT';
  return fellow || holdsOffice(actor, bodyId);
}

/** Applicants, people who left, mail addresses and what led to each state: for those who keep the roll. */
export const seesTheRoll = (actor: Actor | null, bodyId: string): boolean =>
  actor !== null && holdsOffice(actor, bodyId, keepsTheRoll);

/** Every transfer of a body, without the names of its members: for the offices that answer for it. */
export const seesTheBooks = (actor: Actor | null, bodyId: string): boolean =>
  actor !== null && holdsOffice(actor, bodyId, keepsTheBooks);

/** Officers act for everybody below them, so whoever belongs to their body may know who they are. */
export function seesOfficers(actor: Actor | null, bodyId: string): boolean {
  const home = actor?.membership;
  const belongs =
    home != null && home.kind === 'MEMBER' && home.state !== 'APPLICANT' && home.aboveIds.includes(bodyId);
  return belongs || seesNames(actor, bodyId);
}

const isSelf = (actor: Actor | null, { personId }: Placed) => actor !== null && actor.personId === personId;

/** The roll's keepers of the body, and of the body a member has asked to move to. */
const keepers = (actor: Actor | null, { bodyId, transferToId }: Placed) =>
  seesTheRoll(actor, bodyId) || (transferToId !== null && seesTheRoll(actor, transferToId));

const belongsNow = ['ACTIVE', 'ON_LEAVE', 'SUSPENDED'];

/** Whether a membership is there at all for this person. */
export const seesMembership = (actor: Actor | null, membership: Placed & { state: string }): boolean =>
  isSelf(actor, membership) ||
  keepers(actor, membership) ||
  (belongsNow.includes(membership.state) && seesNames(actor, membership.bodyId));

export const seesEmail = (actor: Actor | null, membership: Placed): boolean =>
  isSelf(actor, membership) || keepers(actor, membership);

/** How it came about, with the reasons given. */
export const seesEvents = seesEmail;

/**
 * What a member owes, and so where they stand: theirs, and the two officers' who may excuse. Nobody who may not know of a
 * waiver sees it: whoever watched the sums of the books beside it would learn who was excused.
 */
export const seesDues = (actor: Actor | null, { personId, bodyId }: { personId: string; bodyId: string }): boolean =>
  actor !== null && (actor.personId === personId || holdsOffice(actor, bodyId, mayExcuse));

/** Standing tells of dues, so it is as private as they are. */
export const seesStanding = seesDues;

/** Counts of how members stand with dues, for the officers of a body and of those above it. */
export const seesCounts = (actor: Actor | null, bodyAndAbove: readonly string[]): boolean =>
  bodyAndAbove.some((bodyId) => seesTheBooks(actor, bodyId));

/** The sums of a body's books: its own members' and those of the groups below it, for it is their money. */
export function seesSums(actor: Actor | null, bodyId: string): boolean {
  const home = actor?.membership;
  const belongs =
    home != null && home.kind === 'MEMBER' && belongsNow.includes(home.state) && home.aboveIds.includes(bodyId);
  return belongs || seesTheBooks(actor, bodyId);
}

/** A candidacy: whose, where they belong, where they stand and to whom they show it. */
export interface Candidacy {
  personId: string | null;
  bodyId: string | null;
  electionBodyId: string;
  nominatedById: string | null;
  state: 'PROPOSED' | 'STANDING' | 'DECLINED' | 'WITHDRAWN' | 'LAPSED';
  publicity: 'BODY' | 'FEDERATION' | 'EVERYONE';
}

/** Whoever belongs to the federation at all: not an applicant, not somebody who left. */
const isMember = ({ membership }: Actor): boolean => membership !== null && belongsNow.includes(membership.state);

/**
 * That somebody was nominated is theirs and their nominator's business until they stand; then those who elect may know
 * whom they elect. Others see the name where the candidate lets them: members of the federation, or everyone.
 */
export function seesCandidate(actor: Actor | null, candidacy: Candidacy): boolean {
  const { personId, bodyId, electionBodyId, nominatedById, state, publicity } = candidacy;
  if (personId === null || bodyId === null) return true;
  if (actor !== null && (actor.personId === personId || actor.personId === nominatedById)) return true;
  if (state !== 'STANDING' && state !== 'WITHDRAWN') return false;
  if (publicity === 'EVERYONE') return true;
  if (actor === null) return false;
  if (publicity === 'FEDERATION' && isMember(actor)) return true;
  const elects = isMember(actor) && actor.membership!.aboveIds.includes(electionBodyId);
  return elects || seesNames(actor, bodyId) || holdsOffice(actor, electionBodyId);
}

/** Whom a body pays and why, with the receipt: for the officers of its money, and for who proposed it. */
export const seesSpending = (
  actor: Actor | null,
  { bodyId, authorId }: { bodyId: string; authorId: string },
): boolean => actor !== null && (actor.personId === authorId || seesTheBooks(actor, bodyId));

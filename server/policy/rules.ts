// The few pure questions every permission is made of. They look only at facts already loaded: who acts,
// and the facts of the subject that the command hands over.
import type { Actor } from './actor.js';

export type Predicate<Subject> = (actor: Actor, subject: Subject) => boolean;

/** Anyone signed in; what follows is judged by the subject's own rules. */
export const anySignedIn: Predicate<unknown> = () => true;

/** An active member (supporters included) of this body or of one below it. */
export const belongsTo: Predicate<{ bodyId: string }> = (actor, { bodyId }) =>
  actor.membership !== null &&
  ['ACTIVE', 'ON_LEAVE', 'SUSPENDED'].includes(actor.membership.state) &&
  actor.membership.aboveIds.includes(bodyId);

/** The same, but with a voice that moves and seconds: an active member, not a supporter. */
export const activeMemberOf: Predicate<{ bodyId: string }> = (actor, subject) =>
  belongsTo(actor, subject) && actor.membership?.state === 'ACTIVE' && actor.membership.kind === 'MEMBER';

/** Holds one of these offices today, in that very body. */
export const officerOf =
  (...offices: string[]): Predicate<{ bodyId: string }> =>
  (actor, { bodyId }) =>
    actor.offices.some((held) => held.bodyId === bodyId && offices.includes(held.office));

/** The person the subject is about. */
export const self: Predicate<{ personId: string | null }> = (actor, { personId }) => actor.personId === personId;

export const anyOf =
  <A, B>(first: Predicate<A>, second: Predicate<B>): Predicate<A & B> =>
  (actor, subject) =>
    first(actor, subject) || second(actor, subject);

export const allOf =
  <A, B>(first: Predicate<A>, second: Predicate<B>): Predicate<A & B> =>
  (actor, subject) =>
    first(actor, subject) && second(actor, subject);

export const not =
  <Subject>(predicate: Predicate<Subject>): Predicate<Subject> =>
  (actor, subject) =>
    !predicate(actor, subject);

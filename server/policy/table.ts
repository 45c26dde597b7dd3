// Who may do what, on one page. Every deed of the API has a row here and every row is a deed of the API:
// the server compares the two as it starts and does not listen on a gap. A row's sentence is what a refused
// person reads. Unauthorised is the default: a command that does not ask this table cannot commit.
import type { Actor } from './actor.js';
import { activeMemberOf, allOf, anyOf, anySignedIn, belongsTo, not, officerOf, self, type Predicate } from './rules.js';

export interface PolicyRow<Subject> {
  /** Who may, in words a refused person understands. */
  sentence: string;
  may: Predicate<Subject>;
  /** Where the rule is written, if in a rule book. */
  rule?: string;
  /** Open to people who have not signed in. */
  anonymous?: true;
  /** The clock may do it too: timed work runs the same command as a person would. */
  clock?: true;
  /** Concerns one person's own account alone and leaves no record in the public history. */
  unrecorded?: true;
}

const row = <Subject>(facts: PolicyRow<Subject>): PolicyRow<Subject> => facts;
const admitting = officerOf('SECRETARY', 'CONVENOR');
const keepingTheBooks = officerOf('TREASURER');
const excusing = officerOf('TREASURER', 'SECRETARY');
const presiding = officerOf('CONVENOR', 'SECRETARY');
const spending = officerOf('TREASURER', 'SECRETARY', 'CONVENOR');
const auditing = officerOf('AUDITOR');
const notTheAuthor: Predicate<{ authorId: string }> = (actor, { authorId }) => actor.personId !== authorId;
const telling = officerOf('TELLER', 'SECRETARY', 'CONVENOR');
/** Papers are handed out where people meet: in the body that elects, or in their own Local Group. */
const handing = (actor: Actor, { bodyId, homeId }: { bodyId: string; homeId: string }): boolean =>
  telling(actor, { bodyId }) || telling(actor, { bodyId: homeId });

export const policy = {
  // accounts
  signIn: row<object>({ sentence: 'Anyone may sign in.', may: anySignedIn, anonymous: true, unrecorded: true }),
  requestSignInLink: row<object>({
    sentence: 'Anyone may ask for a sign-in link.',
    may: anySignedIn,
    anonymous: true,
    unrecorded: true,
  }),
  signInByLink: row<object>({
    sentence: 'Whoever holds the link may sign in with it, once.',
    may: anySignedIn,
    anonymous: true,
    unrecorded: true,
  }),
  signInAsDemonstration: row<{ demo: boolean }>({
    sentence: 'Only a demonstration lets one sign in as its people.',
    may: (_actor, { demo }) => demo,
    anonymous: true,
    unrecorded: true,
  }),
  signOut: row<object>({ sentence: 'Anyone signed in may sign out.', may: anySignedIn, unrecorded: true }),
  setPassword: row<{ personId: string }>({ sentence: 'Only you set your password.', may: self, unrecorded: true }),
  setLocale: row<{ personId: string }>({ sentence: 'Only you choose your language.', may: self, unrecorded: true }),

  // membership
  applyToLocalGroup: row<object>({ sentence: 'Anyone may apply to a Local Group.', may: anySignedIn, anonymous: true }),
  admitMember: row<{ bodyId: string; personId: string }>({
    sentence: 'The Secretary or Convenor of the Local Group admits its members, and nobody admits themselves.',
    may: allOf(admitting, not(self)),
    rule: 'offices',
  }),
  refuseApplication: row<{ bodyId: string; personId: string }>({
    sentence: 'The Secretary or Convenor of the Local Group answers its applications.',
    may: allOf(admitting, not(self)),
    rule: 'offices',
  }),
  transferMembership: row<{ personId: string }>({
    sentence: 'Only the member asks to move to another Local Group.',
    may: self,
  }),
  resignMembership: row<{ personId: string }>({ sentence: 'Only the member resigns.', may: self }),
  acceptPlatform: row<{ personId: string }>({
    sentence: 'Each person accepts the platform for themselves.',
    may: self,
  }),

  // dues
  setDuesSchedule: row<{ bodyId: string }>({
    sentence:
      'The Treasurer, Secretary or Convenor of the Federation lays down its first dues; a carried motion every later one.',
    may: officerOf('TREASURER', 'SECRETARY', 'CONVENOR'),
    rule: 'offices',
  }),
  recordPayment: row<{ bodyId: string }>({
    sentence: 'The Treasurer of the group a member belongs to enters what the member has paid.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  refundPayment: row<{ bodyId: string }>({
    sentence: 'The Treasurer of the group that was paid gives money back.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  reversePayment: row<{ bodyId: string }>({
    sentence: 'The Treasurer of the group in whose books a payment stands takes it back.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  grantWaiver: row<{ bodyId: string; personId: string }>({
    sentence:
      'The Treasurer or the Secretary of the Local Group excuses a member from dues, and nobody excuses themselves.',
    may: allOf(excusing, not(self)),
    rule: 'offices',
  }),
  endWaiver: row<{ bodyId: string; personId: string }>({
    sentence: 'The Treasurer or the Secretary of the Local Group, or the member, ends a waiver.',
    may: anyOf(excusing, self),
    rule: 'offices',
  }),
  askForWaiver: row<{ personId: string }>({
    sentence: 'Only the member asks to be excused from dues.',
    may: self,
    unrecorded: true,
  }),
  declineWaiver: row<{ bodyId: string; personId: string }>({
    sentence: 'The Treasurer or the Secretary of the Local Group answers a request, and nobody answers their own.',
    may: allOf(excusing, not(self)),
    rule: 'offices',
  }),
  declareDuesBand: row<{ personId: string }>({
    sentence: 'Only the member says which band of dues is theirs.',
    may: self,
    unrecorded: true,
  }),

  bookStatement: row<{ bodyId: string }>({
    sentence: 'The Treasurer of a body books what its bank’s statement says.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  setCardAccount: row<{ bodyId: string }>({
    sentence: 'The Treasurer of a body gives it its keys for card payments.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  removeCardAccount: row<{ bodyId: string }>({
    sentence: 'The Treasurer of a body takes away its keys for card payments.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  payByCard: row<{ personId: string }>({
    sentence: 'Only the member pays their dues by card.',
    may: self,
    unrecorded: true,
  }),

  // money that moves up
  remitDues: row<{ bodyId: string }>({
    sentence: 'The Treasurer of a body passes up what it collected for the bodies above.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  withdrawRemittance: row<{ bodyId: string }>({
    sentence: 'The Treasurer of the body that sent a remittance withdraws it.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  confirmRemittance: row<{ bodyId: string }>({
    sentence: 'The Treasurer of the body it was sent to says that a remittance has come.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  disputeRemittance: row<{ bodyId: string }>({
    sentence: 'The Treasurer of the body it was sent to disputes a remittance.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  askPerCapita: row<{ bodyId: string }>({
    sentence: 'The Treasurer of a body above asks a group for its per capita.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  withdrawPerCapita: row<{ bodyId: string }>({
    sentence: 'The Treasurer of the body that asked takes the question back.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  agreePerCapita: row<{ bodyId: string }>({
    sentence: 'The Treasurer of the group that was asked agrees.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  declinePerCapita: row<{ bodyId: string }>({
    sentence: 'The Treasurer of the group that was asked declines.',
    may: keepingTheBooks,
    rule: 'offices',
  }),

  // a body's own money
  openBooks: row<{ bodyId: string }>({
    sentence: 'The Treasurer of a body opens its books.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  moveMoney: row<{ bodyId: string }>({
    sentence: 'The Treasurer of a body enters money carried from one of its places to another.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  recordIncome: row<{ bodyId: string }>({
    sentence: 'The Treasurer of a body enters what came in.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  setAside: row<{ bodyId: string }>({
    sentence: 'The Treasurer of a body sets its money aside in a fund.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  reverseTransfer: row<{ bodyId: string }>({
    sentence: 'The Treasurer of a body undoes what was entered in its books by mistake.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  proposeSpending: row<{ bodyId: string }>({
    sentence: 'Active members of the body, or of a body below it, propose spending and ask its funds for support.',
    may: activeMemberOf,
    rule: 'offices',
  }),
  approveSpending: row<{ bodyId: string; authorId: string }>({
    sentence:
      'The Treasurer, Convenor or Secretary of the body approves spending, and never what they proposed themselves.',
    may: allOf(spending, notTheAuthor),
    rule: 'offices',
  }),
  refuseSpending: row<{ bodyId: string; authorId: string }>({
    sentence: 'The Treasurer, Convenor or Secretary of the body refuses spending that another person proposed.',
    may: allOf(spending, notTheAuthor),
    rule: 'offices',
  }),
  withdrawSpending: row<{ authorId: string }>({
    sentence: 'Only who proposed spending withdraws it.',
    may: (actor, { authorId }) => actor.personId === authorId,
  }),
  annotateTransfer: row<{ bodyId: string }>({
    sentence: 'An Auditor of the body writes notes in its books.',
    may: auditing,
    rule: 'offices',
  }),
  closePeriod: row<{ bodyId: string }>({
    sentence: 'The Treasurer of a body prepares a period of its books for closing.',
    may: keepingTheBooks,
    rule: 'offices',
  }),
  signPeriod: row<{ bodyId: string; preparedById: string | null }>({
    sentence: 'An Auditor of the body who does not keep its books signs a period, and never one they prepared.',
    may: allOf(
      allOf(auditing, not(keepingTheBooks)),
      (actor: Actor, { preparedById }: { preparedById: string | null }) => actor.personId !== preparedById,
    ),
    rule: 'offices',
  }),

  // proposals
  draftProposal: row<{ bodyId: string; authorId: string }>({
    sentence: 'Active members of the body, or of a body below it, draft motions; a draft is its author’s alone.',
    may: allOf(activeMemberOf, (actor: Actor, { authorId }: { authorId: string }) => actor.personId === authorId),
    unrecorded: true,
  }),
  submitProposal: row<{ bodyId: string; authorId: string }>({
    sentence: 'Active members of the body, or of a body below it, move motions.',
    may: allOf(activeMemberOf, (actor: Actor, { authorId }: { authorId: string }) => actor.personId === authorId),
    rule: 'motions',
  }),
  secondProposal: row<{ bodyId: string; authorId: string | null }>({
    sentence: 'Another active member of the body, or of a body below it, seconds a motion.',
    may: allOf(
      activeMemberOf,
      (actor: Actor, { authorId }: { authorId: string | null }) => actor.personId !== authorId,
    ),
    rule: 'motions',
  }),
  withdrawProposal: row<{ authorId: string | null; moverBodyId: string | null }>({
    sentence: 'The mover withdraws a motion: its author, or the Convenor or Secretary of the body that moved it.',
    may: (actor, { authorId, moverBodyId }) =>
      moverBodyId ? presiding(actor, { bodyId: moverBodyId }) : actor.personId === authorId,
  }),
  notAdmitProposal: row<{ bodyId: string }>({
    sentence: 'The Convenor or Secretary of the body rules a motion out of order, with a reason.',
    may: presiding,
    rule: 'motions',
  }),
  referUp: row<{ bodyId: string }>({
    sentence: 'The Convenor or Secretary of the body that carried a motion sends it to the body above.',
    may: presiding,
    rule: 'motions',
  }),
  addComment: row<{ bodyId: string }>({
    sentence: 'Members and supporters of the body, or of a body below it, take part in the debate.',
    may: belongsTo,
  }),
  withdrawComment: row<{ authorId: string }>({
    sentence: 'Only its author withdraws a comment.',
    may: (actor, { authorId }) => actor.personId === authorId,
  }),

  // polls
  openPoll: row<{ bodyId: string }>({
    sentence:
      'The Convenor or Secretary of the deciding body opens its poll, or the clock does once the debate is over.',
    may: presiding,
    clock: true,
    rule: 'motions',
  }),
  castBallot: row<{ electorId: string }>({
    sentence: 'Whoever is on the roll casts one ballot, their own.',
    may: (actor, { electorId }) => actor.personId === electorId,
    rule: 'roll',
  }),
  recordTellerCount: row<{ bodyId: string }>({
    sentence: 'A Teller, the Secretary or the Convenor of the body that voted enters its count.',
    may: telling,
    rule: 'offices',
  }),
  challengeRoll: row<{ bodyId: string }>({
    sentence: 'A member of the Local Group challenges its roll.',
    may: belongsTo,
    rule: 'roll',
  }),
  decideChallenge: row<{ bodyId: string; byPersonId: string }>({
    sentence: 'The Secretary or Convenor of the Local Group decides a challenge to its roll, and never their own.',
    may: allOf(admitting, (actor: Actor, { byPersonId }: { byPersonId: string }) => actor.personId !== byPersonId),
    rule: 'roll',
  }),
  closePoll: row<{ bodyId: string }>({
    sentence: 'The Convenor or Secretary of the body closes its poll when its time is over, or the clock does.',
    may: presiding,
    clock: true,
  }),
  certifyResult: row<{ bodyId: string }>({
    sentence: 'The Convenor or Secretary of the body, or the clock, certifies what was counted.',
    may: anyOf(presiding, telling),
    clock: true,
  }),

  // elections
  callElection: row<{ bodyId: string }>({
    sentence: 'The Convenor or Secretary of the body calls the elections that its rule book provides for.',
    may: presiding,
    rule: 'elections',
  }),
  nominate: row<{ bodyId: string }>({
    sentence: 'Active members of the body, or of a body below it, nominate and are nominated.',
    may: activeMemberOf,
    rule: 'elections',
  }),
  acceptNomination: row<{ personId: string | null }>({
    sentence: 'Each person answers for themselves whether they stand.',
    may: self,
    rule: 'elections',
  }),
  declineNomination: row<{ personId: string | null }>({
    sentence: 'Each person answers for themselves whether they stand.',
    may: self,
    rule: 'elections',
  }),
  withdrawNomination: row<{ personId: string | null }>({
    sentence: 'Only the candidate withdraws.',
    may: self,
    rule: 'elections',
  }),
  withdrawCandidate: row<{ personId: string | null }>({
    sentence: 'Only the candidate withdraws.',
    may: self,
    rule: 'elections',
  }),
  openElection: row<{ bodyId: string }>({
    sentence: 'The Convenor or Secretary of the body opens the vote once nominations are closed, or the clock does.',
    may: presiding,
    clock: true,
    rule: 'elections',
  }),
  handPaper: row<{ bodyId: string; homeId: string }>({
    sentence:
      'A Teller, the Secretary or the Convenor of the body that elects, or of the member’s own Local Group, hands out papers.',
    may: handing,
    rule: 'offices',
  }),
  takeBackPaper: row<{ bodyId: string; homeId: string }>({
    sentence:
      'A Teller, the Secretary or the Convenor of the body that elects, or of the member’s own Local Group, takes a paper back.',
    may: handing,
    rule: 'offices',
  }),
  recordPapers: row<{ bodyId: string }>({
    sentence: 'A Teller, the Secretary or the Convenor of the body enters papers.',
    may: telling,
    rule: 'offices',
  }),
  certifyElection: row<{ bodyId: string }>({
    sentence: 'The Convenor, Secretary or a Teller of the body, or the clock, certifies what was counted.',
    may: anyOf(presiding, telling),
    clock: true,
    rule: 'elections',
  }),
  fillVacancy: row<{ bodyId: string }>({
    sentence: 'The Convenor or Secretary of the body has a vacant seat filled as its rule book says.',
    may: presiding,
    rule: 'elections',
  }),
} as const;

export type DeedName = keyof typeof policy;
export type SubjectOf<Name extends DeedName> = Parameters<(typeof policy)[Name]['may']>[1];

/** Whether this actor may do this deed to this subject: what `viewerCan` shows and `authorize` enforces. */
export function may<Name extends DeedName>(actor: Actor | null, name: Name, subject: SubjectOf<Name>): boolean {
  const rule = policy[name] as unknown as PolicyRow<SubjectOf<Name>>;
  return actor === null ? rule.anonymous === true && rule.may(null as never, subject) : rule.may(actor, subject);
}

// Motions as the outside sees them.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../node.js';
import { connectionOf } from '../page.js';
import { RefusalType } from '../result.js';
import { DateTime } from '../scalars.js';

export enum ProposalKind {
  ORDINARY = 'ORDINARY',
  ADOPT_PLATFORM = 'ADOPT_PLATFORM',
  ADOPT_RULE_BOOK = 'ADOPT_RULE_BOOK',
  AFFILIATE_BODY = 'AFFILIATE_BODY',
  OPEN_ELECTION = 'OPEN_ELECTION',
  SET_DUES = 'SET_DUES',
  SET_SPLIT = 'SET_SPLIT',
  AUTHORISE_SPENDING = 'AUTHORISE_SPENDING',
}
registerEnumType(ProposalKind, {
  name: 'ProposalKind',
  description: 'What a carried motion does by itself; an ordinary one binds by its words.',
});

export enum ProposalState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  DEBATE = 'DEBATE',
  VOTING = 'VOTING',
  CARRIED = 'CARRIED',
  DEFEATED = 'DEFEATED',
  INQUORATE = 'INQUORATE',
  WITHDRAWN = 'WITHDRAWN',
  LAPSED = 'LAPSED',
  NOT_ADMITTED = 'NOT_ADMITTED',
  REFERRED_BACK = 'REFERRED_BACK',
}
registerEnumType(ProposalState, { name: 'ProposalState', description: 'Where a motion is in its life.' });

export enum Voting {
  MEMBERS = 'MEMBERS',
  GROUPS = 'GROUPS',
  DELEGATES = 'DELEGATES',
}
registerEnumType(Voting, {
  name: 'Voting',
  description: 'Who casts the votes: members together, bodies by their own polls, or delegates.',
});

@ObjectType('Proposal', { implements: Node, description: 'A motion: a text asking a body for a decision.' })
export class ProposalType extends Node {
  @Field(() => Int, { nullable: true, description: 'Its number in the series of its body; null for a draft.' })
  number!: number | null;

  @Field(() => ProposalKind, { description: 'What it does once carried.' })
  kind!: ProposalKind;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field({ description: 'What the body is asked to decide, as Markdown. Fixed from its submission on.' })
  text!: string;

  @Field(() => ProposalState, { description: 'Where it is in its life.' })
  state!: ProposalState;

  @Field(() => DateTime, { nullable: true, description: 'When it was put to the body.' })
  submittedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when it must have its seconds; null where it needs none.',
  })
  secondBy!: Date | null;

  @Field(() => Int, { description: 'How many seconds it needs, as the rule book said when it was submitted.' })
  secondsNeeded!: number;

  @Field(() => Int, { description: 'How many have seconded it.' })
  secondCount!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the debate began.' })
  debateFrom!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when it is debated before its poll may open.' })
  debateUntil!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When its outcome was certified.' })
  decidedAt!: Date | null;

  @Field(() => Int, { description: 'Comments that stand.' })
  commentCount!: number;
}

@ObjectType({ description: 'One step in the life of a motion.', simpleResolvers: true })
export class ProposalStep {
  @Field(() => ProposalState, { description: 'Where it was.' })
  fromState!: ProposalState;

  @Field(() => ProposalState, { description: 'Where it went.' })
  toState!: ProposalState;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'The reason given.' })
  reason!: string | null;
}

@ObjectType({ description: 'A deed that is not possible now, and the refusal it would meet.', simpleResolvers: true })
export class Cannot {
  @Field({ description: 'The name of the deed.' })
  deed!: string;

  @Field(() => RefusalType, { description: 'Why not.' })
  refusal!: RefusalType;
}

export const ProposalConnection = connectionOf('Proposal', () => ProposalType);

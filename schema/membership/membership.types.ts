// Belonging as the outside sees it: memberships, offices, standing. Whatever policy may hide is nullable.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { MembershipRow } from '../../server/membership/membership.reads.js';
import { BodyState } from '../bodies/bodies.types.js';
import { Node } from '../node.js';
import { PageInfo } from '../page.js';
import { DateTime, Day } from '../scalars.js';

export enum MembershipKind {
  MEMBER = 'MEMBER',
  SUPPORTER = 'SUPPORTER',
}
registerEnumType(MembershipKind, { name: 'MembershipKind', description: 'Supporters have a voice and no vote.' });

export enum MembershipState {
  APPLICANT = 'APPLICANT',
  ACTIVE = 'ACTIVE',
  ON_LEAVE = 'ON_LEAVE',
  SUSPENDED = 'SUSPENDED',
  LAPSED = 'LAPSED',
  RESIGNED = 'RESIGNED',
  EXPELLED = 'EXPELLED',
}
registerEnumType(MembershipState, { name: 'MembershipState', description: 'Where a membership stands.' });

@ObjectType({ description: 'One reason why somebody may not vote now.', simpleResolvers: true })
export class StandingReason {
  @Field({
    description:
      'NOT_ACTIVE, PLATFORM_NOT_ACCEPTED, DUES_OWED, SUSPENDED, SUPPORTER, ON_LEAVE, BODY_IN_FORMATION or BODY_NOT_AFFILIATED.',
  })
  code!: string;

  @Field({ description: 'The reason, in English.' })
  message!: string;

  @Field({ description: 'What would end it, in English.' })
  cure!: string;

  @Field(() => String, { nullable: true, description: 'Where the rule is written.' })
  rule!: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day on which it was good, where there is one.' })
  until!: string | null;
}

@ObjectType('Standing', {
  description: 'Whether a member may vote today. Computed, never typed.',
  simpleResolvers: true,
})
export class StandingType {
  @Field({ description: 'Whether they may.' })
  inGoodStanding!: boolean;

  @Field(() => [StandingReason], { description: 'Every reason why not.' })
  reasons!: StandingReason[];
}

@ObjectType('OfficeTerm', { description: 'An office held today: a dated term in one body.' })
export class OfficeTermType {
  @Field({ description: 'SECRETARY, TREASURER, CONVENOR, DELEGATE, AUDITOR, TELLER, or one of the body’s own.' })
  office!: string;

  @Field(() => Day, { description: 'Its first day.' })
  fromDate!: string;

  @Field(() => Day, { description: 'The day it ends.' })
  untilDate!: string;
}

@ObjectType('MembershipEvent', { description: 'One change in a membership.' })
export class MembershipEventType {
  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field({
    description: 'APPLIED, ADMITTED, NOT_ADMITTED, TRANSFER_ASKED, TRANSFER_REFUSED, TRANSFERRED, RESIGNED and so on.',
  })
  what!: string;

  @Field(() => String, { nullable: true, description: 'The reason or message given.' })
  reason!: string | null;
}

@ObjectType('Membership', {
  implements: Node,
  description: 'A person’s belonging to one Local Group. Names stay with the group.',
})
export class MembershipType extends Node {
  @Field(() => MembershipKind, { description: 'Member or supporter.' })
  kind!: MembershipKind;

  @Field(() => MembershipState, { description: 'Where it stands.' })
  state!: MembershipState;

  @Field(() => Day, { nullable: true, description: 'Since when; null before admission.' })
  joinedOn!: string | null;
}

@ObjectType({ description: 'One membership of a page.', simpleResolvers: true })
export class MembershipEdge {
  @Field({ description: 'Opaque.' })
  cursor!: string;

  @Field(() => MembershipType, { description: 'The membership.' })
  node!: MembershipRow;
}

@ObjectType({ description: 'A page of memberships, by name.' })
export class MembershipConnection {
  @Field(() => [MembershipEdge], { description: 'In order.' })
  edges!: MembershipEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  totalCount!: () => Promise<number>;
}

@ObjectType({
  description: 'How many members of a body and of those below it have accepted the platform in force.',
  simpleResolvers: true,
})
export class PlatformAcceptance {
  @Field(() => Int, { description: 'The version in force.' })
  version!: number;

  @Field(() => Int, { description: 'Who has accepted it.' })
  accepted!: number;

  @Field(() => Int, { description: 'Of how many.' })
  of!: number;
}

@ObjectType('BodyStateChange', { description: 'One change in the standing of a body.' })
export class BodyStateChangeType {
  @Field(() => DateTime, { description: 'When.' })
  since!: Date;

  @Field(() => BodyState, { description: 'What it became.' })
  state!: BodyState;
}

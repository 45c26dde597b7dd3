// What the deeds of belonging take and give.
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { MembershipRow } from '../../server/membership/membership.reads.js';
import { resultUnion } from '../result.js';
import { UUID } from '../scalars.js';
import { MembershipKind, MembershipType } from './membership.types.js';

@InputType({ description: 'An application. Somebody signed in leaves name and mail out.' })
export class ApplyToLocalGroupInput {
  @Field(() => UUID, { description: 'Made by the client and kept before sending; becomes the id of the membership.' })
  id!: string;

  @Field(() => ID, { description: 'The Local Group, or a Region that has none yet.' })
  bodyId!: string;

  @Field(() => String, { nullable: true, description: 'The name to go by; a pseudonym is fine.' })
  displayName!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the sign-in link is sent.' })
  email!: string | null;

  @Field(() => Int, { description: 'The version of the platform that was read.' })
  platformVersion!: number;

  @Field(() => [String], { description: 'Keys of the declarations made: all of that version.' })
  declarations!: string[];

  @Field(() => String, { nullable: true, description: 'A word to the group.' })
  message!: string | null;

  @Field(() => MembershipKind, {
    defaultValue: MembershipKind.MEMBER,
    description: 'Supporters have a voice and no vote.',
  })
  kind!: MembershipKind;
}

@ObjectType({ description: 'The application has arrived.' })
export class ApplicationReceived {
  @Field(() => MembershipType, {
    nullable: true,
    description: 'Null for somebody not signed in: they see it once they come by the link.',
  })
  membership!: MembershipRow | null;

  @Field(() => String, { nullable: true, description: 'Where a sign-in link was sent.' })
  linkSentTo!: string | null;

  @Field(() => String, { nullable: true, description: 'Where mails can be read in development and demonstration.' })
  outboxPath!: string | null;
}

@InputType({ description: 'Whom to admit.' })
export class AdmitMemberInput {
  @Field(() => UUID, { description: 'Made by the client.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'An application, or a membership that asked to move here.' })
  membershipId!: string;
}

@InputType({ description: 'Whom not to admit, and why.' })
export class RefuseApplicationInput {
  @Field(() => UUID, { description: 'Made by the client.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'An application, or a membership that asked to move here.' })
  membershipId!: string;

  @Field({ description: 'The reason, told to the person.' })
  reason!: string;
}

@InputType({ description: 'Where to move.' })
export class TransferMembershipInput {
  @Field(() => UUID, { description: 'Made by the client.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The other Local Group.' })
  toBodyId!: string;

  @Field(() => String, { nullable: true, description: 'A word to the other group.' })
  reason!: string | null;
}

@InputType({ description: 'Leaving.' })
export class ResignMembershipInput {
  @Field(() => UUID, { description: 'Made by the client.' })
  idempotencyKey!: string;

  @Field(() => String, { nullable: true, description: 'A word to the group.' })
  reason!: string | null;
}

@ObjectType({ description: 'What the membership has become.' })
export class MembershipChanged {
  @Field(() => MembershipType, { description: 'As it is now.' })
  membership!: MembershipRow;
}

export const ApplyToLocalGroupResult = resultUnion('ApplyToLocalGroupResult', ApplicationReceived);
export const MembershipResult = resultUnion('MembershipResult', MembershipChanged);

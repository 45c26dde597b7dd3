// What the deeds on motions take and give.
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { resultUnion } from '../result.js';
import { JSONObject, UUID } from '../scalars.js';
import { CommentType } from './comments.types.js';
import { ProposalKind, ProposalType } from './proposals.types.js';

const keyed = { description: 'Made by the client and stored before sending: a retry gets the first answer.' };
const named = { description: 'Made by the client and stored before sending; becomes the id of what is made.' };

@InputType({ description: 'A draft: made new, or written on by its author.' })
export class DraftProposalInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'The body that is to decide.' })
  bodyId!: string;

  @Field(() => ProposalKind, { defaultValue: ProposalKind.ORDINARY, description: 'What it does once carried.' })
  kind!: ProposalKind;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field({ description: 'What the body is asked to decide, as Markdown.' })
  text!: string;

  @Field(() => JSONObject, { nullable: true, description: 'For a kind that does something by itself.' })
  payload!: Record<string, unknown> | null;
}

@InputType({
  description: 'Submits the draft with this id; with bodyId, title and text it makes and submits in one step.',
})
export class SubmitProposalInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The body that is to decide.' })
  bodyId!: string | null;

  @Field(() => ProposalKind, { nullable: true, description: 'What it does once carried.' })
  kind!: ProposalKind | null;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'What the body is asked to decide, as Markdown.' })
  text!: string | null;

  @Field(() => JSONObject, { nullable: true, description: 'For a kind that does something by itself.' })
  payload!: Record<string, unknown> | null;
}

@InputType({ description: 'Which motion to second.' })
export class SecondProposalInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The motion.' })
  proposalId!: string;
}

@InputType({ description: 'Which motion its mover takes back.' })
export class WithdrawProposalInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The motion.' })
  proposalId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for all to read.' })
  reason!: string | null;
}

@InputType({ description: 'Which motion is ruled out of order, and why.' })
export class NotAdmitProposalInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The motion.' })
  proposalId!: string;

  @Field({ description: 'For all to read.' })
  reason!: string;
}

@InputType({ description: 'Which carried motion goes to the body above.' })
export class ReferUpInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'The carried motion.' })
  proposalId!: string;
}

@InputType({ description: 'What somebody says in a debate.' })
export class AddCommentInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'The motion.' })
  proposalId!: string;

  @Field(() => ID, { nullable: true, description: 'The comment it answers.' })
  parentId!: string | null;

  @Field({ description: 'As Markdown.' })
  text!: string;

  @Field({ defaultValue: false, description: 'Whether the name may be seen outside the author’s Local Group.' })
  signed!: boolean;
}

@InputType({ description: 'Which comment its author takes back.' })
export class WithdrawCommentInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The comment.' })
  commentId!: string;
}

@ObjectType({ description: 'The motion as it is now.', simpleResolvers: true })
export class ProposalChanged {
  @Field(() => ProposalType, { description: 'The motion.' })
  proposal!: ProposalType;
}

@ObjectType({ description: 'The comment, and the motion it belongs to.', simpleResolvers: true })
export class CommentAdded {
  @Field(() => CommentType, { description: 'The comment.' })
  comment!: CommentType;

  @Field(() => ProposalType, { description: 'The motion.' })
  proposal!: ProposalType;
}

export const ProposalResult = resultUnion('ProposalResult', ProposalChanged);
export const CommentResult = resultUnion('CommentResult', CommentAdded);

// The deeds on motions: shape in, the command, shape out. The motion is read anew after each.
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../server/context.js';
import { localId } from '../../server/ids.js';
import { addComment } from '../../server/proposals/addComment.js';
import { commentsById } from '../../server/proposals/comments.reads.js';
import { draftProposal } from '../../server/proposals/draftProposal.js';
import { notAdmitProposal } from '../../server/proposals/notAdmitProposal.js';
import { proposalsById } from '../../server/proposals/proposals.reads.js';
import { referUp } from '../../server/proposals/referUp.js';
import { secondProposal } from '../../server/proposals/secondProposal.js';
import { submitProposal } from '../../server/proposals/submitProposal.js';
import { withdrawComment } from '../../server/proposals/withdrawComment.js';
import { withdrawProposal } from '../../server/proposals/withdrawProposal.js';
import { orRefusal } from '../result.js';
import {
  AddCommentInput,
  CommentResult,
  DraftProposalInput,
  NotAdmitProposalInput,
  ProposalResult,
  ReferUpInput,
  SecondProposalInput,
  SubmitProposalInput,
  WithdrawCommentInput,
  WithdrawProposalInput,
} from './deeds.types.js';
import { localPayload } from './payloadIds.js';

const changed = ({ db }: Context, deed: () => Promise<{ id: string }>) =>
  orRefusal(async () => {
    const { id } = await deed();
    return { proposal: (await proposalsById(db, [id]))[0] };
  });

const said = ({ db }: Context, deed: () => Promise<{ id: string; proposalId: string }>) =>
  orRefusal(async () => {
    const { id, proposalId } = await deed();
    return { comment: (await commentsById(db, [id]))[0], proposal: (await proposalsById(db, [proposalId]))[0] };
  });

const motion = ({ proposalId }: { proposalId: string }) => ({
  proposalId: localId('Proposal', proposalId, 'proposalId'),
});

@Resolver()
export class ProposalDeedsResolver {
  @Mutation(() => ProposalResult, { description: 'A member writes a draft, or goes on with one of their own.' })
  draftProposal(@Ctx() context: Context, @Arg('input') input: DraftProposalInput) {
    const bodyId = localId('Body', input.bodyId, 'bodyId');
    return changed(context, () => draftProposal(context, { ...input, bodyId, payload: localPayload(input.payload) }));
  }

  @Mutation(() => ProposalResult, { description: 'A member puts a motion to a body.' })
  submitProposal(@Ctx() context: Context, @Arg('input') input: SubmitProposalInput) {
    const bodyId = input.bodyId ? localId('Body', input.bodyId, 'bodyId') : null;
    return changed(context, () => submitProposal(context, { ...input, bodyId, payload: localPayload(input.payload) }));
  }

  @Mutation(() => ProposalResult, { description: 'A member seconds a motion.' })
  secondProposal(@Ctx() context: Context, @Arg('input') input: SecondProposalInput) {
    return changed(context, () => secondProposal(context, { ...input, ...motion(input) }));
  }

  @Mutation(() => ProposalResult, { description: 'The mover takes a motion back before it is voted on.' })
  withdrawProposal(@Ctx() context: Context, @Arg('input') input: WithdrawProposalInput) {
    return changed(context, () => withdrawProposal(context, { ...input, ...motion(input) }));
  }

  @Mutation(() => ProposalResult, { description: 'An officer rules a motion out of order, with a reason.' })
  notAdmitProposal(@Ctx() context: Context, @Arg('input') input: NotAdmitProposalInput) {
    return changed(context, () => notAdmitProposal(context, { ...input, ...motion(input) }));
  }

  @Mutation(() => ProposalResult, {
    description: 'A carried motion goes to the body above; the answer is the motion it became there.',
  })
  referUp(@Ctx() context: Context, @Arg('input') input: ReferUpInput) {
    return changed(context, () => referUp(context, { ...input, ...motion(input) }));
  }

  @Mutation(() => CommentResult, { description: 'A member or supporter takes part in the debate.' })
  addComment(@Ctx() context: Context, @Arg('input') input: AddCommentInput) {
    const parentId = input.parentId ? localId('Comment', input.parentId, 'parentId') : null;
    return said(context, () => addComment(context, { ...input, ...motion(input), parentId }));
  }

  @Mutation(() => CommentResult, { description: 'The author takes a comment back.' })
  withdrawComment(@Ctx() context: Context, @Arg('input') input: WithdrawCommentInput) {
    const { idempotencyKey, commentId } = input;
    return said(context, () =>
      withdrawComment(context, { idempotencyKey, commentId: localId('Comment', commentId, 'commentId') }),
    );
  }
}

// The author takes a comment back: its place in the debate stays, its text and name are shown no more.
import { command } from '../command.js';
import { clockOf } from '../database/instants.js';
import { notFound, refuse } from '../errors.js';

export const withdrawComment = command(
  'withdrawComment',
  async (deed, { commentId }: { idempotencyKey: string; commentId: string }) => {
    const { db } = deed;
    const comment = await db
      .selectFrom('comment')
      .select(['proposal_id', 'author_id', 'withdrawn_at'])
      .where('id', '=', commentId)
      .forUpdate()
      .executeTakeFirst();
    if (!comment) throw notFound('comment');
    deed.authorize({ authorId: comment.author_id });
    if (comment.withdrawn_at) refuse('WRONG_STATE', 'The comment is withdrawn already.');
    await db
      .updateTable('comment')
      .set({ withdrawn_at: await clockOf(db) })
      .where('id', '=', commentId)
      .execute();
    await deed.record(commentId);
    return { id: commentId, proposalId: comment.proposal_id };
  },
);

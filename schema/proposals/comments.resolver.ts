// Reading the debate: who may see whose name, and nothing of what was taken back.
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { bodiesById } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { globalId } from '../../server/ids.js';
import { seesNames } from '../../server/policy/sight.js';
import { commentPages, type CommentRow } from '../../server/proposals/comments.reads.js';
import type { ProposalRow } from '../../server/proposals/proposals.reads.js';
import { BodyType } from '../bodies/bodies.types.js';
import { pageOf, pageSize, writeCursor } from '../page.js';
import { CommentConnection, CommentType } from './comments.types.js';
import { momentCursor } from './cursors.js';
import { ProposalType } from './proposals.types.js';

@Resolver(() => CommentType)
export class CommentsResolver {
  @FieldResolver(() => ID, { description: 'Global.' })
  id(@Root() { id }: CommentRow) {
    return globalId('Comment', id);
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The comment it answers.' })
  parentId(@Root() { parentId }: CommentRow) {
    return parentId && globalId('Comment', parentId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Null outside the author’s Local Group unless signed, and once it is withdrawn.',
  })
  authorName(@Root() comment: CommentRow, @Ctx() { actor }: Context) {
    if (actor?.personId === comment.authorId) return comment.authorName;
    return !comment.withdrawnAt && (comment.signed || seesNames(actor, comment.authorBodyId))
      ? comment.authorName
      : null;
  }

  @FieldResolver(() => BodyType, { description: 'Where the author belonged.' })
  authorBody(@Root() { authorBodyId }: CommentRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(authorBodyId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer said it.' })
  mine(@Root() { authorId }: CommentRow, @Ctx() { actor }: Context): boolean {
    return actor?.personId === authorId;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Null once it is withdrawn.' })
  text(@Root() { text, withdrawnAt }: CommentRow) {
    return withdrawnAt ? null : text;
  }
}

@Resolver(() => ProposalType)
export class ProposalCommentsResolver {
  @FieldResolver(() => CommentConnection, { description: 'The debate, in the order in which things were said.' })
  async comments(
    @Root() { id }: ProposalRow,
    @Ctx() { loaders }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    const rows = await loaders
      .of(commentPages)
      .load({ proposalId: id, first: pageSize(first), after: momentCursor(after) });
    return pageOf(rows, first, (row) => writeCursor(row.sortAt, row.id));
  }
}

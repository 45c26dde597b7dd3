// A body's motions in pages, the register of its decisions, and the motion on which a rule book rests.
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { bodiesBySlug, type BodyRow } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { notFound } from '../../server/errors.js';
import { decisionsOf, proposalPages, proposalSortKey } from '../../server/proposals/lists.reads.js';
import { proposalsById } from '../../server/proposals/proposals.reads.js';
import type { RuleBookVersionRow } from '../../server/rules/rules.reads.js';
import { BodyType } from '../bodies/bodies.types.js';
import { pageOf, pageSize, writeCursor } from '../page.js';
import { RuleBookVersion } from '../rules/rules.types.js';
import { momentCursor, numberedCursor } from './cursors.js';
import { ProposalConnection, ProposalState, ProposalType } from './proposals.types.js';

@Resolver(() => BodyType)
export class BodyProposalsResolver {
  @FieldResolver(() => ProposalConnection, {
    description: 'Its motions, newest first; of drafts only the viewer’s own.',
  })
  async proposals(
    @Root() { id }: BodyRow,
    @Ctx() { actor, loaders }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('states', () => [ProposalState], { nullable: true, description: 'Only these.' })
    states: ProposalState[] | null,
  ) {
    const rows = await loaders.of(proposalPages).load({
      bodyId: id,
      first: pageSize(first),
      after: numberedCursor(after),
      states: states ?? null,
      viewerId: actor?.personId ?? null,
    });
    return pageOf(rows, first, (row) => writeCursor(...proposalSortKey(row)));
  }

  @Query(() => ProposalConnection, {
    description: 'What a body has decided, newest first; where a later decision took the place of one, it says which.',
  })
  async decisionsInForce(
    @Ctx() { db, loaders }: Context,
    @Arg('body', { description: 'Its slug.' }) slug: string,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    const body = await loaders.of(bodiesBySlug).load(slug);
    if (!body) throw notFound('body');
    const rows = await decisionsOf(db, body.id, pageSize(first), momentCursor(after));
    return pageOf(rows, first, (row) => writeCursor(row.sortAt, row.id));
  }
}

@Resolver(() => RuleBookVersion)
export class RuleBookDecisionResolver {
  @FieldResolver(() => ProposalType, {
    nullable: true,
    description: 'The motion that carried it; null for the founding rules.',
  })
  proposal(@Root() { proposalId }: RuleBookVersionRow, @Ctx() { loaders }: Context) {
    return proposalId ? loaders.of(proposalsById).load(proposalId) : null;
  }
}

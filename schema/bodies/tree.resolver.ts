// The whole tree at once, for the picture of the federation.
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import { wholeTree } from '../../server/bodies/tree.reads.js';
import type { Context } from '../../server/context.js';
import { asksFor } from '../asksFor.js';
import { TreeBody } from './bodies.types.js';

@Resolver()
export class TreeResolver {
  @Query(() => [TreeBody], { description: 'The whole tree, flat, in depth-first order.' })
  tree(@Ctx() { db }: Context, @Info() info: GraphQLResolveInfo) {
    return wholeTree(db, asksFor(info, 'goodStandingCount'));
  }
}

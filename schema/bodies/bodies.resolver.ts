// Reading bodies: the tree, one body, lists of them.
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import {
  bodiesAbove,
  bodiesBelow,
  bodiesById,
  bodiesBySlug,
  findBodies,
  theFederation,
  type BodyRow,
} from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { globalId, localId } from '../../server/ids.js';
import { pageOf, pageSize, readCursor, writeCursor } from '../page.js';
import { BodyConnection, BodyKind, BodyType } from './bodies.types.js';

@Resolver(() => BodyType)
export class BodiesResolver {
  @Query(() => BodyType, {
    nullable: true,
    description: 'The one Federation of this deployment; null before it is founded.',
  })
  federation(@Ctx() { db }: Context) {
    return theFederation(db);
  }

  @Query(() => BodyType, { nullable: true, description: 'A body by its slug.' })
  body(@Ctx() { loaders }: Context, @Arg('slug') slug: string) {
    return loaders.of(bodiesBySlug).load(slug);
  }

  @Query(() => BodyConnection, { description: 'Bodies by slug, filtered.' })
  async bodies(
    @Ctx() { db }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('under', () => ID, { nullable: true, description: 'Only this body and those below it.' }) under: string | null,
    @Arg('kind', () => BodyKind, { nullable: true }) kind: BodyKind | null,
    @Arg('search', () => String, { nullable: true, description: 'Part of the name.' }) search: string | null,
  ) {
    const [slug] = readCursor(after, 'text') ?? [null];
    const rows = await findBodies(db, {
      first: pageSize(first),
      after: slug,
      under: under ? localId('Body', under, 'under') : null,
      kind,
      search,
    });
    return pageOf(rows, first, (row) => writeCursor(row.slug));
  }

  @FieldResolver(() => ID)
  id(@Root() body: BodyRow) {
    return globalId('Body', body.id);
  }

  @FieldResolver(() => BodyType, { nullable: true, description: 'The body above; null for the Federation.' })
  parent(@Root() body: BodyRow, @Ctx() { loaders }: Context) {
    return body.parentId ? loaders.of(bodiesById).load(body.parentId) : null;
  }

  @FieldResolver(() => [BodyType], { description: 'The bodies directly below, by name.' })
  children(@Root() body: BodyRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesBelow).load(body.id);
  }

  @FieldResolver(() => [BodyType], { description: 'From the Federation down to the parent.' })
  above(@Root() body: BodyRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesAbove).load(body.id);
  }
}

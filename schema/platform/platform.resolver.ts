// Reading the platform, and accepting it.
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../server/context.js';
import { notFound } from '../../server/errors.js';
import { globalId } from '../../server/ids.js';
import { acceptPlatform } from '../../server/platform/acceptPlatform.js';
import { diffClauses } from '../../server/platform/diff.js';
import {
  acceptedAt,
  acceptedCounts,
  clausesOf,
  platformInForceOnce,
  platformsById,
  platformsByNumber,
  versionNumbers,
  type PlatformRow,
} from '../../server/platform/platform.reads.js';
import type { Actor } from '../../server/policy/actor.js';
import { proposalsById } from '../../server/proposals/proposals.reads.js';
import { ViewerType } from '../accounts/viewer.types.js';
import { ProposalType } from '../proposals/proposals.types.js';
import { orRefusal, resultUnion } from '../result.js';
import { DateTime, UUID } from '../scalars.js';
import { Clause, ClauseDiff, PlatformVersionType } from './platform.types.js';

@InputType({ description: 'A yes to the version in force.' })
class AcceptPlatformInput {
  @Field(() => UUID, { description: 'Made by the client; a retry with it gets the first answer.' })
  idempotencyKey!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => [String], { description: 'Keys of the declarations made: all of that version.' })
  declarations!: string[];
}

@ObjectType({ description: 'The platform is accepted.', simpleResolvers: true })
class PlatformAccepted {
  @Field(() => PlatformVersionType, { description: 'The version accepted.' })
  platform!: PlatformRow;

  @Field(() => ViewerType, { description: 'Who accepted it, with the standing that follows.' })
  viewer!: Actor;
}

const AcceptPlatformResult = resultUnion('AcceptPlatformResult', PlatformAccepted);

@Resolver(() => PlatformVersionType)
export class PlatformResolver {
  @Query(() => PlatformVersionType, {
    nullable: true,
    description: 'The version in force, or the one asked for. Null where there is none.',
  })
  platform(
    @Ctx() { loaders }: Context,
    @Arg('version', () => Int, { nullable: true, description: 'Its number.' }) version: number | null,
  ) {
    return version === null || version === undefined
      ? loaders.of(platformInForceOnce).load('now')
      : loaders.of(platformsByNumber).load(version);
  }

  @Mutation(() => AcceptPlatformResult, { description: 'Accepts the platform in force, with every declaration.' })
  acceptPlatform(@Ctx() context: Context, @Arg('input', () => AcceptPlatformInput) input: AcceptPlatformInput) {
    return orRefusal(async () => {
      const { versionId } = await acceptPlatform(context, { ...input });
      const platform = await context.loaders.of(platformsById).load(versionId);
      return { platform, viewer: context.actor };
    });
  }

  @FieldResolver(() => ID, { description: 'Global.' })
  id(@Root() platform: PlatformRow) {
    return globalId('PlatformVersion', platform.id);
  }

  @FieldResolver(() => [Clause], { description: 'In order.' })
  clauses(@Root() platform: PlatformRow, @Ctx() { loaders }: Context) {
    return loaders.of(clausesOf).load(platform.id);
  }

  @FieldResolver(() => Int, { description: 'Members of today who have accepted it.' })
  acceptedCount(@Root() platform: PlatformRow, @Ctx() { loaders }: Context) {
    return loaders.of(acceptedCounts).load(platform.id);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When the viewer accepted it; null if they have not, or nobody is signed in.',
  })
  viewerAcceptedAt(@Root() platform: PlatformRow, @Ctx() { actor, loaders }: Context) {
    return actor ? loaders.of(acceptedAt).load(`${actor.personId}/${platform.id}`) : null;
  }

  @FieldResolver(() => ProposalType, {
    nullable: true,
    description: 'The motion that adopted it; null for the founding version.',
  })
  proposal(@Root() platform: PlatformRow, @Ctx() { loaders }: Context) {
    return platform.proposalId ? loaders.of(proposalsById).load(platform.proposalId) : null;
  }

  @FieldResolver(() => [Int], { description: 'The numbers of all versions, the first one first.' })
  versions(@Ctx() { db }: Context) {
    return versionNumbers(db);
  }

  @FieldResolver(() => [ClauseDiff], { description: 'What changed since another version, clause by clause.' })
  async diff(
    @Root() platform: PlatformRow,
    @Ctx() { loaders }: Context,
    @Arg('from', () => Int, { description: 'The number of the version to compare with.' }) from: number,
  ) {
    const other = await loaders.of(platformsByNumber).load(from);
    if (!other) throw notFound('version');
    const [before, after] = await Promise.all([other, platform].map(({ id }) => loaders.of(clausesOf).load(id)));
    return diffClauses(before!, after!);
  }
}

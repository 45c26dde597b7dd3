// Reading who is looking: their account, where they belong, what they hold.
import { Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { hasPassword, sessionCount } from '../../server/accounts/accounts.reads.js';
import type { Context } from '../../server/context.js';
import { globalId } from '../../server/ids.js';
import { admittingBodies } from '../../server/membership/dues.js';
import { membershipsById, waitingCounts } from '../../server/membership/membership.reads.js';
import { officesHeldBy } from '../../server/membership/offices.reads.js';
import { standingsOf } from '../../server/membership/standing.js';
import { acceptedAt, platformInForceOnce } from '../../server/platform/platform.reads.js';
import type { Actor } from '../../server/policy/actor.js';
import { MembershipType, OfficeTermType, StandingType } from '../membership/membership.types.js';
import { ViewerType } from './viewer.types.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'The person signed in; null when signed out.' })
  viewer(@Ctx() { actor }: Context) {
    return actor;
  }

  @FieldResolver(() => ID, { description: 'The global id of the person.' })
  personId(@Root() viewer: Actor) {
    return globalId('Person', viewer.personId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether they can sign in with a password, too.' })
  hasPassword(@Root() viewer: Actor, @Ctx() { db }: Context) {
    return hasPassword(db, viewer.personId);
  }

  @FieldResolver(() => Int, { description: 'On how many devices they are signed in.' })
  sessionCount(@Root() viewer: Actor, @Ctx() { db }: Context) {
    return sessionCount(db, viewer.personId);
  }

  @FieldResolver(() => MembershipType, {
    nullable: true,
    description: 'The one open membership, an application included; null if none.',
  })
  membership(@Root() viewer: Actor, @Ctx() { loaders }: Context) {
    return viewer.membership ? loaders.of(membershipsById).load(viewer.membership.id) : null;
  }

  @FieldResolver(() => [OfficeTermType], { description: 'Offices held today.' })
  offices(@Root() viewer: Actor, @Ctx() { loaders }: Context) {
    return loaders.of(officesHeldBy).load(viewer.personId);
  }

  @FieldResolver(() => StandingType, {
    nullable: true,
    description: 'Whether they may vote today, and if not, why; null without a membership.',
  })
  standing(@Root() viewer: Actor, @Ctx() { loaders }: Context) {
    return viewer.membership ? loaders.of(standingsOf).load(viewer.membership.id) : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether they have accepted the platform in force; true where there is none.',
  })
  async acceptedPlatform(@Root() viewer: Actor, @Ctx() { loaders }: Context) {
    const platform = await loaders.of(platformInForceOnce).load('now');
    return platform === null || (await loaders.of(acceptedAt).load(`${viewer.personId}/${platform.id}`)) !== null;
  }

  @FieldResolver(() => Int, {
    description: 'Applications and transfers that await an answer of the groups whose roll they keep.',
  })
  async applicationsWaiting(@Root() viewer: Actor, @Ctx() { loaders }: Context) {
    const counts = await Promise.all(admittingBodies(viewer).map((bodyId) => loaders.of(waitingCounts).load(bodyId)));
    return counts.reduce((sum, count) => sum + count, 0);
  }
}

// What a body shows of those who belong to it: figures to everyone, names to its own members.
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { BodyRow } from '../../server/bodies/bodies.reads.js';
import { statesOf } from '../../server/bodies/states.reads.js';
import type { Context } from '../../server/context.js';
import { atLargeCounts, memberCounts, platformAcceptances } from '../../server/membership/counts.reads.js';
import { homesById, whyClosed } from '../../server/membership/homes.js';
import { countRoll, pageOfRoll } from '../../server/membership/membership.reads.js';
import { officersOf } from '../../server/membership/offices.reads.js';
import { rollFor } from '../../server/membership/rollFor.js';
import { goodStandingCounts } from '../../server/membership/standing.js';
import { BodyType } from '../bodies/bodies.types.js';
import { pageOf, pageSize, readCursor, writeCursor } from '../page.js';
import {
  BodyStateChangeType,
  MembershipConnection,
  MembershipState,
  OfficeTermType,
  PlatformAcceptance,
} from './membership.types.js';
import { deedsInBody } from './viewerCan.js';

@Resolver(() => BodyType)
export class BodyMembershipResolver {
  @FieldResolver(() => Int, {
    description: 'Members of this body and below, those on leave or suspended included; supporters are not counted.',
  })
  memberCount(@Root() body: BodyRow, @Ctx() { loaders }: Context) {
    return loaders.of(memberCounts).load(body.id);
  }

  @FieldResolver(() => Int, { description: 'Those of them who may vote today.' })
  goodStandingCount(@Root() body: BodyRow, @Ctx() { loaders }: Context) {
    return loaders.of(goodStandingCounts).load(body.id);
  }

  @FieldResolver(() => Int, { description: 'Members who belong to a Region itself, where there is no Local Group.' })
  atLargeCount(@Root() body: BodyRow, @Ctx() { loaders }: Context) {
    return loaders.of(atLargeCounts).load(body.id);
  }

  @FieldResolver(() => [OfficeTermType], { description: 'Offices held today.' })
  officers(@Root() body: BodyRow, @Ctx() { loaders }: Context) {
    return loaders.of(officersOf).load(body.id);
  }

  @FieldResolver(() => MembershipConnection, {
    nullable: true,
    description:
      'The roll of names. Null unless the viewer belongs to this Local Group or holds office in it; applicants and former members only for those who keep the roll.',
  })
  async memberships(
    @Root() body: BodyRow,
    @Ctx() { actor, db }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('states', () => [MembershipState], {
      nullable: true,
      description: 'Only these; members of today where left out.',
    })
    states: MembershipState[] | null,
  ) {
    const search = rollFor(actor, body.id, states);
    if (!search) return null;
    const size = pageSize(first);
    const rows = await pageOfRoll(db, search, size, readCursor(after, 'text', 'uuid'));
    return {
      ...pageOf(rows, size, (row) => writeCursor(row.privateName, row.id)),
      countAll: () => countRoll(db, search),
    };
  }

  @FieldResolver(() => [BodyStateChangeType], {
    description: 'How it came to stand where it stands, the first change first.',
  })
  states(@Root() body: BodyRow, @Ctx() { loaders }: Context) {
    return loaders.of(statesOf).load(body.id);
  }

  @FieldResolver(() => PlatformAcceptance, {
    nullable: true,
    description: 'How many have accepted the platform in force; null where there is none.',
  })
  platformAcceptance(@Root() body: BodyRow, @Ctx() { loaders }: Context) {
    return loaders.of(platformAcceptances).load(body.id);
  }

  @FieldResolver(() => [String], { description: 'Names of deeds the viewer may do here now, from the policy table.' })
  async viewerCan(@Root() body: BodyRow, @Ctx() { actor, loaders }: Context) {
    const home = await loaders.of(homesById).load(body.id);
    return deedsInBody(actor, body, home !== null && whyClosed(home) === null);
  }
}

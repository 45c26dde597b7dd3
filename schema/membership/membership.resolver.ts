// A membership field by field: each that tells something of a person asks policy/sight.ts who is looking.
import { Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { bodiesById } from '../../server/bodies/bodies.reads.js';
import type { BodyStateRow } from '../../server/bodies/states.reads.js';
import type { Context } from '../../server/context.js';
import { globalId } from '../../server/ids.js';
import { eventsOf, type EventRow, type MembershipRow } from '../../server/membership/membership.reads.js';
import type { OfficeTermRow } from '../../server/membership/offices.reads.js';
import { standingsOf } from '../../server/membership/standing.js';
import { acceptedAt, platformInForceOnce } from '../../server/platform/platform.reads.js';
import {
  seesDues,
  seesEmail,
  seesEvents,
  seesMembership,
  seesOfficers,
  seesStanding,
} from '../../server/policy/sight.js';
import { proposalsById } from '../../server/proposals/proposals.reads.js';
import { BodyType } from '../bodies/bodies.types.js';
import { ProposalType } from '../proposals/proposals.types.js';
import { Day } from '../scalars.js';
import {
  BodyStateChangeType,
  MembershipConnection,
  MembershipEventType,
  MembershipType,
  OfficeTermType,
  StandingType,
} from './membership.types.js';
import { deedsOnMembership } from './viewerCan.js';

@Resolver(() => MembershipType)
export class MembershipResolver {
  @FieldResolver(() => ID, { description: 'Global.' })
  id(@Root() membership: MembershipRow) {
    return globalId('Membership', membership.id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The name they go by; null where names of that group are not the viewer’s to see.',
  })
  displayName(@Root() membership: MembershipRow, @Ctx() { actor }: Context) {
    return seesMembership(actor, membership) ? membership.privateName : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'For themselves and for those who keep the roll.' })
  email(@Root() membership: MembershipRow, @Ctx() { actor }: Context) {
    return seesEmail(actor, membership) ? membership.privateEmail : null;
  }

  @FieldResolver(() => Day, {
    nullable: true,
    description: 'For themselves and for the Treasurer and the Secretary of their group.',
  })
  duesPaidUntil(@Root() membership: MembershipRow, @Ctx() { actor }: Context) {
    return seesDues(actor, membership) ? membership.privateDues : null;
  }

  @FieldResolver(() => StandingType, { nullable: true, description: 'As private as the dues it tells of.' })
  standing(@Root() membership: MembershipRow, @Ctx() { actor, loaders }: Context) {
    return seesStanding(actor, membership) ? loaders.of(standingsOf).load(membership.id) : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether they have accepted the platform in force; true where there is none.',
  })
  async acceptedPlatform(@Root() membership: MembershipRow, @Ctx() { loaders }: Context) {
    const platform = await loaders.of(platformInForceOnce).load('now');
    return platform === null || (await loaders.of(acceptedAt).load(`${membership.personId}/${platform.id}`)) !== null;
  }

  @FieldResolver(() => BodyType, { description: 'Where they belong, or have applied.' })
  body(@Root() membership: MembershipRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(membership.bodyId);
  }

  @FieldResolver(() => BodyType, { nullable: true, description: 'Where they have asked to move.' })
  transferTo(@Root() membership: MembershipRow, @Ctx() { loaders }: Context) {
    return membership.transferToId ? loaders.of(bodiesById).load(membership.transferToId) : null;
  }

  @FieldResolver(() => [MembershipEventType], {
    description: 'How it came about, the first change first; for themselves and for those who keep the roll.',
  })
  events(@Root() membership: MembershipRow, @Ctx() { actor, loaders }: Context) {
    return seesEvents(actor, membership) ? loaders.of(eventsOf).load(membership.id) : [];
  }

  @FieldResolver(() => [String], { description: 'Names of deeds the viewer may do here now.' })
  viewerCan(@Root() membership: MembershipRow, @Ctx() { actor }: Context) {
    return deedsOnMembership(actor, membership);
  }
}

@Resolver(() => MembershipEventType)
export class MembershipEventResolver {
  @FieldResolver(() => BodyType, { description: 'The body it concerned.' })
  body(@Root() event: EventRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(event.bodyId);
  }

  @FieldResolver(() => BodyType, { nullable: true, description: 'For a transfer: the body they came from.' })
  fromBody(@Root() event: EventRow, @Ctx() { loaders }: Context) {
    return event.fromBodyId ? loaders.of(bodiesById).load(event.fromBodyId) : null;
  }
}

@Resolver(() => OfficeTermType)
export class OfficeTermResolver {
  @FieldResolver(() => ID, { description: 'Global.' })
  id(@Root() term: OfficeTermRow) {
    return globalId('OfficeTerm', term.id);
  }

  @FieldResolver(() => BodyType, { description: 'Where it is held.' })
  body(@Root() term: OfficeTermRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(term.bodyId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who holds it; null where the viewer does not belong to that body.',
  })
  holderName(@Root() term: OfficeTermRow, @Ctx() { actor }: Context) {
    return actor?.personId === term.personId || seesOfficers(actor, term.bodyId) ? term.privateName : null;
  }
}

@Resolver(() => BodyStateChangeType)
export class BodyStateChangeResolver {
  @FieldResolver(() => ProposalType, {
    nullable: true,
    description: 'The motion that decided it; null at the founding.',
  })
  proposal(@Root() change: BodyStateRow, @Ctx() { loaders }: Context) {
    return change.proposalId ? loaders.of(proposalsById).load(change.proposalId) : null;
  }
}

@Resolver(() => MembershipConnection)
export class MembershipConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are on all pages.' })
  totalCount(@Root() page: { countAll: () => Promise<number> }) {
    return page.countAll();
  }
}

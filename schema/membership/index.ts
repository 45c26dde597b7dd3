// The resolvers of belonging.
import { BodyMembershipResolver } from './bodyMembership.resolver.js';
import {
  BodyStateChangeResolver,
  MembershipConnectionResolver,
  MembershipEventResolver,
  MembershipResolver,
  OfficeTermResolver,
} from './membership.resolver.js';
import { MembershipDeedsResolver } from './membershipDeeds.resolver.js';

export const membershipResolvers = [
  MembershipResolver,
  MembershipEventResolver,
  MembershipConnectionResolver,
  OfficeTermResolver,
  BodyStateChangeResolver,
  BodyMembershipResolver,
  MembershipDeedsResolver,
];

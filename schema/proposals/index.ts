// The resolvers of motions.
import { ProposalAbilitiesResolver } from './abilities.resolver.js';
import { CommentsResolver, ProposalCommentsResolver } from './comments.resolver.js';
import { ProposalDeedsResolver } from './deeds.resolver.js';
import { BodyProposalsResolver, RuleBookDecisionResolver } from './lists.resolver.js';
import { ProposalsResolver } from './proposals.resolver.js';

export const proposalResolvers = [
  ProposalsResolver,
  ProposalAbilitiesResolver,
  BodyProposalsResolver,
  RuleBookDecisionResolver,
  CommentsResolver,
  ProposalCommentsResolver,
  ProposalDeedsResolver,
];

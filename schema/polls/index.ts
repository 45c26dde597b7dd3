// The resolvers of polls and results.
import { BallotReceiptResolver, PollDeedsResolver } from './deeds.resolver.js';
import { OwnBallotResolver, PollPlacesResolver, PollViewerResolver, RollChallengeResolver } from './places.resolver.js';
import { PollsResolver, RollCountResolver } from './polls.resolver.js';
import { BodyPollsResolver, ProposalPollsResolver } from './proposalPolls.resolver.js';
import { ResultsResolver } from './results.resolver.js';

export const pollResolvers = [
  PollsResolver,
  RollCountResolver,
  PollPlacesResolver,
  PollViewerResolver,
  OwnBallotResolver,
  RollChallengeResolver,
  ResultsResolver,
  PollDeedsResolver,
  BallotReceiptResolver,
  ProposalPollsResolver,
  BodyPollsResolver,
];

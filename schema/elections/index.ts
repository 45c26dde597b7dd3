// The resolvers of elections.
import {
  BodyElectionsResolver,
  OfficeToElectResolver,
  PollElectionResolver,
  ProposalElectionResolver,
} from './bodyElections.resolver.js';
import { CandidatesResolver } from './candidates.resolver.js';
import { ElectionDeedsResolver } from './deeds.resolver.js';
import { ElectionResultResolver, ElectionsResolver } from './elections.resolver.js';
import { ElectionPlacesResolver, VacancyResolver } from './places.resolver.js';

export const electionResolvers = [
  ElectionsResolver,
  ElectionResultResolver,
  ElectionPlacesResolver,
  VacancyResolver,
  CandidatesResolver,
  ElectionDeedsResolver,
  BodyElectionsResolver,
  OfficeToElectResolver,
  ProposalElectionResolver,
  PollElectionResolver,
];

// Polls and results on the pages of motions and bodies.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { BodyRow } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { openPollsOfBodies, pollsOfProposals } from '../../server/polls/polls.reads.js';
import { resultsByPoll } from '../../server/polls/results.reads.js';
import type { ProposalRow } from '../../server/proposals/proposals.reads.js';
import { BodyType } from '../bodies/bodies.types.js';
import { ProposalType } from '../proposals/proposals.types.js';
import { PollType } from './polls.types.js';
import { ResultType } from './results.types.js';

@Resolver(() => ProposalType)
export class ProposalPollsResolver {
  @FieldResolver(() => PollType, {
    nullable: true,
    description: 'Its poll in the body that decides it; null before it opens.',
  })
  poll(@Root() { id }: ProposalRow, @Ctx() { loaders }: Context) {
    return loaders.of(pollsOfProposals).load(id);
  }

  @FieldResolver(() => ResultType, { nullable: true, description: 'The certified result of that poll.' })
  async result(@Root() { id }: ProposalRow, @Ctx() { loaders }: Context) {
    const poll = await loaders.of(pollsOfProposals).load(id);
    return poll && loaders.of(resultsByPoll).load(poll.id);
  }
}

@Resolver(() => BodyType)
export class BodyPollsResolver {
  @FieldResolver(() => [PollType], { description: 'Its open polls, the first to close first.' })
  openPolls(@Root() { id }: BodyRow, @Ctx() { loaders }: Context) {
    return loaders.of(openPollsOfBodies).load(id);
  }
}

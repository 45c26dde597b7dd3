// Reading polls: the rule, the roll in figures, turnout, and the polls above and below.
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { bodiesById } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { globalId, localId } from '../../server/ids.js';
import {
  ballotCounts,
  pollsBelow,
  pollsById,
  rollsByBody,
  type PollRow,
  type RollCountRow,
} from '../../server/polls/polls.reads.js';
import { pollSentences, quorumNeeded } from '../../server/polls/pollSentences.js';
import { resultsByPoll } from '../../server/polls/results.reads.js';
import { proposalsById } from '../../server/proposals/proposals.reads.js';
import { BodyType } from '../bodies/bodies.types.js';
import { ProposalType } from '../proposals/proposals.types.js';
import { Sentence } from '../rules/rules.types.js';
import { PollType, RollCount } from './polls.types.js';
import { ResultType } from './results.types.js';

@Resolver(() => PollType)
export class PollsResolver {
  @Query(() => PollType, { nullable: true, description: 'A poll by its id.' })
  poll(@Ctx() { loaders }: Context, @Arg('id', () => ID) id: string) {
    return loaders.of(pollsById).load(localId('Poll', id));
  }

  @FieldResolver(() => ID)
  id(@Root() { id }: PollRow) {
    return globalId('Poll', id);
  }

  @FieldResolver(() => ProposalType, { nullable: true, description: 'The motion it decides.' })
  proposal(@Root() { proposalId }: PollRow, @Ctx() { loaders }: Context) {
    return proposalId ? loaders.of(proposalsById).load(proposalId) : null;
  }

  @FieldResolver(() => BodyType, { description: 'Whose poll it is.' })
  body(@Root() { bodyId }: PollRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(bodyId);
  }

  @FieldResolver(() => PollType, {
    nullable: true,
    description: 'The poll of the body above, which takes what is cast here; null for the deciding body.',
  })
  parent(@Root() { parentId }: PollRow, @Ctx() { loaders }: Context) {
    return parentId ? loaders.of(pollsById).load(parentId) : null;
  }

  @FieldResolver(() => PollType, { description: 'The poll of the deciding body.' })
  root(@Root() { rootId }: PollRow, @Ctx() { loaders }: Context) {
    return loaders.of(pollsById).load(rootId);
  }

  @FieldResolver(() => [PollType], {
    description: 'The polls of its constituents, by name; none where members vote together.',
  })
  children(@Root() { id }: PollRow, @Ctx() { loaders }: Context) {
    return loaders.of(pollsBelow).load(id);
  }

  @FieldResolver(() => [RollCount], { description: 'The roll in figures, by body. Names stay in the Local Groups.' })
  rollByBody(@Root() { id }: PollRow, @Ctx() { loaders }: Context) {
    return loaders.of(rollsByBody).load(id);
  }

  @FieldResolver(() => Int, { description: 'Ballots cast so far: turnout only, never by option before the close.' })
  ballotCount(@Root() { id }: PollRow, @Ctx() { loaders }: Context) {
    return loaders.of(ballotCounts).load(id);
  }

  @FieldResolver(() => [Sentence], { description: 'The rule that decides it, in sentences.' })
  rule(@Root() poll: PollRow) {
    return pollSentences(poll);
  }

  @FieldResolver(() => BodyType, { description: 'Whose rule book that is.' })
  ruleBookBody(@Root() { ruleBookBodyId }: PollRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(ruleBookBodyId);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Electors who must take part for a quorum; null where the rule asks none.',
  })
  quorumNeeded(@Root() poll: PollRow) {
    return quorumNeeded(poll);
  }

  @FieldResolver(() => ResultType, { nullable: true, description: 'The certified result; null before.' })
  result(@Root() { id }: PollRow, @Ctx() { loaders }: Context) {
    return loaders.of(resultsByPoll).load(id);
  }
}

@Resolver(() => RollCount)
export class RollCountResolver {
  @FieldResolver(() => BodyType, { description: 'The body.' })
  body(@Root() { bodyId }: RollCountRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(bodyId);
  }
}

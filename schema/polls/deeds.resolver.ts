// The deeds on polls: shape in, the command, shape out. The poll is read anew after each.
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../server/context.js';
import { globalId, localId } from '../../server/ids.js';
import { castBallot } from '../../server/polls/castBallot.js';
import { certifyResult } from '../../server/polls/certifyResult.js';
import { challengeRoll } from '../../server/polls/challengeRoll.js';
import { closePoll } from '../../server/polls/closePoll.js';
import { decideChallenge } from '../../server/polls/decideChallenge.js';
import { openPoll } from '../../server/polls/openPoll.js';
import { pollsById } from '../../server/polls/polls.reads.js';
import { challengesById } from '../../server/polls/scrutiny.reads.js';
import { recordTellerCount } from '../../server/polls/recordTellerCount.js';
import { resultsByPoll } from '../../server/polls/results.reads.js';
import { orRefusal } from '../result.js';
import {
  BallotReceipt,
  CastBallotInput,
  CastBallotResult,
  CertifyResultInput,
  CertifyResultResult,
  ChallengeRollInput,
  ClosePollInput,
  DecideChallengeInput,
  OpenPollInput,
  PollResult,
  RecordTellerCountInput,
  RollChallengeResult,
} from './deeds.types.js';
import { PollType } from './polls.types.js';

const changed = (context: Context, deed: () => Promise<{ id: string }>) =>
  orRefusal(async () => {
    const { id } = await deed();
    return { poll: await context.loaders.of(pollsById).load(id) };
  });

const challenged = (context: Context, deed: () => Promise<{ id: string; pollId: string }>) =>
  orRefusal(async () => {
    const { id, pollId } = await deed();
    return {
      challenge: await context.loaders.of(challengesById).load(id),
      poll: await context.loaders.of(pollsById).load(pollId),
    };
  });

const poll = ({ pollId }: { pollId: string }) => ({ pollId: localId('Poll', pollId, 'pollId') });

@Resolver()
export class PollDeedsResolver {
  @Mutation(() => PollResult, {
    description: 'An officer of the deciding body opens the poll of a motion whose debate has run its time.',
  })
  openPoll(@Ctx() context: Context, @Arg('input') input: OpenPollInput) {
    const proposalId = localId('Proposal', input.proposalId, 'proposalId');
    return changed(context, () => openPoll(context, { ...input, proposalId }));
  }

  @Mutation(() => CastBallotResult, { description: 'A member casts their ballot, or a new one in its place.' })
  castBallot(@Ctx() context: Context, @Arg('input') input: CastBallotInput) {
    return orRefusal(async () => {
      const receipt = await castBallot(context, { ...input, ...poll(input) });
      return { ...receipt, id: globalId('Ballot', receipt.id) };
    });
  }

  @Mutation(() => PollResult, { description: 'A teller enters what they counted; two who agree settle it.' })
  recordTellerCount(@Ctx() context: Context, @Arg('input') input: RecordTellerCountInput) {
    return changed(context, () => recordTellerCount(context, { ...input, ...poll(input) }));
  }

  @Mutation(() => RollChallengeResult, { description: 'A member of the Local Group says that its roll is wrong.' })
  challengeRoll(@Ctx() context: Context, @Arg('input') input: ChallengeRollInput) {
    const aboutMembershipId = localId('Membership', input.aboutMembershipId, 'aboutMembershipId');
    return challenged(context, () => challengeRoll(context, { ...input, ...poll(input), aboutMembershipId }));
  }

  @Mutation(() => RollChallengeResult, {
    description: 'An officer of the Local Group decides a challenge to its roll.',
  })
  decideChallenge(@Ctx() context: Context, @Arg('input') input: DecideChallengeInput) {
    const challengeId = localId('RollChallenge', input.challengeId, 'challengeId');
    return challenged(context, () => decideChallenge(context, { ...input, challengeId }));
  }

  @Mutation(() => PollResult, { description: 'An officer closes a poll whose time is over; the clock does it too.' })
  closePoll(@Ctx() context: Context, @Arg('input') input: ClosePollInput) {
    return changed(context, () => closePoll(context, { ...input, ...poll(input) }));
  }

  @Mutation(() => CertifyResultResult, {
    description: 'An officer certifies what was counted; the clock does it too where nothing is contested.',
  })
  certifyResult(@Ctx() context: Context, @Arg('input') input: CertifyResultInput) {
    return orRefusal(async () => {
      const { pollId } = await certifyResult(context, { ...input, ...poll(input) });
      return { result: await context.loaders.of(resultsByPoll).load(pollId) };
    });
  }
}

@Resolver(() => BallotReceipt)
export class BallotReceiptResolver {
  @FieldResolver(() => PollType, { description: 'Its poll, as it stands with this ballot.' })
  poll(@Root() { pollId }: { pollId: string }, @Ctx() { loaders }: Context) {
    return loaders.of(pollsById).load(pollId);
  }
}

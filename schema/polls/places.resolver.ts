// What a poll is to the viewer and to its officers: place on the roll, own ballot, challenges, tellers' counts.
import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../server/context.js';
import { globalId } from '../../server/ids.js';
import { abilitiesIn, cannotVote, placeOf } from '../../server/polls/abilities.js';
import { agreement } from '../../server/polls/agreement.js';
import { pollsById, type PollRow } from '../../server/polls/polls.reads.js';
import { challengesOfPolls, tellerCounts, type ChallengeRow } from '../../server/polls/scrutiny.reads.js';
import { ownPolls } from '../../server/polls/viewer.reads.js';
import { may } from '../../server/policy/table.js';
import { seesNames, seesTheRoll } from '../../server/policy/sight.js';
import { RefusalType } from '../result.js';
import { optionCounts } from './optionCounts.js';
import { OwnBallot, PollType, PollViewer, RollChallenge, TellerCount } from './polls.types.js';

@Resolver(() => PollType)
export class PollPlacesResolver {
  @FieldResolver(() => PollType, {
    nullable: true,
    description: 'Where the viewer votes in this roll-up: the poll of their own body.',
  })
  async viewerPoll(@Root() { id }: PollRow, @Ctx() { actor, loaders }: Context) {
    const own = actor && (await loaders.of(ownPolls).load({ pollId: id, personId: actor.personId }));
    return own ? loaders.of(pollsById).load(own) : null;
  }

  @FieldResolver(() => PollViewer, {
    nullable: true,
    description: 'The viewer’s place in this very poll; null when signed out.',
  })
  viewer(@Root() poll: PollRow, @Ctx() { actor }: Context): PollRow | null {
    return actor ? poll : null;
  }

  @FieldResolver(() => [String], { description: 'Names of deeds the viewer may do with it now.' })
  viewerCan(@Root() poll: PollRow, @Ctx() context: Context) {
    return abilitiesIn(context, poll);
  }

  @FieldResolver(() => [RollChallenge], {
    description:
      'Challenges to the rolls of this poll and, at its root, of those below: to officers of the body and to the persons concerned.',
  })
  async challenges(@Root() { id }: PollRow, @Ctx() { actor, loaders }: Context) {
    if (!actor) return [];
    const all = await loaders.of(challengesOfPolls).load(id);
    return all.filter(
      (each) => seesTheRoll(actor, each.bodyId) || [each.byPersonId, each.aboutPersonId].includes(actor.personId),
    );
  }

  @FieldResolver(() => [TellerCount], { description: 'The tellers’ counts that stand: to officers of the body.' })
  async tellerCounts(
    @Root() { id, bodyId, options }: PollRow,
    @Ctx() { actor, loaders }: Context,
  ): Promise<TellerCount[]> {
    if (!actor || !may(actor, 'recordTellerCount', { bodyId })) return [];
    const counts = await loaders.of(tellerCounts).load(id);
    const agreed = agreement(counts) !== null;
    return counts.map((count) => ({
      id: globalId('TellerCount', count.id),
      tally: optionCounts(count.tally, options),
      entitled: count.entitled,
      at: count.at,
      mine: count.tellerId === actor.personId,
      agreed,
    }));
  }
}

@Resolver(() => PollViewer)
export class PollViewerResolver {
  @FieldResolver()
  async onRoll(@Root() poll: PollRow, @Ctx() context: Context): Promise<boolean> {
    return (await placeOf(context, poll))?.onRoll ?? false;
  }

  @FieldResolver(() => RefusalType, {
    nullable: true,
    description: 'Why the viewer can not vote here now; null when they can.',
  })
  async cannot(@Root() poll: PollRow, @Ctx() context: Context) {
    const refusal = await cannotVote(context, poll);
    return refusal && RefusalType.of(refusal);
  }

  @FieldResolver(() => OwnBallot, {
    nullable: true,
    description: 'The viewer’s ballot that stands; null where they have none, or none that can be told from others.',
  })
  async ballot(@Root() poll: PollRow, @Ctx() context: Context) {
    return (await placeOf(context, poll))?.ballot ?? null;
  }
}

@Resolver(() => OwnBallot)
export class OwnBallotResolver {
  @FieldResolver(() => ID, { description: 'Its id.' })
  id(@Root() { id }: { id: string }) {
    return globalId('Ballot', id);
  }
}

@Resolver(() => RollChallenge)
export class RollChallengeResolver {
  @FieldResolver(() => ID, { description: 'Its id.' })
  id(@Root() { id }: ChallengeRow) {
    return globalId('RollChallenge', id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Whom it is about; null where the viewer may not see names of that Local Group.',
  })
  aboutName(@Root() challenge: ChallengeRow, @Ctx() { actor }: Context) {
    return seesNames(actor, challenge.bodyId) || actor?.personId === challenge.aboutPersonId
      ? challenge.aboutName
      : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who made it; null where the viewer may not see names of that Local Group.',
  })
  byName(@Root() challenge: ChallengeRow, @Ctx() { actor }: Context) {
    return seesNames(actor, challenge.bodyId) || actor?.personId === challenge.byPersonId ? challenge.byName : null;
  }

  @FieldResolver(() => [String], { description: 'Names of deeds the viewer may do with it now.' })
  viewerCan(@Root() { bodyId, byPersonId, state, pollState }: ChallengeRow, @Ctx() { actor }: Context): string[] {
    const open = state === 'OPEN' && pollState !== 'CERTIFIED';
    return actor && open && may(actor, 'decideChallenge', { bodyId, byPersonId }) ? ['decideChallenge'] : [];
  }
}

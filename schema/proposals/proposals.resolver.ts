// Reading motions: their text, their life, where they come from and go to, the rule that decides them.
import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { bodiesById } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { malformed } from '../../server/errors.js';
import { globalId, localId } from '../../server/ids.js';
import { seesNames } from '../../server/policy/sight.js';
import { decidingRule } from '../../server/proposals/deciding.js';
import { supersededBy } from '../../server/proposals/lists.reads.js';
import { isSeenBy } from '../../server/proposals/loadMotion.js';
import {
  climbedTo,
  haveSeconded,
  proposalByNumber,
  proposalsById,
  stepsOf,
  type ProposalRow,
} from '../../server/proposals/proposals.reads.js';
import { ruleSentences } from '../../server/rules/ruleSentences.js';
import { BodyType } from '../bodies/bodies.types.js';
import { Sentence } from '../rules/rules.types.js';
import { globalPayload } from './payloadIds.js';
import { ProposalStep, ProposalType, Voting } from './proposals.types.js';

@Resolver(() => ProposalType)
export class ProposalsResolver {
  @Query(() => ProposalType, {
    nullable: true,
    description: 'A motion by its id, or by its body’s slug and its number.',
  })
  async proposal(
    @Ctx() { db, loaders, actor }: Context,
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Arg('body', () => String, { nullable: true, description: 'The slug of the body.' }) body: string | null,
    @Arg('number', () => Int, { nullable: true }) number: number | null,
  ) {
    if (!id && (!body || !number))
      throw malformed('Give the id of a motion, or the slug of its body and its number.', 'id');
    const found = id
      ? await loaders.of(proposalsById).load(localId('Proposal', id))
      : await proposalByNumber(db, body!, number!);
    return found && isSeenBy(found, actor) ? found : null;
  }

  @FieldResolver(() => ID)
  id(@Root() { id }: ProposalRow) {
    return globalId('Proposal', id);
  }

  @FieldResolver(() => BodyType, { description: 'The body that decides it.' })
  body(@Root() { bodyId }: ProposalRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(bodyId);
  }

  @FieldResolver(() => GraphQLJSONObject, {
    description:
      'What it asks for as data. ORDINARY {} · ADOPT_PLATFORM {clauses, reacceptDays} · ADOPT_RULE_BOOK {rules} · AFFILIATE_BODY {bodyId} · OPEN_ELECTION {kind: PERSONS, office, seats, takesOfficeOn, termMonths, method?, alternates?, constraints?: [{name, atLeast, atMost}]} or {kind: OPTIONS, options: [title], seats, method?} · SET_DUES {amount, currency, period: MONTH or YEAR, validFrom, partPeriod?: WHOLE, MONTHS or NEXT, bands?: [{band, name, amount}]}, amounts as text such as "28.00" · SET_SPLIT {validFrom, shares: [{level: LOCAL_GROUP, REGION or FEDERATION, purpose?, share: "1/5", until?}]}.',
  })
  payload(@Root() { payload }: ProposalRow) {
    return globalPayload(payload);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who moved it; null outside the author’s own Local Group, and where a body moved it.',
  })
  authorName(@Root() { authorId, authorBodyId, authorName }: ProposalRow, @Ctx() { actor }: Context) {
    if (!authorId) return null;
    const seen = actor?.personId === authorId || (authorBodyId !== null && seesNames(actor, authorBodyId));
    return seen ? authorName : null;
  }

  @FieldResolver(() => BodyType, { nullable: true, description: 'Where its author belonged when it was moved.' })
  authorBody(@Root() { authorBodyId }: ProposalRow, @Ctx() { loaders }: Context) {
    return authorBodyId ? loaders.of(bodiesById).load(authorBodyId) : null;
  }

  @FieldResolver(() => BodyType, {
    nullable: true,
    description: 'The body that moved it, having carried it; null where a member did.',
  })
  moverBody(@Root() { moverBodyId }: ProposalRow, @Ctx() { loaders }: Context) {
    return moverBodyId ? loaders.of(bodiesById).load(moverBodyId) : null;
  }

  @FieldResolver(() => ProposalType, { nullable: true, description: 'The carried motion below from which it climbed.' })
  referredFrom(@Root() { referredFromId }: ProposalRow, @Ctx() { loaders }: Context) {
    return referredFromId ? loaders.of(proposalsById).load(referredFromId) : null;
  }

  @FieldResolver(() => [ProposalType], { description: 'The motions above that it became.' })
  climbedTo(@Root() { id }: ProposalRow, @Ctx() { loaders }: Context) {
    return loaders.of(climbedTo).load(id);
  }

  @FieldResolver(() => ProposalType, {
    nullable: true,
    description: 'The later motion whose platform or rule book took the place of the one it adopted.',
  })
  supersededBy(@Root() { id }: ProposalRow, @Ctx() { loaders }: Context) {
    return loaders.of(supersededBy).load(id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer has seconded it.' })
  async viewerSeconded(@Root() { id }: ProposalRow, @Ctx() { actor, loaders }: Context): Promise<boolean> {
    return actor !== null && loaders.of(haveSeconded).load({ proposalId: id, personId: actor.personId });
  }

  @FieldResolver(() => [ProposalStep], { description: 'Its life so far, in order.' })
  steps(@Root() { id }: ProposalRow, @Ctx() { loaders }: Context) {
    return loaders.of(stepsOf).load(id);
  }

  @FieldResolver(() => [Sentence], { description: 'The rule that will decide it, or that did, in sentences.' })
  async rule(@Root() motion: ProposalRow, @Ctx() { loaders }: Context) {
    return ruleSentences((await decidingRule(loaders, motion)).rule);
  }

  @FieldResolver(() => Voting, { description: 'Who decides it by that rule.' })
  async voting(@Root() motion: ProposalRow, @Ctx() { loaders }: Context) {
    return (await decidingRule(loaders, motion)).rule.voting;
  }

  @FieldResolver(() => Boolean, { description: 'Whether members vote on it by secret ballot.' })
  async secret(@Root() motion: ProposalRow, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await decidingRule(loaders, motion)).rule.secret;
  }

  @FieldResolver(() => Int, { description: 'The version of the rule book in which that rule stands.' })
  async ruleBookVersion(@Root() motion: ProposalRow, @Ctx() { loaders }: Context) {
    return (await decidingRule(loaders, motion)).source.version;
  }

  @FieldResolver(() => BodyType, { description: 'Whose rule book that is.' })
  async ruleBookBody(@Root() motion: ProposalRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load((await decidingRule(loaders, motion)).source.bodyId);
  }
}

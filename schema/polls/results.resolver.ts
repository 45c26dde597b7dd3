// Reading results. The engine's words are kept as they were certified; here they are only put in the API's shape.
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { bodiesById, type BodyRow } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import {
  lensSentence,
  narrate,
  type LensName as EngineLens,
  type Sentence as EngineSentence,
} from '../../server/counting/index.js';
import { globalId, localId } from '../../server/ids.js';
import { ballotCounts, pollsById, type PollRow } from '../../server/polls/polls.reads.js';
import { pollSentences } from '../../server/polls/pollSentences.js';
import { resultsByPoll, type ResultView } from '../../server/polls/results.reads.js';
import type { TallyRow } from '../../server/polls/certified.js';
import { bodiesOfResults, bodyNamesOfResults, talliesOfResults } from '../../server/polls/tallies.reads.js';
import { ballotsIn } from '../../server/polls/tree.js';
import { asksFor } from '../asksFor.js';
import { BodyType } from '../bodies/bodies.types.js';
import { Sentence } from '../rules/rules.types.js';
import { optionCounts } from './optionCounts.js';
import { PollType } from './polls.types.js';
import { BodyTally, LensName, LensResult, ResultType } from './results.types.js';

const lensNames = [
  ['bodies', LensName.BODIES],
  ['weight', LensName.WEIGHT],
  ['members', LensName.MEMBERS],
] as const satisfies [EngineLens, LensName][];
const order = ['FOR', 'AGAINST', 'ABSTAIN'];
const spoken = (sentence: EngineSentence): Sentence => ({
  key: sentence.key,
  values: { ...sentence.values },
  text: narrate(sentence),
});

@Resolver(() => ResultType)
export class ResultsResolver {
  @Query(() => ResultType, {
    nullable: true,
    description:
      'The certified result of a poll, or of the poll of one body inside a roll-up; null before it is certified.',
  })
  result(@Ctx() { loaders }: Context, @Arg('poll', () => ID) poll: string) {
    return loaders.of(resultsByPoll).load(localId('Poll', poll, 'poll'));
  }

  @FieldResolver(() => PollType, { description: 'The poll it is of.' })
  poll(@Root() result: ResultView, @Ctx() { loaders }: Context) {
    return loaders.of(pollsById).load(result.pollId);
  }

  @FieldResolver(() => LensName, { description: 'The lens that decides.' })
  async binding(@Root() result: ResultView, @Ctx() context: Context): Promise<LensName> {
    const binding =
      result.decision?.binding ?? ((await pollOf(context, result)).voting === 'MEMBERS' ? 'members' : 'weight');
    return lensNames.find(([name]) => name === binding)![1];
  }

  @FieldResolver(() => [LensResult], {
    description: 'By bodies, by weight, by members; none where the figures are published only with others’.',
  })
  lenses(@Root() { decision }: ResultView): LensResult[] {
    if (!decision) return [];
    return lensNames.map(([name, lens]) => {
      const { totals, total, needed, strict, carries, binds } = decision.lenses[name];
      const published = Object.keys(totals).length > 0;
      return {
        lens,
        strict,
        binds,
        totals: published ? optionCounts(totals, order) : [],
        total: total ?? 0,
        needed: needed === null ? '' : String(needed),
        carries: carries ?? false,
        sentence: spoken(lensSentence(name, decision.lenses[name])),
      };
    });
  }

  @FieldResolver(() => [Sentence], {
    description: 'What the rule asked and the sum, as sentences; what each body cast stands in the tallies.',
  })
  async arithmetic(@Root() result: ResultView, @Ctx() context: Context) {
    if (!result.decision) return pollSentences(await pollOf(context, result));
    return result.decision.sentences.filter(({ key }) => !key.startsWith('body.')).map(spoken);
  }

  @FieldResolver(() => [BodyTally], { description: 'Every body of the roll-up, flat, depth-first, the root first.' })
  async tallies(
    @Root() { rootId, bodyId }: ResultView,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BodyTally[]> {
    const more = ofAPlace.some((field) => asksFor(info, 'body', field));
    const [tallies, bodies] = await Promise.all([
      loaders.of(talliesOfResults).load({ rootId, bodyId }),
      loaders.of(more ? bodiesOfResults : bodyNamesOfResults).load(rootId),
    ]);
    return tallies.map((row) => ({ ...figuresOf(row), body: bodies.get(row.bodyId) as BodyRow }));
  }

  @FieldResolver(() => Int, { description: 'Members on the roll.' })
  async electors(@Root() result: ResultView, @Ctx() context: Context) {
    return result.decision?.quorum.electors.of ?? (await pollOf(context, result)).rollCount;
  }

  @FieldResolver(() => Int, { description: 'Ballots that were counted.' })
  ballots(@Root() { decision, pollId }: ResultView, @Ctx() { loaders }: Context) {
    return decision?.quorum.electors.tookPart ?? loaders.of(ballotCounts).load(pollId);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Electors who had to take part; null where the rule asks none.',
  })
  quorumElectorsNeeded(@Root() { decision }: ResultView) {
    return decision?.quorum.electors.needed || null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Bodies that had to take part; null where the rule asks none.',
  })
  quorumBodiesNeeded(@Root() { decision }: ResultView) {
    return decision?.quorum.bodies?.needed || null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Bodies that took part; null where members voted together.',
  })
  quorumBodies(@Root() { decision }: ResultView) {
    return decision?.quorum.bodies?.tookPart ?? null;
  }

  @FieldResolver(() => Int, { description: 'The version of the rule book it was decided under.' })
  async ruleBookVersion(@Root() result: ResultView, @Ctx() context: Context) {
    return (await pollOf(context, result)).ruleBookVersion;
  }

  @FieldResolver(() => BodyType, { description: 'Whose rule book that is.' })
  async ruleBookBody(@Root() result: ResultView, @Ctx() context: Context) {
    return context.loaders.of(bodiesById).load((await pollOf(context, result)).ruleBookBodyId);
  }

  @FieldResolver(() => String, { description: 'Where in that rule book the rule stands.' })
  async ruleSection(@Root() result: ResultView, @Ctx() context: Context) {
    return (await pollOf(context, result)).ruleSection;
  }

  @FieldResolver(() => Boolean, { description: 'Whether ballots were confidential.' })
  async secret(@Root() result: ResultView, @Ctx() context: Context) {
    return (await pollOf(context, result)).secret;
  }
}

const pollOf = async ({ loaders }: Context, { pollId }: ResultView): Promise<PollRow> =>
  (await loaders.of(pollsById).load(pollId))!;

/** What a list of two thousand rows does without, unless it shows it. */
const ofAPlace = [
  'jurisdictionKind',
  'jurisdiction',
  'country',
  'subdivision',
  'locality',
  'latitude',
  'longitude',
  'formedOn',
];

type Figures = Omit<BodyTally, 'body'>;
const shaped = new WeakMap<TallyRow, Figures>();

/** Shaped once, as the rows are kept: a result has thousands of these, and a resolver for each field would be felt. */
function figuresOf(row: TallyRow): Figures {
  let figures = shaped.get(row);
  if (!figures) shaped.set(row, (figures = shape(row)));
  return figures;
}

function shape({ parentBodyId, pollId, tally, cast, merged, entitled, weight, outcome, quorate }: TallyRow): Figures {
  return {
    entitled,
    weight,
    outcome,
    quorate,
    merged,
    parentBodyId: parentBodyId && globalId('Body', parentBodyId),
    pollId: pollId && globalId('Poll', pollId),
    tally: merged ? null : optionCounts(tally, order),
    ballots: merged ? null : ballotsIn(tally),
    cast: cast && optionCounts(cast, order),
  };
}

// Reading elections: where they are, who stands, the rule, and what they came to.
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { bodiesById } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { ballotFile } from '../../server/elections/ballotFile.js';
import { candidatesById, candidatesOf, type CandidateRow } from '../../server/elections/candidates.reads.js';
import { electionsById, type ElectionRow } from '../../server/elections/elections.reads.js';
import { electionResults, type ElectionResultRow } from '../../server/elections/results.reads.js';
import { globalId, localId } from '../../server/ids.js';
import { pollsById } from '../../server/polls/polls.reads.js';
import { proposalsById } from '../../server/proposals/proposals.reads.js';
import { electionSentences } from '../../server/rules/electionSentences.js';
import { BodyType } from '../bodies/bodies.types.js';
import { PollType } from '../polls/polls.types.js';
import { ProposalType } from '../proposals/proposals.types.js';
import { Sentence } from '../rules/rules.types.js';
import { CandidateType } from './candidates.types.js';
import { ElectionConstraint, ElectionType } from './elections.types.js';
import { BallotFile, BallotFormat, ElectionResultType } from './results.types.js';

@Resolver(() => ElectionType)
export class ElectionsResolver {
  @Query(() => ElectionType, { nullable: true, description: 'An election by its id.' })
  election(@Ctx() { loaders }: Context, @Arg('id', () => ID) id: string) {
    return loaders.of(electionsById).load(localId('Election', id));
  }

  @FieldResolver(() => ID)
  id(@Root() { id }: ElectionRow) {
    return globalId('Election', id);
  }

  @FieldResolver(() => BodyType, { description: 'The body that elects.' })
  body(@Root() { bodyId }: ElectionRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(bodyId);
  }

  @FieldResolver(() => ProposalType, { nullable: true, description: 'The carried motion that called it.' })
  proposal(@Root() { proposalId }: ElectionRow, @Ctx() { loaders }: Context) {
    return proposalId ? loaders.of(proposalsById).load(proposalId) : null;
  }

  @FieldResolver(() => PollType, {
    nullable: true,
    description: 'Where ballots are cast; null before voting opens, and where nobody had to vote.',
  })
  poll(@Root() { id }: ElectionRow, @Ctx() { loaders }: Context) {
    return loaders.of(pollsById).load(id);
  }

  @FieldResolver()
  method(@Root() { rule }: ElectionRow): string {
    return rule.method;
  }

  @FieldResolver(() => Int)
  seats(@Root() { rule }: ElectionRow): number {
    return rule.seats;
  }

  @FieldResolver()
  reopen(@Root() { rule }: ElectionRow): boolean {
    return rule.reopen;
  }

  @FieldResolver()
  secret(@Root() { rule }: ElectionRow): boolean {
    return rule.secret;
  }

  @FieldResolver()
  countBack(@Root() { rule }: ElectionRow): boolean {
    return rule.countBack;
  }

  @FieldResolver(() => Int)
  alternatesKept(@Root() { rule }: ElectionRow): number {
    return rule.alternates;
  }

  @FieldResolver(() => [ElectionConstraint])
  constraints(@Root() { rule }: ElectionRow): ElectionConstraint[] {
    return [...rule.constraints];
  }

  @FieldResolver(() => [Sentence], { description: 'The rule it was called with, in sentences.' })
  rule(@Root() { rule }: ElectionRow) {
    return electionSentences(rule);
  }

  @FieldResolver(() => BodyType, { description: 'Whose rule book it was called under.' })
  ruleBookBody(@Root() { ruleBookBodyId }: ElectionRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(ruleBookBodyId);
  }

  @FieldResolver(() => [CandidateType], {
    description:
      'Who stands, or stood: in the order of the paper once it is drawn, those who withdrew after that included; before, in the order in which they came.',
  })
  async candidates(@Root() { id }: ElectionRow, @Ctx() { loaders }: Context) {
    const all = await loaders.of(candidatesOf).load(id);
    return all.filter(({ state, number }) => number !== null || state === 'STANDING');
  }

  @FieldResolver(() => ElectionResultType, { nullable: true, description: 'What it came to; null before.' })
  result(@Root() { id }: ElectionRow, @Ctx() { loaders }: Context) {
    return loaders.of(electionResults).load(id);
  }

  @FieldResolver(() => BallotFile, {
    nullable: true,
    description:
      'The ballots as a file; null before the count, where nobody voted, and where fewer than five secret papers were cast. Candidates are named where the viewer may see their names. A rare order of preference can be recognised by whoever demanded it: open the ballots of small elections with that in mind.',
  })
  ballotFile(
    @Root() election: ElectionRow,
    @Ctx() context: Context,
    @Arg('format', () => BallotFormat) format: BallotFormat,
  ) {
    return ballotFile(context, election, format);
  }
}

@Resolver(() => ElectionResultType)
export class ElectionResultResolver {
  @FieldResolver(() => [CandidateType], { description: 'Who was elected, in the order of election.' })
  elected(@Root() { elected }: ElectionResultRow, @Ctx() { loaders }: Context) {
    return loaders.of(candidatesById).loadMany(elected) as Promise<CandidateRow[]>;
  }

  @FieldResolver(() => [CandidateType], { description: 'Alternates, the first to follow first.' })
  alternates(@Root() { alternates }: ElectionResultRow, @Ctx() { loaders }: Context) {
    return loaders.of(candidatesById).loadMany(alternates) as Promise<CandidateRow[]>;
  }

  @FieldResolver(() => String, { nullable: true })
  count(@Root() { count }: ElectionResultRow) {
    return count && JSON.stringify(count);
  }
}

// Polls as the outside sees them. No field anywhere tells what another person chose.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../node.js';
import { Voting } from '../proposals/proposals.types.js';
import { DateTime } from '../scalars.js';

export enum PollState {
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  CERTIFIED = 'CERTIFIED',
}
registerEnumType(PollState, {
  name: 'PollState',
  description: 'Open for ballots, closed, or closed with a certified result.',
});

@ObjectType('Poll', {
  implements: Node,
  description: 'One question put to one body’s electorate, with a frozen roll.',
  simpleResolvers: true,
})
export class PollType extends Node {
  @Field({ description: 'The title of the motion it decides, or of the election.' })
  title!: string;

  @Field({ description: 'MOTION, or how the papers of an election are counted.' })
  method!: string;

  @Field(() => [String], {
    description:
      'What a ballot may say; of an election the numbers of its candidates, which a ballot marks as `Election.method` says.',
  })
  options!: string[];

  @Field(() => Voting, { description: 'Who casts the votes.' })
  voting!: Voting;

  @Field({ description: 'Confidential: once it is closed nothing links a person to a ballot.' })
  secret!: boolean;

  @Field(() => PollState, { description: 'Where it is.' })
  state!: PollState;

  @Field(() => DateTime, { description: 'When it opened and its roll was frozen.' })
  openedAt!: Date;

  @Field(() => DateTime, { description: 'Until when ballots are taken, by the clock of the database.' })
  closesAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed.' })
  closedAt!: Date | null;

  @Field(() => DateTime, { description: 'Until when its roll may be challenged.' })
  challengeUntil!: Date;

  @Field(() => DateTime, {
    description: 'The database’s clock, so that a screen counts down by the clock that decides.',
  })
  now!: Date;

  @Field(() => Int, { description: 'How many are entitled; of a poll by bodies, all below it.' })
  rollCount!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The votes its body has in the poll above; null for the poll of the deciding body.',
  })
  weight!: number | null;

  @Field(() => Int, { description: 'The version of the rule book it was opened under.' })
  ruleBookVersion!: number;

  @Field({ description: 'Where in that rule book its rule stands.' })
  ruleSection!: string;
}

@ObjectType({ description: 'How many of a body are on a roll.', simpleResolvers: true })
export class RollCount {
  @Field(() => Int, { description: 'Members entitled.' })
  entitled!: number;
}

@ObjectType({ description: 'The viewer’s place in a poll.' })
export class PollViewer {
  @Field({ description: 'Whether they are on its roll.' })
  onRoll!: boolean;
}

@ObjectType({ description: 'The viewer’s own ballot.', simpleResolvers: true })
export class OwnBallot {
  @Field(() => String, {
    nullable: true,
    description: 'What it says. A confidential ballot can not be told from others once its poll is closed.',
  })
  choice!: string | null;

  @Field(() => DateTime, { description: 'When it was cast; of a confidential one, the minute.' })
  castAt!: Date;
}

@ObjectType({ description: 'Somebody says that a roll is wrong.', simpleResolvers: true })
export class RollChallenge {
  @Field({ description: 'BELONGS_ON or DOES_NOT_BELONG.' })
  claim!: string;

  @Field({ description: 'Why.' })
  reason!: string;

  @Field({ description: 'OPEN, UPHELD or DISMISSED.' })
  state!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'What was said when it was decided.' })
  note!: string | null;
}

@ObjectType({ description: 'How many for one option.', simpleResolvers: true })
export class OptionCount {
  @Field({ description: 'The option.' })
  option!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'What one teller counted in a body that voted by hand.', simpleResolvers: true })
export class TellerCount {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => [OptionCount], { description: 'The figures.' })
  tally!: OptionCount[];

  @Field(() => Int, { description: 'How many were entitled by the teller’s list.' })
  entitled!: number;

  @Field(() => DateTime, { description: 'When it was entered.' })
  at!: Date;

  @Field({ description: 'Whether the viewer entered it.' })
  mine!: boolean;

  @Field({ description: 'Whether all counts of this poll are alike and enough to stand.' })
  agreed!: boolean;
}

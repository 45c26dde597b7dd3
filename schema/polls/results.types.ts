// Certified results as the outside sees them: three lenses, the arithmetic, every body's figures, and the file from
// which anybody decides anew.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { BodyRow } from '../../server/bodies/bodies.reads.js';
import { BodyType } from '../bodies/bodies.types.js';
import { Sentence } from '../rules/rules.types.js';
import { DateTime } from '../scalars.js';
import { OptionCount } from './polls.types.js';

export enum LensName {
  BODIES = 'BODIES',
  WEIGHT = 'WEIGHT',
  MEMBERS = 'MEMBERS',
}
registerEnumType(LensName, {
  name: 'Lens',
  description: 'How a result is looked at: one for each body, by their votes, or by members.',
});

@ObjectType({ description: 'A result through one lens.', simpleResolvers: true })
export class LensResult {
  @Field(() => LensName, { description: 'Which.' })
  lens!: LensName;

  @Field(() => [OptionCount], { description: 'How many stand for each option; empty where it is not published.' })
  totals!: OptionCount[];

  @Field(() => Int, { description: 'Bodies, votes or members in all.' })
  total!: number;

  @Field({ description: 'What had to be exceeded or reached; empty where nothing was asked or it is not published.' })
  needed!: string;

  @Field({ description: 'True: more than needed; false: at least.' })
  strict!: boolean;

  @Field({ description: 'Whether this lens alone would carry.' })
  carries!: boolean;

  @Field({ description: 'Whether it decides.' })
  binds!: boolean;

  @Field(() => Sentence, { description: 'What it shows, as a sentence.' })
  sentence!: Sentence;
}

@ObjectType({ description: 'One body in a result.', simpleResolvers: true })
export class BodyTally {
  @Field(() => BodyType, { description: 'The body.' })
  body!: BodyRow;

  @Field(() => ID, { nullable: true, description: 'The body above it in this result; null for the root.' })
  parentBodyId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Its own poll; null where it held none.' })
  pollId!: string | null;

  @Field(() => Int, { description: 'Members on the roll.' })
  entitled!: number;

  @Field(() => [OptionCount], {
    nullable: true,
    description:
      'Its ballots by option; null where so few were cast that they are published only together with others’.',
  })
  tally!: OptionCount[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its ballots; null where they are published only together with others’.',
  })
  ballots!: number | null;

  @Field(() => [OptionCount], {
    nullable: true,
    description: 'What it cast in the body above; null where that is not told.',
  })
  cast!: OptionCount[] | null;

  @Field(() => Int, { nullable: true, description: 'Its votes in the body above.' })
  weight!: number | null;

  @Field({
    description:
      'CARRIED, DEFEATED or INQUORATE of a body that held a poll; FOR, AGAINST, ABSTAIN or NONE of one whose members voted with others; WITHHELD; empty for a body that only stands between, whose figures are sums.',
  })
  outcome!: string;

  @Field({ description: 'Whether enough took part in it.' })
  quorate!: boolean;

  @Field({ description: 'Its ballots are so few that they are published only together with others’.' })
  merged!: boolean;
}

@ObjectType('Result', { description: 'The certified outcome of a poll.', simpleResolvers: true })
export class ResultType {
  @Field({ description: 'CARRIED, DEFEATED, INQUORATE, TIED, or the option that won.' })
  outcome!: string;

  @Field({
    description:
      'The decision file: anybody can give this text to `mandate decide`; a browser recounts from it. Empty where a body’s figures are published only with others’.',
  })
  decisionFile!: string;

  @Field({ description: 'SHA-256 of that text; of the deciding body’s it stands in the history.' })
  decisionHash!: string;

  @Field(() => DateTime, { description: 'When it was certified.' })
  certifiedAt!: Date;
}

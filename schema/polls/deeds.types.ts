// What the deeds on polls take and give.
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { resultUnion } from '../result.js';
import { DateTime, JSONObject, UUID } from '../scalars.js';
import { PollType, RollChallenge } from './polls.types.js';
import { ResultType } from './results.types.js';

const keyed = { description: 'Made by the client and stored before sending: a retry gets the first answer.' };

@InputType({ description: 'Which motion goes to its poll.' })
export class OpenPollInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The motion.' })
  proposalId!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'More time than the rule book gives; left out, the time of the rule book.',
  })
  closesAt!: Date | null;
}

@InputType({
  description: 'A ballot. A new id revises an earlier ballot; the same id with the same choice is the same ballot.',
})
export class CastBallotInput {
  @Field(() => UUID, { description: 'Made by the client and stored before sending.' })
  id!: string;

  @Field(() => ID, { description: 'The poll of the viewer’s own body.' })
  pollId!: string;

  @Field({ description: 'One of its options.' })
  choice!: string;
}

@InputType({ description: 'What a teller counted in a Local Group that voted by hand.' })
export class RecordTellerCountInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The poll of that Local Group.' })
  pollId!: string;

  @Field(() => JSONObject, { description: 'Whole numbers by option.' })
  tally!: Record<string, number>;

  @Field(() => Int, { description: 'How many were entitled.' })
  entitled!: number;
}

@InputType({ description: 'What is wrong with a roll.' })
export class ChallengeRollInput {
  @Field(() => UUID, { description: 'Made by the client and stored before sending; becomes the id of the challenge.' })
  id!: string;

  @Field(() => ID, { description: 'The poll, or any of the same roll-up.' })
  pollId!: string;

  @Field(() => ID, { description: 'The member it is about.' })
  aboutMembershipId!: string;

  @Field({ description: 'BELONGS_ON or DOES_NOT_BELONG.' })
  claim!: string;

  @Field({ description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'What becomes of a challenge.' })
export class DecideChallengeInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The challenge.' })
  challengeId!: string;

  @Field({ description: 'True: the roll is corrected.' })
  uphold!: boolean;

  @Field(() => String, { nullable: true, description: 'Why.' })
  note!: string | null;
}

@InputType({ description: 'Which poll, its time being over, is closed.' })
export class ClosePollInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The poll.' })
  pollId!: string;
}

@InputType({ description: 'Which poll, being closed, is certified.' })
export class CertifyResultInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The poll.' })
  pollId!: string;
}

@ObjectType({ description: 'The poll as it is now.', simpleResolvers: true })
export class PollChanged {
  @Field(() => PollType, { description: 'The poll.' })
  poll!: PollType;
}

@ObjectType({ description: 'Proof that a ballot was taken, in the hands of whoever cast it.', simpleResolvers: true })
export class BallotReceipt {
  @Field(() => ID, { description: 'The ballot.' })
  id!: string;

  @Field({ description: 'What it says.' })
  choice!: string;

  @Field(() => DateTime, { description: 'When it was cast; of a confidential one, the minute.' })
  castAt!: Date;

  @Field({ description: 'Whether it took the place of an earlier one.' })
  replaced!: boolean;

  @Field(() => UUID, { description: 'The record the server has signed and must put in the log within seconds.' })
  recordId!: string;

  @Field({ description: 'The server’s signature over that record.' })
  acknowledgement!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of a confidential ballot, in hex: what opens its code in the log. Kept by nobody but the elector.',
  })
  nonce!: string | null;
}

@ObjectType({ description: 'The challenge as it is now, and the poll whose roll it is about.', simpleResolvers: true })
export class RollChallengeChanged {
  @Field(() => RollChallenge, { description: 'The challenge.' })
  challenge!: RollChallenge;

  @Field(() => PollType, { description: 'The poll.' })
  poll!: PollType;
}

@ObjectType({ description: 'What a poll came to.', simpleResolvers: true })
export class ResultCertified {
  @Field(() => ResultType, { description: 'The result.' })
  result!: ResultType;
}

export const PollResult = resultUnion('PollResult', PollChanged);
export const CastBallotResult = resultUnion('CastBallotResult', BallotReceipt);
export const RollChallengeResult = resultUnion('RollChallengeResult', RollChallengeChanged);
export const CertifyResultResult = resultUnion('CertifyResultResult', ResultCertified);

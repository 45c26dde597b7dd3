// Money that comes by bank and by card: a statement to look at, what is settled about it, a way to pay.
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { resultUnion } from '../result.js';
import { Day, JSONObject, UUID } from '../scalars.js';
import { MoneyInput } from './money.types.js';

const keyed = { description: 'Made by the client and stored before sending: a retry gets the first answer.' };

export enum MatchReason {
  REFERENCE = 'REFERENCE',
  NAME = 'NAME',
  PART_OF_NAME = 'PART_OF_NAME',
  AMOUNT = 'AMOUNT',
}
registerEnumType(MatchReason, {
  name: 'MatchReason',
  description: 'Why a line may be a member’s: their paying reference, their name, part of it, or just what they owe.',
});

export enum DealtWith {
  BOOKED = 'BOOKED',
  PASSED_OVER = 'PASSED_OVER',
}
registerEnumType(DealtWith, { name: 'DealtWith', description: 'What became of a line, in this or an earlier file.' });

@ObjectType({ description: 'Whose payment a line may be.' })
export class BankMatch {
  @Field(() => Int, { description: 'Of 100. 90 and more: the reference, or the name and the sum.' })
  confidence!: number;

  @Field(() => [MatchReason], { description: 'Why.' })
  reasons!: MatchReason[];
}

@ObjectType({ description: 'One line of a bank’s statement.' })
export class BankLine {
  @Field(() => Int, { description: 'In the file, from 1.' })
  line!: number;

  @Field({ description: 'Known again by it in every later file.' })
  digest!: string;

  @Field(() => Day, { description: 'When it was booked by the bank.' })
  date!: string;

  @Field({ description: 'What was written with it.' })
  reference!: string;

  @Field({ description: 'Who paid, as the bank has it.' })
  name!: string;

  @Field(() => DealtWith, { nullable: true, description: 'Null where it waits.' })
  dealtWith!: DealtWith | null;
}

@ObjectType({ description: 'A line that could not be read.', simpleResolvers: true })
export class BankLineProblem {
  @Field(() => Int, { description: 'In the file, from 1.' })
  line!: number;

  @Field({ description: 'What was expected there, in English.' })
  expected!: string;
}

@ObjectType({ description: 'A bank’s statement as it reads by a mapping; nothing of it is booked yet.' })
export class BankStatement {
  @Field(() => [String], { description: 'The columns of the file.' })
  columns!: string[];

  @Field(() => [[String]], { description: 'Its first rows, as they stand.' })
  sample!: string[][];

  @Field(() => JSONObject, {
    nullable: true,
    description:
      'Which column says what: { date, dateOrder: YMD|DMY|MDY, amount: { signed } or { received, paid }, decimal: "." or ",", reference: [columns], name }. Null where none could be guessed.',
  })
  mapping!: object | null;

  @Field({ description: 'Whether this body settled that mapping before.' })
  remembered!: boolean;

  @Field(() => [BankLineProblem], { description: 'Lines that could not be read; they are not booked.' })
  problems!: BankLineProblem[];
}

export const BankStatementResult = resultUnion('BankStatementResult', BankStatement);

@InputType({ description: 'One line, and whose it is.' })
export class BankPaymentInput {
  @Field({ description: 'Of the line.' })
  digest!: string;

  @Field(() => ID, { description: 'Whose dues it pays.' })
  membershipId!: string;
}

@InputType({ description: 'What a Treasurer has settled about a bank’s statement.' })
export class BookStatementInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'In whose books.' })
  bodyId!: string;

  @Field(() => UUID, { description: 'The file, put at /uploads/<id> before.' })
  uploadId!: string;

  @Field({ defaultValue: '', description: 'Which of the body’s bank accounts; empty for the only one.' })
  bank!: string;

  @Field({ description: 'ISO 4217, of the account.' })
  currency!: string;

  @Field(() => JSONObject, { description: 'Which column says what, as in BankStatement.mapping. It is remembered.' })
  mapping!: object;

  @Field(() => [BankPaymentInput], { description: 'Lines that are payments of members.' })
  payments!: BankPaymentInput[];

  @Field(() => [String], { description: 'Digests of lines that are no dues; they are not shown again.' })
  passedOver!: string[];
}

@ObjectType({ description: 'What was booked of a statement.', simpleResolvers: true })
export class StatementBooked {
  @Field(() => Int, { description: 'Payments booked now.' })
  booked!: number;

  @Field(() => Int, { description: 'Lines passed over now.' })
  passedOver!: number;

  @Field(() => Int, { description: 'Lines dealt with before: nothing was booked twice.' })
  before!: number;
}
export const BookStatementResult = resultUnion('BookStatementResult', StatementBooked);

@InputType({ description: 'A body’s own keys with Stripe.' })
export class SetCardAccountInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Whose account it is.' })
  bodyId!: string;

  @Field({ description: 'Begins with sk_ or rk_. Kept sealed; it is never shown again.' })
  secretKey!: string;

  @Field({ description: 'Begins with whsec_: of the webhook endpoint whose address is this body’s webhookUrl.' })
  webhookSecret!: string;
}

@InputType({ description: 'Which body takes no cards any more.' })
export class RemoveCardAccountInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The body.' })
  bodyId!: string;
}

@ObjectType({ description: 'How a body takes cards.', simpleResolvers: true })
export class CardAccountType {
  @Field({ description: 'Whether it takes them.' })
  takesCards!: boolean;

  @Field({ description: 'Where the card company is to send its messages for this body.' })
  webhookUrl!: string;
}
export const CardAccountResult = resultUnion('CardAccountResult', CardAccountType);

@InputType({ description: 'A payment to make by card.' })
export class PayByCardInput {
  @Field(() => UUID, {
    description: 'Made by the client and stored before sending: sent again it leads to the same page.',
  })
  id!: string;

  @Field(() => ID, { description: 'Your own.' })
  membershipId!: string;

  @Field(() => MoneyInput, { description: 'How much.' })
  amount!: MoneyInput;
}

@ObjectType({ description: 'Where to pay.', simpleResolvers: true })
export class CardPage {
  @Field({ description: 'The card company’s own page. The card is given there and nowhere else.' })
  url!: string;
}
export const PayByCardResult = resultUnion('PayByCardResult', CardPage);

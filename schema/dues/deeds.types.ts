// What the deeds of dues take and give.
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { resultUnion } from '../result.js';
import { Day, UUID } from '../scalars.js';
import {
  DuesPaymentType,
  DuesPeriod,
  DuesScheduleType,
  DuesStatementType,
  PartPeriod,
  PaymentMethod,
} from './dues.types.js';
import { MoneyInput } from './money.types.js';

const keyed = { description: 'Made by the client and stored before sending: a retry gets the first answer.' };
const named = { description: 'Made by the client and stored before sending; becomes the id of what is made.' };

@InputType({ description: 'A rate of the sliding scale.' })
export class DuesBandInput {
  @Field({ description: 'A word in capital letters, such as LOW_INCOME.' })
  band!: string;

  @Field({ description: 'What members read.' })
  name!: string;

  @Field({ description: 'For one period, in digits.' })
  amount!: string;
}

@InputType({ description: 'A share of what everybody pays.' })
export class DuesShareInput {
  @Field({ description: 'LOCAL_GROUP, REGION or FEDERATION.' })
  level!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What a levy is for; left out for what the level uses as it decides.',
  })
  purpose!: string | null;

  @Field({ description: 'An exact fraction, such as 1/5.' })
  share!: string;

  @Field(() => Day, { nullable: true, description: 'The last day of a levy.' })
  until!: string | null;
}

@InputType({
  description: 'The first dues of a federation. What is left out is by default: 28.00 USD a year, from this January.',
})
export class SetDuesScheduleInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The Federation.' })
  bodyId!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'For one period.' })
  amount!: MoneyInput | null;

  @Field(() => DuesPeriod, { nullable: true, description: 'How long a period is.' })
  period!: DuesPeriod | null;

  @Field(() => Day, { nullable: true, description: 'The first day of a period, of this one or a later one.' })
  validFrom!: string | null;

  @Field(() => PartPeriod, { nullable: true, description: 'What is owed by who joins within a period.' })
  partPeriod!: PartPeriod | null;

  @Field(() => [DuesBandInput], { nullable: true, description: 'A sliding scale.' })
  bands!: DuesBandInput[] | null;

  @Field(() => [DuesShareInput], {
    nullable: true,
    description: 'How it divides; left out, all stays with the Local Groups.',
  })
  shares!: DuesShareInput[] | null;
}

@InputType({ description: 'Money that a member has paid.' })
export class RecordPaymentInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'Whose dues.' })
  membershipId!: string;

  @Field(() => PaymentMethod, { description: 'CASH, CHEQUE or TRANSFER.' })
  method!: PaymentMethod;

  @Field(() => MoneyInput, { description: 'How much.' })
  amount!: MoneyInput;

  @Field(() => Day, { description: 'The day on which it came; not one to come, nor of a closed period.' })
  receivedOn!: string;

  @Field(() => String, { nullable: true, description: 'What the payer or the bank wrote beside it.' })
  reference!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number on a receipt of paper that was given already; each once.',
  })
  paperNumber!: string | null;
}

@InputType({ description: 'Money given back of a payment.' })
export class RefundPaymentInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @Field({ description: 'How much, in digits, in the currency of the payment.' })
  amount!: string;

  @Field(() => PaymentMethod, { description: 'CASH or TRANSFER.' })
  method!: PaymentMethod;

  @Field(() => Day, { description: 'The day on which it was given.' })
  givenOn!: string;
}

@InputType({ description: 'A payment that was none.' })
export class ReversePaymentInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @Field({ description: 'Why, in one line that members of the body may read: no names.' })
  reason!: string;
}

@InputType({ description: 'Whom to excuse, and for how long.' })
export class GrantWaiverInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'Whose dues.' })
  membershipId!: string;

  @Field(() => Day, { nullable: true, description: 'Today where left out.' })
  from!: string | null;

  @Field(() => Day, { description: 'The last day, within two years.' })
  until!: string;
}

@InputType({ description: 'Which waiver ends today.' })
export class EndWaiverInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The waiver.' })
  waiverId!: string;
}

@InputType({ description: 'A private request to be excused.' })
export class AskForWaiverInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'Your own.' })
  membershipId!: string;

  @Field(() => String, { nullable: true, description: 'As few words as you like.' })
  words!: string | null;
}

@InputType({ description: 'The answer to a request that is not granted.' })
export class DeclineWaiverInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The request.' })
  requestId!: string;

  @Field({ description: 'To the member alone.' })
  words!: string;
}

@InputType({ description: 'Which band of the sliding scale is yours.' })
export class DeclareDuesBandInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Your own.' })
  membershipId!: string;

  @Field(() => String, { nullable: true, description: 'Left out for the common rate.' })
  band!: string | null;
}

@ObjectType({ description: 'The payment as it stands now, and what it made of the member’s dues.' })
export class PaymentChanged {
  @Field(() => DuesPaymentType, { description: 'The payment.' })
  payment!: DuesPaymentType;

  @Field(() => DuesStatementType, {
    nullable: true,
    description: 'The member’s dues; null where they are not the viewer’s to see any more.',
  })
  statement!: DuesStatementType | null;
}

@ObjectType({ description: 'The member’s dues as they are now.' })
export class DuesChanged {
  @Field(() => DuesStatementType, { description: 'The statement.' })
  statement!: DuesStatementType;
}

@ObjectType({ description: 'What was laid down.' })
export class DuesScheduleSet {
  @Field(() => DuesScheduleType, { description: 'The schedule.' })
  schedule!: DuesScheduleType;
}

export const PaymentResult = resultUnion('PaymentResult', PaymentChanged);
export const DuesResult = resultUnion('DuesResult', DuesChanged);
export const SetDuesScheduleResult = resultUnion('SetDuesScheduleResult', DuesScheduleSet);

// Dues as a member and the officers who keep them see them.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Day } from '../scalars.js';
import { Money } from './money.types.js';

export enum DuesState {
  PAID = 'PAID',
  WAIVED = 'WAIVED',
  WITHIN_GRACE = 'WITHIN_GRACE',
  IN_ARREARS = 'IN_ARREARS',
  LAPSED = 'LAPSED',
}
registerEnumType(DuesState, {
  name: 'DuesState',
  description:
    'Where a member stands with dues: said to the member, the Treasurer and the Secretary. To everybody else a member is in good standing or is not.',
});

export enum PaymentMethod {
  CASH = 'CASH',
  CHEQUE = 'CHEQUE',
  TRANSFER = 'TRANSFER',
  CARD = 'CARD',
}
registerEnumType(PaymentMethod, { name: 'PaymentMethod', description: 'How money came or went.' });

export enum DuesPart {
  BASE = 'BASE',
  EXTRA = 'EXTRA',
}
registerEnumType(DuesPart, {
  name: 'DuesPart',
  description:
    'BASE is set by the Federation and divided between the levels; EXTRA is a Local Group’s own and stays with it.',
});

export enum DuesPeriod {
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}
registerEnumType(DuesPeriod, { name: 'DuesPeriod', description: 'For how long a rate is, by the calendar.' });

export enum PartPeriod {
  WHOLE = 'WHOLE',
  MONTHS = 'MONTHS',
  NEXT = 'NEXT',
}
registerEnumType(PartPeriod, {
  name: 'PartPeriod',
  description:
    'What somebody owes who joins within a year: all of it, the months that are left with the one of joining, or nothing before the next period.',
});

@ObjectType('DuesStanding', {
  description: 'Where a member stands with dues, and when that changes.',
  simpleResolvers: true,
})
export class DuesStandingType {
  @Field(() => DuesState, { description: 'Today.' })
  state!: DuesState;

  @Field(() => Day, { nullable: true, description: 'Its last day; null where it has none.' })
  until!: string | null;

  @Field(() => DuesState, { nullable: true, description: 'What follows if nothing is paid.' })
  next!: DuesState | null;

  @Field(() => Day, { nullable: true, description: 'The first day of that.' })
  nextOn!: string | null;
}

@ObjectType('DuesBand', {
  description: 'A rate of the sliding scale that members choose for themselves.',
  simpleResolvers: true,
})
export class DuesBandType {
  @Field({ description: 'Its word, such as LOW_INCOME.' })
  band!: string;

  @Field({ description: 'What members read.' })
  name!: string;

  @Field(() => Money, { description: 'For one period.' })
  amount!: Money;
}

@ObjectType('DuesSchedule', { description: 'What a period costs, from a day on, as it was decided.' })
export class DuesScheduleType {
  @Field(() => Int, { description: 'In the series of the body that set it.' })
  version!: number;

  @Field(() => DuesPeriod, { description: 'How long a period is.' })
  period!: DuesPeriod;

  @Field(() => Day, { description: 'From which day on.' })
  validFrom!: string;

  @Field(() => PartPeriod, { description: 'What is owed by who joins within a period.' })
  partPeriod!: PartPeriod;
}

@ObjectType('DuesShare', { description: 'A share of what everybody pays.', simpleResolvers: true })
export class DuesShareType {
  @Field({ description: 'LOCAL_GROUP, REGION or FEDERATION.' })
  level!: string;

  @Field({ description: 'What a levy is for; empty for what the level uses as it decides.' })
  purpose!: string;

  @Field({ description: 'An exact fraction, such as 1/5.' })
  share!: string;

  @Field(() => Day, { nullable: true, description: 'The last day of a levy.' })
  until!: string | null;
}

@ObjectType('DuesSplit', {
  description: 'How dues divide between the levels; what no share takes stays with the Local Group.',
  simpleResolvers: true,
})
export class DuesSplitType {
  @Field(() => Int, { description: 'In its series.' })
  version!: number;

  @Field(() => Day, { description: 'From which day on; a payment divides by the day it was received.' })
  validFrom!: string;

  @Field(() => [DuesShareType], { description: 'In the order decided.' })
  shares!: DuesShareType[];
}

@ObjectType('DuesCharge', { description: 'What a member owes for one period.' })
export class DuesChargeType {
  @Field(() => DuesPart, { description: 'Set by the Federation, or the group’s own.' })
  part!: DuesPart;

  @Field(() => Day, { description: 'The first day of the period.' })
  periodFrom!: string;

  @Field(() => Day, { description: 'Its last day.' })
  periodUntil!: string;

  @Field(() => Day, { description: 'When it fell due.' })
  dueOn!: string;

  @Field(() => String, { nullable: true, description: 'The band it was charged by.' })
  band!: string | null;
}

@ObjectType('DuesCredit', { description: 'Money of a member that a body holds: paid too much, or ahead.' })
export class DuesCreditType {}

@ObjectType('DuesPaymentPart', { description: 'Where a part of a payment went.' })
export class DuesPaymentPartType {
  @Field({
    description:
      'DUES_INCOME the group’s own share · PER_CAPITA_PAYABLE another body’s · FUND a levy of the group · MEMBER_CREDIT kept for the member.',
  })
  kind!: string;

  @Field({ description: 'What a levy is for; empty else.' })
  name!: string;
}

@ObjectType('DuesSettlement', { description: 'Which charge a payment settled, and how much of it.' })
export class DuesSettlementType {
  @Field(() => DuesPart, { description: 'Of which kind.' })
  part!: DuesPart;

  @Field(() => Day, { description: 'The first day of its period.' })
  periodFrom!: string;

  @Field(() => Day, { description: 'Its last day.' })
  periodUntil!: string;
}

@ObjectType('DuesPayment', { description: 'Money that came from a member, with the number of its receipt.' })
export class DuesPaymentType {
  @Field(() => Int, {
    description: 'Of the receipt, in the series of the body that was paid: 1, 2, 3 … without a gap.',
  })
  number!: number;

  @Field(() => PaymentMethod, { description: 'How it came.' })
  method!: PaymentMethod;

  @Field(() => Day, { description: 'On which day.' })
  receivedOn!: string;

  @Field(() => DateTime, { description: 'When it was entered.' })
  recordedAt!: Date;

  @Field({ description: 'Whether it was taken back whole: then it counts as if it had never come.' })
  reversed!: boolean;
}

@ObjectType('Waiver', { description: 'A private excuse from dues, with full rights.' })
export class WaiverType {
  @Field(() => Day, { description: 'Its first day.' })
  fromDate!: string;

  @Field(() => Day, { description: 'Its last day, as granted.' })
  untilDate!: string;

  @Field(() => Day, { nullable: true, description: 'Its last day, where it was ended early.' })
  endedOn!: string | null;
}

@ObjectType('WaiverRequest', { description: 'A request for a waiver that waits for its answer.' })
export class WaiverRequestType {
  @Field({ description: 'What the member said.' })
  words!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType('DuesStatement', {
  description:
    'What one member owes, has paid and is owed. For the member, and for the Treasurer and the Secretary of their group.',
})
export class DuesStatementType {
  @Field(() => ID, { description: 'The membership.' })
  membershipId!: string;
}

// Money that moves up, is spent and is audited, on the outside.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../page.js';
import { DateTime, Day } from '../scalars.js';

export enum RemittanceState {
  SENT = 'SENT',
  RECEIVED = 'RECEIVED',
  DISPUTED = 'DISPUTED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(RemittanceState, {
  name: 'RemittanceState',
  description:
    'SENT until the other Treasurer answers; RECEIVED once they have it; DISPUTED where they say it has not come; WITHDRAWN by who sent it.',
});

export enum RemittanceDirection {
  SENT = 'SENT',
  RECEIVED = 'RECEIVED',
}
registerEnumType(RemittanceDirection, {
  name: 'RemittanceDirection',
  description: 'Seen from a body: those it sent, or those that were sent to it.',
});

export enum MoneyPlaceKind {
  CASH = 'CASH',
  BANK = 'BANK',
  CARD = 'CARD',
}
registerEnumType(MoneyPlaceKind, { name: 'MoneyPlaceKind', description: 'Where a body keeps money.' });

export enum PayingPlace {
  CASH = 'CASH',
  BANK = 'BANK',
}
registerEnumType(PayingPlace, { name: 'PayingPlace', description: 'What a body pays from.' });

export enum PerCapitaState {
  ASKED = 'ASKED',
  AGREED = 'AGREED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(PerCapitaState, {
  name: 'PerCapitaState',
  description: 'Only what is AGREED is booked, on both sides.',
});

export enum SpendingState {
  PROPOSED = 'PROPOSED',
  APPROVED = 'APPROVED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(SpendingState, {
  name: 'SpendingState',
  description:
    'APPROVED by a second person, and booked in the same moment; or REFUSED by one; or WITHDRAWN by its author.',
});

export enum FlowEndKind {
  MEMBERS = 'MEMBERS',
  BODY_BELOW = 'BODY_BELOW',
  OTHER_INCOME = 'OTHER_INCOME',
  FROM_BEFORE = 'FROM_BEFORE',
  BODY = 'BODY',
  BODY_ABOVE = 'BODY_ABOVE',
  PURPOSE = 'PURPOSE',
  FUND = 'FUND',
  FEES = 'FEES',
  KEPT = 'KEPT',
}
registerEnumType(FlowEndKind, {
  name: 'FlowEndKind',
  description: 'Where money comes from or goes to. FROM_BEFORE was there as the year began, KEPT is there as it ends.',
});

@ObjectType({ description: 'What a part of a remittance is for.' })
export class RemittancePart {
  @Field({ description: 'Empty for what the receiver uses as it decides.' })
  purpose!: string;
}

@ObjectType({ description: 'A step of a remittance.', simpleResolvers: true })
export class RemittanceEvent {
  @Field(() => RemittanceState, { description: 'What it became.' })
  state!: RemittanceState;

  @Field({ description: 'Why, where one was asked; else empty.' })
  reason!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType('Remittance', {
  description: 'Shares of dues passed up by one body to one above it: a sum, and nobody’s name.',
})
export class RemittanceType {
  @Field(() => Day, { description: 'The period it is for, its first day.' })
  periodFrom!: string;

  @Field(() => Day, { description: 'And its last day.' })
  periodUntil!: string;

  @Field({ description: 'CASH, CHEQUE or TRANSFER.' })
  method!: string;

  @Field({ description: 'What was written with it; may be empty.' })
  reference!: string;

  @Field(() => Day, { description: 'When it was sent.' })
  sentOn!: string;

  @Field(() => Day, { nullable: true, description: 'When it came.' })
  receivedOn!: string | null;

  @Field(() => RemittanceState, { description: 'How it stands.' })
  state!: RemittanceState;
}

@ObjectType({ description: 'What a period added to or took from a debt, by the kind of transfer.' })
export class OwedLine {
  @Field({
    description:
      'PAYMENT, CREDIT_USED, PER_CAPITA_OWED add; REFUND and REVERSAL take back; REMITTED is what was passed up.',
  })
  kind!: string;
}

@ObjectType({ description: 'What a body owes one above it for a period, for one purpose. Sums of its books alone.' })
export class OwedAbove {
  @Field({ description: 'What the shares are for; empty for what the receiver uses as it decides.' })
  purpose!: string;
}

@ObjectType({ description: 'What a body is late with passing up.' })
export class LateShares {
  @Field(() => Int, { description: 'How many periods of the rule book.' })
  periods!: number;

  @Field(() => Day, { description: 'The last day on which the first of them was in time.' })
  since!: string;
}

@ObjectType({ description: 'How a group stands with what it owes this body, in one currency.' })
export class RemittingSums {
  @Field({ description: 'ISO 4217.' })
  currency!: string;
}

@ObjectType({ description: 'How a group below stands with what it owes this body: sums, and nobody’s name.' })
export class Remitting {
  @Field(() => Int, { description: 'Periods that are over, past their days, and not passed up whole.' })
  latePeriods!: number;
}

@ObjectType({ description: 'How many groups of one Region are in time.' })
export class RemittingCounts {
  @Field(() => Int, { description: 'Local Groups.' })
  groups!: number;

  @Field(() => Int, { description: 'With nothing late.' })
  inTime!: number;

  @Field(() => Int, { description: 'With something late.' })
  late!: number;
}

@ObjectType('PerCapita', {
  description:
    'What a body above asks of a Local Group by head-count: its members in good standing on a day, times their share of the dues of a period. Who is excused is counted alike.',
})
export class PerCapitaType {
  @Field(() => Day, { description: 'When heads were counted.' })
  countedOn!: string;

  @Field(() => Day, { description: 'The first day of the period.' })
  periodFrom!: string;

  @Field(() => Day, { description: 'Its last day.' })
  periodUntil!: string;

  @Field(() => Int, { description: 'In good standing on that day.' })
  members!: number;

  @Field(() => PerCapitaState, { description: 'How it stands.' })
  state!: PerCapitaState;

  @Field({ description: 'Why it was declined or taken back; else empty.' })
  reason!: string;
}

@ObjectType('SpendingAuthority', { description: 'What a carried motion allows a body to spend.' })
export class SpendingAuthorityType {
  @Field(() => String, { nullable: true, description: 'Out of this fund; null for the general money.' })
  fund!: string | null;

  @Field({ description: 'What for.' })
  purpose!: string;

  @Field(() => Day, { description: 'The last day on which it may be spent.' })
  until!: string;
}

@ObjectType('Spending', {
  description:
    'Money asked for, and paid once a second person approves. Members see sums and purposes; payee, words and receipt are for the officers of the money and for who proposed it.',
})
export class SpendingType {
  @Field(() => SpendingState, { description: 'How it stands.' })
  state!: SpendingState;

  @Field(() => String, { nullable: true, description: 'The fund that is asked; null for the general money.' })
  fund!: string | null;

  @Field(() => PayingPlace, { description: 'What it is paid from.' })
  paidFrom!: PayingPlace;

  @Field({ description: 'Which bank account, where the body has several.' })
  bank!: string;

  @Field(() => DateTime, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Field(() => Day, { nullable: true, description: 'When it was paid.' })
  paidOn!: string | null;
}

@ObjectType({ description: 'A receipt, to be fetched at its address.', simpleResolvers: true })
export class SpendingReceipt {
  @Field({ description: 'application/pdf, image/png or image/jpeg.' })
  mediaType!: string;

  @Field({ description: 'SHA-256 of the file, in hex.' })
  digest!: string;

  @Field({ description: 'Its path on this server.' })
  path!: string;
}

@ObjectType({ description: 'What an Auditor wrote beside a transfer. It stays.', simpleResolvers: true })
export class TransferNote {
  @Field({ description: 'The words.' })
  text!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'One account over a period.' })
export class PeriodSumType {
  @Field({ description: 'As AccountKind.' })
  kind!: string;

  @Field({ description: 'Which bank, fund or purpose.' })
  name!: string;
}

@ObjectType({ description: 'The sums of a period, as prepared and, once signed, as closed.' })
export class PeriodClosing {
  @Field(() => DateTime, { description: 'When the Treasurer prepared it.' })
  preparedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When an Auditor signed it.' })
  signedAt!: Date | null;

  @Field({ description: 'What the Auditor said; may be empty.' })
  words!: string;

  @Field({ description: 'SHA-256 of the sums, in hex: it stands in the public history.' })
  digest!: string;

  @Field(() => Int, { description: 'The last transfer of the chain as it was prepared.' })
  chainNumber!: number;
}

@ObjectType({ description: 'Money in one place, as a year began and ended.' })
export class YearPlace {
  @Field({ description: 'CASH, BANK or CARD.' })
  kind!: string;

  @Field({ description: 'Which bank; empty for the only one.' })
  name!: string;
}

@ObjectType({ description: 'A sum of a year.' })
export class YearSum {
  @Field({ description: 'Income: DUES, SHARES (from bodies below), OTHER. Spending: SPENDING, FEES.' })
  kind!: string;

  @Field({ description: 'Purpose or source; may be empty.' })
  name!: string;
}

@ObjectType({ description: 'Shares owed to a body above over a year.' })
export class YearShare {
  @Field({ description: 'What for; empty for what the receiver uses as it decides.' })
  purpose!: string;
}

@ObjectType({ description: 'A fund over a year.' })
export class YearFund {
  @Field({ description: 'Which.' })
  name!: string;
}

@ObjectType('YearStatement', {
  description: 'What became of a body’s money in a year, in sums: it names nobody. One for each currency.',
})
export class YearStatementType {
  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Field({ description: 'ISO 4217.' })
  currency!: string;
}

@ObjectType({ description: 'An end of a flow.' })
export class FlowEnd {
  @Field(() => FlowEndKind, { description: 'Where from, or where to.' })
  kind!: FlowEndKind;

  @Field({ description: 'Purpose, fund or source; may be empty.' })
  name!: string;
}

@ObjectType({ description: 'Money that went from one end to another in a year.' })
export class Flow {
  @Field(() => FlowEnd, { description: 'Where from.' })
  from!: FlowEnd;

  @Field(() => FlowEnd, { description: 'Where to.' })
  to!: FlowEnd;
}

@ObjectType({ description: 'A file to take away.', simpleResolvers: true })
export class BookFile {
  @Field({ description: 'What to call it.' })
  name!: string;

  @Field({ description: 'text/csv.' })
  mediaType!: string;

  @Field({ description: 'What is in it; safe to open in a spreadsheet.' })
  text!: string;
}

@ObjectType({ description: 'What a member was charged and paid in a year, in one currency.' })
export class MemberYear {
  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Field(() => Int, { description: 'How many receipts.' })
  receipts!: number;
}

export const RemittanceConnection = connectionOf<RemittanceType>('Remittance', () => RemittanceType);
export const RemittingConnection = connectionOf<Remitting>('Remitting', () => Remitting);
export const SpendingConnection = connectionOf<SpendingType>('Spending', () => SpendingType);

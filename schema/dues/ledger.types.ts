// A body's books on the outside.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { accountKinds } from '../../server/dues/ledger.js';
import type { PaymentRow } from '../../server/dues/statement.reads.js';
import type { TransferRow } from '../../server/dues/ledger.reads.js';
import type { OwingRow } from '../../server/dues/treasurer.reads.js';
import { connectionOf } from '../page.js';
import { DateTime, Day } from '../scalars.js';
import { DuesPaymentType } from './dues.types.js';
import { Money } from './money.types.js';

export const AccountKind = Object.fromEntries(accountKinds.map((kind) => [kind, kind]));
registerEnumType(AccountKind, {
  name: 'AccountKind',
  description:
    'CASH, BANK and CARD hold money. DUES_RECEIVABLE and DUES_CHARGED are what members were asked for and have not paid, for officers alone; they cancel out. DUES_INCOME is the body’s own share of dues, MEMBER_CREDIT what members paid ahead. PER_CAPITA_PAYABLE, _RECEIVABLE and _INCOME are shares owed to, by and received from other bodies; CLEARING is money on its way between two. FUND is set aside, INCOME and EXPENSE all else that comes and goes, FEES what banks keep, OPENING what was there when the books were opened.',
});

@ObjectType('LedgerMovement', { description: 'What moved on an account between two days.', simpleResolvers: true })
export class LedgerMovement {
  @Field(() => Money, { description: 'Sum of the entries on its debit side.' })
  debit!: Money;

  @Field(() => Money, { description: 'Sum of the entries on its credit side.' })
  credit!: Money;
}

@ObjectType('LedgerAccount', { description: 'An account of a body, in one currency.' })
export class LedgerAccountType {
  @Field(() => AccountKind, { description: 'What it holds.' })
  kind!: string;

  @Field({ description: 'Which bank, fund or purpose; empty where the kind says all.' })
  name!: string;
}

@ObjectType('LedgerEntry', { description: 'One line of a transfer.' })
export class LedgerEntryType {
  @Field(() => AccountKind, { description: 'On an account of this kind.' })
  kind!: string;

  @Field({ description: 'Which bank, fund or purpose.' })
  name!: string;
}

@ObjectType('LedgerTransfer', { description: 'A transfer: entries that sum to zero, posted once and never changed.' })
export class LedgerTransferType {
  @Field(() => Int, { description: 'In the chain of its body: 1, 2, 3 … without a gap.' })
  number!: number;

  @Field({
    description:
      'CHARGES, CHARGES_DROPPED, CHARGE_LEFT, CHARGE_CAME, PAYMENT, CREDIT_USED, REFUND, REVERSAL and what other features book.',
  })
  kind!: string;

  @Field(() => Day, { description: 'The day it belongs to.' })
  bookedOn!: string;

  @Field(() => DateTime, { description: 'When it was written.' })
  postedAt!: Date;

  @Field({ description: 'One line in plain words; may be empty.' })
  memo!: string;

  @Field(() => Int, { nullable: true, description: 'The transfer it undoes.' })
  reverses!: number | null;

  @Field(() => Int, { nullable: true, description: 'The transfer that undid it.' })
  reversedBy!: number | null;

  @Field({ description: 'SHA-256 of its content and of the hash before it, in hex.' })
  hash!: string;

  @Field({ description: 'The hash of the transfer before it; zeros for the first.' })
  prevHash!: string;
}

@ObjectType('BookPeriod', {
  description: 'A stretch of days of the books; once closed nothing more is booked in it.',
  simpleResolvers: true,
})
export class BookPeriodType {
  @Field(() => Day, { description: 'Its first day.' })
  fromDate!: string;

  @Field(() => Day, { description: 'Its last day.' })
  untilDate!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed; null while it is open.' })
  closedAt!: Date | null;
}

@ObjectType('BookJob', { description: 'Something in the books that waits for the Treasurer.', simpleResolvers: true })
export class BookJobType {
  @Field({
    description:
      'ANSWER_PER_CAPITA, ANSWER_WAIVERS, APPROVE_SPENDING, CONFIRM_REMITTANCES, GIVE_BACK_CREDIT, REMIND_OWING or REMIT_SHARES.',
  })
  kind!: string;

  @Field(() => Int, { description: 'How many people, or bodies, it concerns.' })
  count!: number;

  @Field(() => [Money], { description: 'How much, by currency.' })
  sums!: Money[];
}

@ObjectType('OwingMember', { description: 'A member with something open.' })
export class OwingMemberType {
  @Field({ description: 'Their name.' })
  name!: string;

  @Field(() => Day, { description: 'Since when.' })
  since!: string;
}

@ObjectType('DuesCounts', {
  description:
    'How many members of a body and of those below it stand how with their dues. Who is excused counts as settled.',
  simpleResolvers: true,
})
export class DuesCountsType {
  @Field(() => Int, { description: 'Members in all.' })
  members!: number;

  @Field(() => Int, { description: 'Who owes nothing.' })
  settled!: number;

  @Field(() => Int, { description: 'Who owes, within the grace.' })
  withinGrace!: number;

  @Field(() => Int, { description: 'Who owes beyond it.' })
  inArrears!: number;
}

export const LedgerTransferConnection = connectionOf<LedgerTransferType>('LedgerTransfer', () => LedgerTransferType);
export const DuesPaymentConnection = connectionOf<DuesPaymentType>('DuesPayment', () => DuesPaymentType);
export const OwingMemberConnection = connectionOf<OwingMemberType>('OwingMember', () => OwingMemberType);
export type { OwingRow, PaymentRow, TransferRow };

@ObjectType('Ledger', {
  description:
    'The books of one body. Its members and those below it read the sums; its Treasurer, Auditor, Secretary and Convenor every transfer; members’ names on receipts only Treasurer and Secretary.',
})
export class LedgerType {
  @Field({ description: 'Of the body.' })
  slug!: string;
}

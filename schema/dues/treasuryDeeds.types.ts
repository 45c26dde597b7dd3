// What the deeds of money that moves up, is spent and is audited take and give.
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { resultUnion } from '../result.js';
import { Day, UUID } from '../scalars.js';
import { BookPeriodType, LedgerType } from './ledger.types.js';
import { PaymentMethod } from './dues.types.js';
import { MoneyInput } from './money.types.js';
import { MoneyPlaceKind, PayingPlace, PerCapitaType, RemittanceType, SpendingType } from './treasury.types.js';

const keyed = { description: 'Made by the client and stored before sending: a retry gets the first answer.' };
const named = { description: 'Made by the client and stored before sending; becomes the id of what is made.' };

@InputType({ description: 'Shares to pass up.' })
export class RemitDuesInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'The body whose books it leaves.' })
  bodyId!: string;

  @Field(() => ID, { description: 'The body above.' })
  toBodyId!: string;

  @Field(() => Day, { description: 'The first day of the period it is for.' })
  periodFrom!: string;

  @Field(() => Day, { description: 'Its last day.' })
  periodUntil!: string;

  @Field(() => MoneyInput, { description: 'How much: at most what is open.' })
  amount!: MoneyInput;

  @Field(() => PaymentMethod, { description: 'CASH, CHEQUE or TRANSFER.' })
  method!: PaymentMethod;

  @Field(() => String, { nullable: true, description: 'Which bank account, where the body has several.' })
  bank!: string | null;

  @Field(() => Day, { description: 'When it was sent.' })
  sentOn!: string;

  @Field(() => String, { nullable: true, description: 'What is written with it.' })
  reference!: string | null;
}

@InputType({ description: 'A remittance that has come.' })
export class ConfirmRemittanceInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Which.' })
  remittanceId!: string;

  @Field(() => Day, { description: 'When it came.' })
  receivedOn!: string;

  @Field(() => String, { nullable: true, description: 'Which bank account, where the body has several.' })
  bank!: string | null;
}

@InputType({ description: 'A remittance that has not come.' })
export class DisputeRemittanceInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Which.' })
  remittanceId!: string;

  @Field({ description: 'Why, in one line that members of both bodies may read: no names.' })
  reason!: string;
}

@InputType({ description: 'A remittance taken back by who sent it.' })
export class WithdrawRemittanceInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Which.' })
  remittanceId!: string;

  @Field({ description: 'Why, in one line that members of both bodies may read: no names.' })
  reason!: string;
}

@InputType({ description: 'Whom to ask for per capita by head-count of today.' })
export class AskPerCapitaInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'The Local Group.' })
  bodyId!: string;

  @Field(() => ID, { description: 'The body above that asks.' })
  toBodyId!: string;
}

@InputType({ description: 'A statement that is agreed.' })
export class AgreePerCapitaInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Which.' })
  perCapitaId!: string;
}

@InputType({ description: 'A statement that is declined.' })
export class DeclinePerCapitaInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Which.' })
  perCapitaId!: string;

  @Field({ description: 'Why, in one line: no names.' })
  reason!: string;
}

@InputType({ description: 'A statement that is asked no more.' })
export class WithdrawPerCapitaInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Which.' })
  perCapitaId!: string;

  @Field({ description: 'Why, in one line: no names.', defaultValue: '' })
  reason!: string;
}

@InputType({ description: 'Where money is.' })
export class MoneyPlaceInput {
  @Field(() => MoneyPlaceKind, { description: 'Cash box, bank, or with the card company.' })
  kind!: MoneyPlaceKind;

  @Field(() => String, { nullable: true, description: 'Which bank account, where the body has several.' })
  bank!: string | null;
}

@InputType({ description: 'What was in one place as the books were opened.' })
export class OpeningMoneyInput extends MoneyPlaceInput {
  @Field({ description: 'In digits.' })
  amount!: string;
}

@InputType({ description: 'What was set aside as the books were opened.' })
export class OpeningFundInput {
  @Field({ description: 'Which fund.' })
  name!: string;

  @Field({ description: 'In digits.' })
  amount!: string;
}

@InputType({ description: 'What was there when the books were opened.' })
export class OpenBooksInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'Whose books.' })
  bodyId!: string;

  @Field({ description: 'ISO 4217. Each currency is opened once.' })
  currency!: string;

  @Field(() => Day, { description: 'On which day.' })
  openedOn!: string;

  @Field(() => [OpeningMoneyInput], { description: 'Where it was.' })
  money!: OpeningMoneyInput[];

  @Field(() => [OpeningFundInput], { description: 'What of it is set aside.', defaultValue: [] })
  funds!: OpeningFundInput[];
}

@InputType({ description: 'Money carried from one place of a body to another.' })
export class MoveMoneyInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'Whose.' })
  bodyId!: string;

  @Field(() => MoneyPlaceInput, { description: 'Where from.' })
  from!: MoneyPlaceInput;

  @Field(() => MoneyPlaceInput, { description: 'Where to: cash or bank.' })
  to!: MoneyPlaceInput;

  @Field(() => MoneyInput, { description: 'How much.' })
  amount!: MoneyInput;

  @Field(() => Day, { description: 'When.' })
  movedOn!: string;

  @Field(() => String, { nullable: true, description: 'One line that members may read: no names.' })
  memo!: string | null;
}

@InputType({ description: 'Money that is nobody’s dues.' })
export class RecordIncomeInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'Whose.' })
  bodyId!: string;

  @Field({ description: 'What it is, such as a collection. Members may read it: no names.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'The fund it was given for.' })
  fund!: string | null;

  @Field(() => MoneyPlaceInput, { description: 'Where it is now.' })
  to!: MoneyPlaceInput;

  @Field(() => MoneyInput, { description: 'How much.' })
  amount!: MoneyInput;

  @Field(() => Day, { description: 'When it came.' })
  receivedOn!: string;
}

@InputType({ description: 'Money to set aside.' })
export class SetAsideInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'Whose.' })
  bodyId!: string;

  @Field({ description: 'The fund: solidarity, strike.' })
  fund!: string;

  @Field(() => MoneyInput, { description: 'How much: at most what is owed to nobody and not set aside.' })
  amount!: MoneyInput;

  @Field(() => Day, { description: 'When.' })
  on!: string;

  @Field(() => String, { nullable: true, description: 'One line that members may read: no names.' })
  memo!: string | null;
}

@InputType({ description: 'A transfer entered by mistake.' })
export class ReverseTransferInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'In whose books.' })
  bodyId!: string;

  @Field(() => Int, { description: 'Its number. Of kind MOVED, INCOME, SET_ASIDE or OPENING.' })
  number!: number;

  @Field({ description: 'Why, in one line that members may read: no names.' })
  reason!: string;
}

@InputType({ description: 'Money to be paid, or asked of a fund.' })
export class ProposeSpendingInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'Which body pays.' })
  bodyId!: string;

  @Field(() => ID, { nullable: true, description: 'The authority; left out for a request to a fund.' })
  authorityId!: string | null;

  @Field(() => String, { nullable: true, description: 'The fund that is asked, where no authority is named.' })
  fund!: string | null;

  @Field({ description: 'Whom it pays. For the officers of the money alone.' })
  payee!: string;

  @Field({ description: 'What it is for. For the officers of the money alone.' })
  words!: string;

  @Field(() => MoneyInput, { description: 'How much.' })
  amount!: MoneyInput;

  @Field(() => PayingPlace, { description: 'What it is paid from.' })
  paidFrom!: PayingPlace;

  @Field(() => String, { nullable: true, description: 'Which bank account, where the body has several.' })
  bank!: string | null;

  @Field(() => UUID, { nullable: true, description: 'A PDF, PNG or JPEG put at /uploads/<id> before.' })
  receiptId!: string | null;
}

@InputType({ description: 'Spending to approve.' })
export class ApproveSpendingInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Which.' })
  spendingId!: string;

  @Field(() => ID, { nullable: true, description: 'The authority, where a fund was asked without one.' })
  authorityId!: string | null;
}

@InputType({ description: 'Spending to refuse.' })
export class RefuseSpendingInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Which.' })
  spendingId!: string;

  @Field({ description: 'Why, to who proposed it.' })
  reason!: string;
}

@InputType({ description: 'Spending its author takes back.' })
export class WithdrawSpendingInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Which.' })
  spendingId!: string;
}

@InputType({ description: 'A note beside a transfer.' })
export class AnnotateTransferInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'In whose books.' })
  bodyId!: string;

  @Field(() => Int, { description: 'The number of the transfer.' })
  number!: number;

  @Field({ description: 'The words. They stay.' })
  text!: string;
}

@InputType({ description: 'A period to prepare for closing.' })
export class ClosePeriodInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Whose books.' })
  bodyId!: string;

  @Field(() => Day, { description: 'Its first day.' })
  from!: string;

  @Field(() => Day, { description: 'Its last day, before today.' })
  until!: string;
}

@InputType({ description: 'A period to sign.' })
export class SignPeriodInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Which.' })
  periodId!: string;

  @Field(() => String, { nullable: true, description: 'What there is to say to the members.' })
  words!: string | null;
}

@ObjectType({ description: 'The remittance as it is now.' })
export class RemittanceChanged {
  @Field(() => RemittanceType, { description: 'It.' })
  remittance!: RemittanceType;
}

@ObjectType({ description: 'The statement as it is now.' })
export class PerCapitaChanged {
  @Field(() => PerCapitaType, { description: 'It.' })
  perCapita!: PerCapitaType;
}

@ObjectType({ description: 'The spending as it is now.' })
export class SpendingChanged {
  @Field(() => SpendingType, { description: 'It.' })
  spending!: SpendingType;
}

@ObjectType({ description: 'The books as they are now.' })
export class BooksChanged {
  @Field(() => LedgerType, { nullable: true, description: 'Null where they are not the viewer’s to read any more.' })
  ledger!: LedgerType | null;
}

@ObjectType({ description: 'The period as it is now.' })
export class PeriodChanged {
  @Field(() => BookPeriodType, { description: 'It.' })
  period!: BookPeriodType;
}

export const RemittanceResult = resultUnion('RemittanceResult', RemittanceChanged);
export const PerCapitaResult = resultUnion('PerCapitaResult', PerCapitaChanged);
export const SpendingResult = resultUnion('SpendingResult', SpendingChanged);
export const BooksResult = resultUnion('BooksResult', BooksChanged);
export const PeriodResult = resultUnion('PeriodResult', PeriodChanged);

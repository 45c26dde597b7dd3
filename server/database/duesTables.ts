// The tables of the books and of dues as plain rows (see migrations/…_20_ledger and …_21_dues for what each column means).
// Amounts are minor units and come as text, which BigInt reads exactly.
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type Moment = ColumnType<Date, Date | string | undefined, Date | string>;
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Amount = ColumnType<string, string | bigint, string | bigint>;

export interface LedgerAccountTable {
  id: string;
  body_id: string;
  kind: string;
  currency: string;
  with_body_id: string | null;
  name: Generated<string>;
  balance: ColumnType<string, never, never>;
}

export interface LedgerChainTable {
  body_id: string;
  number: Generated<string>;
  hash: Generated<Buffer>;
}

/** Written by the function post_transfer alone. */
export interface LedgerTransferTable {
  body_id: string;
  number: string;
  id: string;
  kind: string;
  booked_on: string;
  posted_at: Moment;
  memo: string;
  source_id: string | null;
  digest: Buffer | null;
  reverses: string | null;
  by_person_id: string | null;
  lines: number;
  prev_hash: Buffer;
  hash: Buffer;
}

export interface LedgerEntryTable {
  body_id: string;
  number: string;
  line: number;
  account_id: string;
  currency: string;
  amount: Amount;
}

export interface BookPeriodTable {
  id: string;
  body_id: string;
  from_date: string;
  until_date: string;
  closed_at: MaybeMoment;
}

export interface DuesScheduleTable {
  id: string;
  body_id: string;
  version: number;
  valid_from: string;
  laid_down_on: string;
  period: 'MONTH' | 'YEAR';
  currency: string;
  amount: Amount;
  bands: JSONColumnType<{ band: string; name: string; amount: number }[], string, never>;
  part_period: 'WHOLE' | 'MONTHS' | 'NEXT';
  proposal_id: string | null;
}

export interface DuesSplitTable {
  id: string;
  body_id: string;
  version: number;
  valid_from: string;
  shares: JSONColumnType<
    { level: 'LOCAL_GROUP' | 'REGION' | 'FEDERATION'; purpose: string; share: string; until: string | null }[],
    string,
    never
  >;
  proposal_id: string | null;
}

export interface DuesBandTable {
  membership_id: string;
  band: string;
  declared_at: Moment;
}

export interface DuesChargeTable {
  id: string;
  membership_id: string;
  person_id: string;
  part: 'BASE' | 'EXTRA';
  period_from: string;
  period_until: string;
  schedule_id: string;
  band: string | null;
  due_on: string;
  currency: string;
  amount: Amount;
  settled: ColumnType<string, never, never>;
  raised_in: string;
  transfer_id: string;
  /** In whose books it stands; null while it follows its member from one group to another. */
  body_id: string | null;
}

export type PaymentMethodWord = 'CASH' | 'CHEQUE' | 'TRANSFER' | 'CARD';

export interface DuesPaymentTable {
  id: string;
  body_id: string;
  number: number;
  membership_id: string;
  method: PaymentMethodWord;
  currency: string;
  amount: Amount;
  received_on: string;
  reference: Generated<string>;
  paper_number: string | null;
  transfer_id: string;
  by_person_id: string | null;
  at: Moment;
}

export interface DuesRefundTable {
  id: string;
  payment_id: string;
  body_id: string;
  method: 'CASH' | 'TRANSFER' | 'CARD';
  amount: Amount;
  given_on: string;
  transfer_id: string;
  by_person_id: string | null;
  at: Moment;
}

export interface DuesSettlementTable {
  id: string;
  charge_id: string;
  how: 'PAYMENT' | 'CREDIT' | 'DROPPED' | 'REVERSAL' | 'REFUND';
  amount: Amount;
  payment_id: string | null;
  split_id: string | null;
  body_id: string;
  transfer_id: string;
}

export interface DuesCreditTable {
  id: string;
  membership_id: string;
  currency: string;
  amount: Amount;
  payment_id: string | null;
  body_id: string;
  transfer_id: string;
}

export interface DuesWaiverTable {
  id: string;
  membership_id: string;
  from_date: string;
  until_date: string;
  ended_on: string | null;
  by_person_id: string;
  at: Moment;
}

export interface DuesWaiverRequestTable {
  id: string;
  membership_id: string;
  words: string;
  at: Moment;
  answer: 'GRANTED' | 'DECLINED' | null;
  answered_at: MaybeMoment;
  by_person_id: string | null;
}

export interface DuesReminderTable {
  charge_id: string;
  step: number;
  at: Moment;
}

export interface DuesTables {
  ledger_account: LedgerAccountTable;
  ledger_chain: LedgerChainTable;
  ledger_transfer: LedgerTransferTable;
  ledger_entry: LedgerEntryTable;
  book_period: BookPeriodTable;
  dues_schedule: DuesScheduleTable;
  dues_split: DuesSplitTable;
  dues_band: DuesBandTable;
  dues_charge: DuesChargeTable;
  dues_payment: DuesPaymentTable;
  dues_refund: DuesRefundTable;
  dues_settlement: DuesSettlementTable;
  dues_credit: DuesCreditTable;
  dues_waiver: DuesWaiverTable;
  dues_waiver_request: DuesWaiverRequestTable;
  dues_reminder: DuesReminderTable;
}

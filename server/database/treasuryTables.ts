// The tables of money passed up, spent and audited, as plain rows (see migrations/…_24 to …_26 for what each column means).
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { PaymentMethodWord } from './duesTables.js';

type Moment = ColumnType<Date, Date | string | undefined, Date | string>;
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Amount = ColumnType<string, string | bigint, string | bigint>;
type Later<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

export type RemittanceStateWord = 'SENT' | 'RECEIVED' | 'DISPUTED' | 'WITHDRAWN';
export type PerCapitaStateWord = 'ASKED' | 'AGREED' | 'DECLINED' | 'WITHDRAWN';
export type SpendingStateWord = 'PROPOSED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN';

export interface RemittanceTable {
  id: string;
  body_id: string;
  to_body_id: string;
  period_from: string;
  period_until: string;
  currency: string;
  amount: Amount;
  parts: JSONColumnType<{ purpose: string; amount: string }[], string, never>;
  method: Exclude<PaymentMethodWord, 'CARD'>;
  reference: Generated<string>;
  sent_on: string;
  received_on: Later<string>;
  state: Generated<RemittanceStateWord>;
  sent_transfer_id: string;
  received_transfer_id: Later<string>;
  settled_transfer_id: Later<string>;
  back_transfer_id: Later<string>;
}

export interface RemittanceEventTable {
  remittance_id: string;
  number: number;
  state: RemittanceStateWord;
  reason: Generated<string>;
  by_person_id: string;
  at: Moment;
}

export interface PerCapitaTable {
  id: string;
  body_id: string;
  to_body_id: string;
  counted_on: string;
  period_from: string;
  period_until: string;
  members: number;
  currency: string;
  rate: Amount;
  amount: Amount;
  state: Generated<PerCapitaStateWord>;
  reason: Generated<string>;
  owed_transfer_id: Later<string>;
  asked_transfer_id: Later<string>;
  asked_by_id: string;
  asked_at: Moment;
  answered_by_id: Later<string>;
  answered_at: MaybeMoment;
}

export interface SpendingAuthorityTable {
  id: string;
  body_id: string;
  proposal_id: string;
  currency: string;
  amount: Amount;
  fund: string | null;
  purpose: string;
  until_date: string;
  since: Moment;
}

export interface SpendingTable {
  id: string;
  body_id: string;
  authority_id: Later<string>;
  author_id: string;
  payee: string;
  words: string;
  currency: string;
  amount: Amount;
  fund: string | null;
  paid_from: 'CASH' | 'BANK';
  bank: Generated<string>;
  state: Generated<SpendingStateWord>;
  proposed_at: Moment;
  decided_by_id: Later<string>;
  decided_at: MaybeMoment;
  reason: Generated<string>;
  paid_on: Later<string>;
  transfer_id: Later<string>;
}

export interface SpendingReceiptTable {
  spending_id: string;
  media_type: 'application/pdf' | 'image/png' | 'image/jpeg';
  bytes: Buffer;
  digest: Buffer;
}

export interface TransferNoteTable {
  id: string;
  body_id: string;
  number: string | number;
  text: string;
  by_person_id: string;
  at: Moment;
}

/** One account of a period, minor units as text. */
export interface PeriodSum {
  accountId: string;
  kind: string;
  currency: string;
  withBodyId: string | null;
  name: string;
  opening: string;
  debit: string;
  credit: string;
  closing: string;
}

export interface PeriodAccountTable {
  period_id: string;
  sums: JSONColumnType<PeriodSum[], string, string>;
  digest: Buffer;
  chain_number: ColumnType<string, string | number, string | number>;
  chain_hash: Buffer;
  prepared_by_id: string;
  prepared_at: Moment;
  signed_by_id: Later<string>;
  signed_at: MaybeMoment;
  words: Generated<string>;
}

export interface TreasuryTables {
  remittance: RemittanceTable;
  remittance_event: RemittanceEventTable;
  per_capita: PerCapitaTable;
  spending_authority: SpendingAuthorityTable;
  spending: SpendingTable;
  spending_receipt: SpendingReceiptTable;
  transfer_note: TransferNoteTable;
  period_account: PeriodAccountTable;
}

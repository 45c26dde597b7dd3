// The tables of money that comes by bank and card, as plain rows (see migrations/…_22_money_from_outside).
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { MediaType } from '../uploads/mediaType.js';

type Moment = ColumnType<Date, Date | string | undefined, Date | string>;
type Amount = ColumnType<string, string | bigint, string | bigint>;
type MaybeAmount = ColumnType<string | null, string | bigint | null | undefined, string | bigint | null>;

export interface UploadTable {
  id: string;
  person_id: string;
  media_type: MediaType;
  bytes: Buffer;
  digest: Buffer;
  at: Moment;
}

export interface BankMappingTable {
  body_id: string;
  header: Buffer;
  mapping: JSONColumnType<Record<string, unknown>, string, string>;
}

export interface BankLineTable {
  body_id: string;
  bank: Generated<string>;
  digest: Buffer;
  payment_id: string | null;
  by_person_id: string;
  at: Moment;
}

export interface CardAccountTable {
  body_id: string;
  secret_key: Buffer;
  webhook_secret: Buffer;
  by_person_id: string;
  at: Moment;
}

export interface CardCheckoutTable {
  id: string;
  body_id: string;
  membership_id: string;
  currency: string;
  amount: Amount;
  session_id: string | null;
  payment_intent: string | null;
  state: Generated<'OPEN' | 'PROCESSING' | 'PAID' | 'EXPIRED'>;
  payment_id: string | null;
  fee: MaybeAmount;
  refunded: ColumnType<string, string | bigint | undefined, string | bigint>;
  at: Moment;
}

export interface CardEventTable {
  body_id: string;
  id: string;
  type: string;
  checkout_id: string;
  at: Moment;
}

export interface OutsideTables {
  upload: UploadTable;
  bank_mapping: BankMappingTable;
  bank_line: BankLineTable;
  card_account: CardAccountTable;
  card_checkout: CardCheckoutTable;
  card_event: CardEventTable;
}

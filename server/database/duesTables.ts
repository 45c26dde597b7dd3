// The tables of the books and of dues as plain rows (see migrations/…_20_ledger and …_21_dues for what each column means).
// Amounts are minor units and come as text, which BigInt reads exactly.
import type { ColumnType, Generated } from 'kysely';

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

export interface DuesTables {
  ledger_account: LedgerAccountTable;
  ledger_chain: LedgerChainTable;
  ledger_transfer: LedgerTransferTable;
  ledger_entry: LedgerEntryTable;
  book_period: BookPeriodTable;
}

// The books of a body: the one way to write in them. What a transfer must be is said, and enforced, by the database
// (migrations/20261121_20_ledger); README.md explains the accounts.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';

export const accountKinds = [
  'CASH',
  'BANK',
  'CARD',
  'DUES_RECEIVABLE',
  'DUES_CHARGED',
  'DUES_INCOME',
  'MEMBER_CREDIT',
  'PER_CAPITA_PAYABLE',
  'PER_CAPITA_RECEIVABLE',
  'PER_CAPITA_INCOME',
  'FUND',
  'INCOME',
  'EXPENSE',
  'FEES',
  'CLEARING',
  'OPENING',
] as const;
export type AccountKind = (typeof accountKinds)[number];

/** An account of the posting body, by what it is; it is opened the first time something is booked on it. */
export interface Account {
  kind: AccountKind;
  currency: string;
  /** The other body, where the account is settled with one. */
  withBodyId?: string | null;
  /** Which fund, which bank, what for; empty where the kind says all. */
  name?: string;
}

export interface Entry {
  account: Account;
  /** Minor units; debit is above zero, credit below. */
  amount: bigint;
}

export interface Posting {
  bodyId: string;
  /** Made by the caller and kept: posted again under the same id, a transfer is not booked twice. */
  id: string;
  kind: string;
  /** The day it belongs to in the books, YYYY-MM-DD; not after today and not in a closed period. */
  bookedOn: string;
  entries: readonly Entry[];
  /** One line in plain words. Every member of the body may read it: no names. */
  memo?: string;
  /** What it books, such as a payment, and a digest of what stands there. */
  sourceId?: string | null;
  digest?: Buffer | null;
  byPersonId?: string | null;
}

export interface Posted {
  number: number;
  /** Of the transfer and, through it, of all before it. A deed puts it in the public history, which then vouches for the books. */
  hash: Buffer;
}

/** Books a transfer, in the transaction of the deed. Waits for whoever else is posting in the same body. */
export async function post(db: Database, posting: Posting): Promise<Posted> {
  const entries = summed(posting.entries);
  const column = <Key extends keyof Account>(key: Key) => entries.map(({ account }) => account[key] ?? null);
  const { rows } = await sql<{ number: string; hash: Buffer }>`
    select t.number, t.hash from (
      select array_agg(open_account(${posting.bodyId}, e.kind, e.currency, e.with_body, coalesce(e.name, '')) order by e.line) as accounts,
        array_agg(e.amount order by e.line) as amounts
      from unnest(${column('kind')}::text[], ${column('currency')}::text[], ${column('withBodyId')}::uuid[], ${column('name')}::text[],
        ${entries.map(({ amount }) => amount.toString())}::bigint[]) with ordinality as e (kind, currency, with_body, name, amount, line)
    ) a cross join lateral post_transfer(${posting.bodyId}, ${posting.id}, ${posting.kind}, ${posting.bookedOn}, a.accounts, a.amounts,
      ${posting.memo ?? ''}, ${posting.sourceId ?? null}, ${posting.digest ?? null}, null, ${posting.byPersonId ?? null}) t`.execute(
    db,
  );
  return { number: Number(rows[0]!.number), hash: rows[0]!.hash };
}

export interface Reversing {
  bodyId: string;
  /** Made by the caller and kept. */
  id: string;
  /** The transfer to undo. */
  number: number;
  bookedOn: string;
  memo?: string;
  byPersonId?: string | null;
}

/** Undoes a transfer, once, by one with the same entries the other way. */
export async function reverse(
  db: Database,
  { bodyId, id, number, bookedOn, memo, byPersonId }: Reversing,
): Promise<Posted> {
  const { rows } = await sql<{ number: string; hash: Buffer }>`
    select t.number, t.hash from reverse_transfer(${bodyId}, ${id}, ${number}, ${bookedOn}, ${memo ?? ''}, ${byPersonId ?? null}) t`.execute(
    db,
  );
  return { number: Number(rows[0]!.number), hash: rows[0]!.hash };
}

/** Takes the lock of a body's books before anything is judged that a posting elsewhere could change. */
export async function lockBooks(db: Database, bodyId: string): Promise<void> {
  await sql`select ledger_head(${bodyId})`.execute(db);
}

const sameAs = ({ kind, currency, withBodyId, name }: Account) =>
  [kind, currency, withBodyId ?? '', name ?? ''].join('/');

/** One entry an account, in the order in which they come first; what cancels out is left away. */
function summed(entries: readonly Entry[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const { account, amount } of entries) {
    const key = sameAs(account);
    found.set(key, { account, amount: (found.get(key)?.amount ?? 0n) + amount });
  }
  return [...found.values()].filter(({ amount }) => amount !== 0n);
}

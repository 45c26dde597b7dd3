// Where a body keeps money, as a Treasurer names it.
import type { Account } from '../ledger.js';
import { readLine } from '../../text.js';

export interface MoneyPlace {
  kind: 'CASH' | 'BANK' | 'CARD';
  /** Which bank account, where the body has several; empty otherwise. */
  bank: string | null;
}

export function placeAccount({ kind, bank }: MoneyPlace, currency: string, field: string): Account {
  return kind === 'BANK' ? { kind, currency, name: readLine(bank ?? '', field, 80) } : { kind, currency };
}

// Whose payment a line of the statement is: suggested by reference, amount and name with a confidence that a treasurer
// can see through. Nothing is booked from it without a human's yes.
import type { BankLine } from './bankLines.js';

/** Somebody who owes, or might pay ahead. */
export interface Payer {
  membershipId: string;
  name: string;
  /** What this member is asked to write on a transfer, such as `PDX-0042`. */
  reference: string;
  /** Minor units still owed. */
  owed: bigint;
}

export type MatchReason = 'REFERENCE' | 'NAME' | 'PART_OF_NAME' | 'AMOUNT';

export interface Match {
  membershipId: string;
  /** Of 100. 90 and more: the reference, or name and sum together. */
  confidence: number;
  reasons: MatchReason[];
}

const WEIGHTS: Record<MatchReason, number> = { REFERENCE: 80, NAME: 60, PART_OF_NAME: 30, AMOUNT: 30 };
/** Below this a suggestion would be a guess. */
const LEAST = 50;

/**
 * For every line that brought money in, those it may come from, the likeliest first, at most three. Where two are
 * equally likely neither is sure, and both are held below what is confirmed at a glance.
 */
export function matchPayments(lines: readonly BankLine[], payers: readonly Payer[]): Map<string, Match[]> {
  const known = payers.map((payer) => ({ payer, reference: letters(payer.reference), words: wordsOf(payer.name) }));
  const found = new Map<string, Match[]>();
  for (const line of lines) {
    if (line.amount <= 0n) continue;
    const reference = letters(line.reference);
    const said = new Set([...wordsOf(line.name), ...wordsOf(line.reference)]);
    const matches = known
      .map(({ payer, ...keys }): Match => {
        const shared = keys.words.filter((word) => said.has(word)).length;
        const reasons: MatchReason[] = [];
        if (keys.reference.length >= 4 && reference.includes(keys.reference)) reasons.push('REFERENCE');
        if (keys.words.length > 0 && shared === keys.words.length) reasons.push('NAME');
        else if (shared > 0) reasons.push('PART_OF_NAME');
        if (payer.owed === line.amount) reasons.push('AMOUNT');
        const sum = reasons.reduce((total, reason) => total + WEIGHTS[reason], 0);
        return { membershipId: payer.membershipId, confidence: Math.min(sum, 99), reasons };
      })
      .filter(({ confidence }) => confidence >= LEAST)
      .sort((a, b) => b.confidence - a.confidence || (a.membershipId < b.membershipId ? -1 : 1))
      .slice(0, 3);
    const rivals = matches.filter(({ confidence }) => confidence === matches[0]?.confidence).length;
    if (rivals > 1) for (const match of matches) match.confidence = Math.min(match.confidence, LEAST);
    if (matches.length > 0) found.set(line.digest, matches);
  }
  return found;
}

/** Letters and digits alone, without accents and case, so that a bank's own spelling does not matter. */
const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 2);

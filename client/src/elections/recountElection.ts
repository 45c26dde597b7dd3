/**
 * The recount anyone can make: the code the server counts with, run over the published file. And the question "what
 * if": the same papers by another method, for other places or without a candidate, which decides nothing.
 */
import { countOptions, packed, recountElection } from '../../../server/counting/elections/certified';
import { count, type Count, type CountMethod } from '../../../server/counting/elections';
import { readCertified } from '../../../server/counting/elections/readCertified';

export interface Recounted {
  outcome: string;
  /** Numbers on the paper, in the order of election. */
  elected: number[];
  alternates: number[];
  /** Null where nothing was counted. */
  count: Count | null;
}

/** Null where so few papers were cast that none is published. */
export function recountFile(file: string): Recounted | null {
  return recountElection(readCertified(file));
}

export interface Change {
  method: CountMethod;
  seats: number;
  /** Numbers of those who are taken as withdrawn, besides those who did withdraw. */
  without: readonly number[];
}

export function whatIf(file: string, { method, seats, without }: Change): Count | null {
  const election = readCertified(file);
  if (election.papers === null) return null;
  const options = countOptions(election, election);
  return count(packed(election, election.papers), {
    ...options,
    method,
    seats,
    withdrawn: [...new Set([...(options.withdrawn ?? []), ...without.map((number) => number - 1)])],
    reopen: options.reopen != null && without.includes(options.reopen + 1) ? null : (options.reopen ?? null),
    // Conditions on who is elected together hold only where they were asked for.
    constraints: method === election.method ? (options.constraints ?? []) : [],
  });
}

// Every invariant of the living database, looked at in one snapshot that later deeds do not disturb.
import type { Database } from '../database/database.js';
import type { Check } from '../history/check.js';
import type { Verifier } from '../history/key.js';
import { bodyInvariants } from './bodies.js';
import { bookInvariants } from './books.js';
import { duesInvariants } from './dues.js';
import { electionInvariants } from './elections.js';
import { historyInvariants } from './history.js';
import { examine } from './invariant.js';
import { pollInvariants } from './polls.js';
import { resultInvariants } from './results.js';
import { treasuryInvariants } from './treasury.js';

export const invariants = [
  ...historyInvariants,
  ...bodyInvariants,
  ...pollInvariants,
  ...resultInvariants,
  ...bookInvariants,
  ...duesInvariants,
  ...treasuryInvariants,
  ...electionInvariants,
];

export interface Checked {
  ok: boolean;
  checks: Check[];
}

type About = (name: string) => void;

export function checkDatabase(db: Database, key: Verifier, about: About = () => undefined): Promise<Checked> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((snapshot) => checkSnapshot(snapshot, key, about));
}

/** The same within a transaction that is open already. */
export async function checkSnapshot(db: Database, key: Verifier, about: About = () => undefined): Promise<Checked> {
  const checks: Check[] = [];
  for (const invariant of invariants) {
    about(invariant.name);
    checks.push(await examine({ db, key }, invariant));
  }
  return { ok: checks.every(({ ok }) => ok), checks };
}

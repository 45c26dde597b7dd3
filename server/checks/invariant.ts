// One thing that must hold: its name, and a look at the database that says what it found or what breaks it.
import type { Check } from '../history/check.js';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.js';
import { databaseCode } from '../errors.js';
import type { Verifier } from '../history/key.js';

export interface Subject {
  db: Database;
  /** The key of the log, to check its signatures with. */
  key: Verifier;
}

export interface Invariant {
  readonly name: string;
  /** What was found to hold, in words; throws Broken when it does not. */
  look(subject: Subject): Promise<string>;
}

export class Broken extends Error {}

const SHOWN = 5;

export function mustBeNone(faults: readonly string[]): void {
  if (faults.length === 0) return;
  throw new Broken(
    faults.slice(0, SHOWN).join('; ') + (faults.length > SHOWN ? `; and ${faults.length - SHOWN} more` : ''),
  );
}

/** An invariant told by a query whose rows are the faults, each a sentence in the column `fault`. */
export const none = (name: string, held: string, faults: RawBuilder<{ fault: string }>): Invariant => ({
  name,
  async look({ db }) {
    const { rows } = await sql<{ fault: string }>`select fault from (${faults}) found limit 1000`.execute(db);
    mustBeNone(rows.map(({ fault }) => fault));
    return held;
  },
});

export async function examine(subject: Subject, { name, look }: Invariant): Promise<Check> {
  try {
    return { name, ok: true, detail: await look(subject) };
  } catch (error) {
    // What cannot even be looked at does not hold; a database that fails us says nothing about either.
    if (databaseCode(error) !== undefined) throw error;
    return { name, ok: false, detail: (error as Error).message };
  }
}

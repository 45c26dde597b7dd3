// Rule books as pages read them: a body's own versions, and one version as it was when something was decided by it.
import { asDate } from '../database/instants.js';
import type { Database } from '../database/database.js';
import { manyEach, oneEach } from '../loaders.js';
import { asAppliedIn } from './effectiveRules.js';
import type { PartialRules } from './schema.js';

export interface RuleBookVersionRow {
  id: string;
  bodyId: string;
  version: number;
  inForceFrom: Date;
  proposalId: string | null;
}

/** The versions of each body's own rule book, newest first. */
export async function ruleBookVersions(db: Database, bodyIds: readonly string[]): Promise<RuleBookVersionRow[][]> {
  const rows = await db
    .selectFrom('rule_book')
    .select(['id', 'body_id as bodyId', 'version', 'in_force_from as inForceFrom', 'proposal_id as proposalId'])
    .where('body_id', 'in', bodyIds)
    .orderBy('version', 'desc')
    .execute();
  return manyEach(
    bodyIds,
    rows.map((row) => ({ ...row, inForceFrom: asDate(row.inForceFrom) })),
    (row) => row.bodyId,
  );
}

export interface StandingRule {
  ruleBookId: string;
  section: string;
  /** The kind of the body that decides: in a Local Group bodies do not vote, members do. */
  bodyKind: string;
}

/** The rule at a place of one version of a rule book, as it applied in the body that decided by it. */
export async function rulesAt(db: Database, places: readonly StandingRule[]) {
  const rows = await db
    .selectFrom('rule_book')
    .select(['id', 'body_id as bodyId', 'version', 'rules'])
    .where(
      'id',
      'in',
      places.map((place) => place.ruleBookId),
    )
    .execute();
  const books = oneEach(
    places.map((place) => place.ruleBookId),
    rows,
    (row) => row.id,
  );
  return places.map(({ section, bodyKind }, at) => {
    const book = books[at];
    const kind = section.split('.')[1] as keyof NonNullable<PartialRules['decisions']>;
    const rule = (book?.rules as PartialRules | undefined)?.decisions?.[kind];
    if (!book || !rule) return null;
    return {
      rule: asAppliedIn(bodyKind, rule),
      source: { bodyId: book.bodyId, ruleBookId: book.id, version: book.version },
    };
  });
}

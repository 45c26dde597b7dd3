// The rules as they apply to a body now: section by section its own rule book where it speaks, else the nearest one
// above that does; inside `decisions` kind by kind. Each keeps its source, so that a page can say whose rule it is.
import { sql } from 'kysely';
import { assert } from '../assert.js';
import type { Database } from '../database/database.js';
import { foundingRules } from './defaults.js';
import {
  mayBeSilent,
  sectionKeys,
  type DecisionKind,
  type DecisionRule,
  type PartialRules,
  type Rules,
  type SectionKey,
} from './schema.js';

export interface RuleSource {
  bodyId: string;
  ruleBookId: string;
  version: number;
}

/** A section, or one kind of decision. `decisions` itself has the source of its DEFAULT. */
export type RulePath = SectionKey | `decisions.${DecisionKind}`;

export interface EffectiveRules {
  bodyId: string;
  rules: Rules;
  source: Record<SectionKey, RuleSource> & Partial<Record<RulePath, RuleSource>>;
}

export async function effectiveRules(db: Database, bodyId: string): Promise<EffectiveRules> {
  return (await effectiveRulesOf(db, [bodyId]))[0]!;
}

/** The same for many bodies in one round trip, in the order asked. */
export async function effectiveRulesOf(db: Database, bodyIds: readonly string[]): Promise<EffectiveRules[]> {
  const { rows } = await sql<BookRow>`
    select a.body_id as "ofBodyId", of_body.kind as "ofKind", a.above_id as "bodyId", book.id as "ruleBookId", book.version, book.rules
    from body_above a
    join body of_body on of_body.id = a.body_id
    join lateral (
      select id, version, rules from rule_book
      where body_id = a.above_id and in_force_from <= now() order by version desc limit 1
    ) book on true
    where a.body_id = any (${[...bodyIds]}::uuid[])
    order by a.distance`.execute(db);
  return bodyIds.map((id) =>
    merge(
      id,
      rows.filter((row) => row.ofBodyId === id),
    ),
  );
}

interface BookRow extends RuleSource {
  ofBodyId: string;
  ofKind: string;
  rules: PartialRules;
}

/** Nearest first: what a nearer book says is not overwritten. */
function merge(bodyId: string, books: readonly BookRow[]): EffectiveRules {
  const rules: Record<string, unknown> = {};
  const decisions: Partial<Record<DecisionKind, DecisionRule>> = {};
  const source: Partial<Record<RulePath, RuleSource>> = {};
  for (const { rules: said, ofKind, bodyId: from, ruleBookId, version } of books) {
    const here = { bodyId: from, ruleBookId, version };
    for (const key of sectionKeys) {
      if (key === 'decisions' || said[key] === undefined || source[key]) continue;
      rules[key] = said[key];
      source[key] = here;
    }
    for (const [kind, rule] of Object.entries(said.decisions ?? {}) as [DecisionKind, DecisionRule][]) {
      if (decisions[kind]) continue;
      decisions[kind] = asAppliedIn(ofKind, rule);
      source[`decisions.${kind}`] = here;
    }
  }
  source.decisions = source['decisions.DEFAULT'];
  for (const key of mayBeSilent) {
    if (source[key]) continue;
    // Nobody above speaks of it: the rules a federation begins with, under the highest rule book there is.
    rules[key] = foundingRules[key];
    source[key] = source.decisions;
  }
  const missing = sectionKeys.find((key) => !source[key]);
  assert(!missing, `no rule book above body ${bodyId} has the section ${missing}`);
  return { bodyId, rules: { ...rules, decisions } as unknown as Rules, source: source as EffectiveRules['source'] };
}

/** A Local Group has no bodies below it: where the rule lets bodies decide, its members do. */
export function asAppliedIn(bodyKind: string, rule: DecisionRule): DecisionRule {
  if (bodyKind !== 'LOCAL_GROUP') return rule;
  return {
    ...rule,
    voting: 'MEMBERS',
    weight: null,
    cast: null,
    bodies: null,
    quorum: { electors: rule.quorum?.electors ?? '0/1' },
  };
}

// Which polls decide a motion: one where members vote together, or a poll of each constituent under the deciding
// body's, and so on down to the polls in which members vote.
import { randomUUID } from 'node:crypto';
import type { Database } from '../database/database.js';
import { effectiveRulesOf, type EffectiveRules } from '../rules/effectiveRules.js';
import type { DecisionKind } from '../rules/schema.js';
import { decidingRule, mandateRule, type FrozenRule } from './rule.js';

export interface PlannedPoll extends FrozenRule {
  id: string;
  parentId: string | null;
  bodyId: string;
}

interface Place {
  id: string;
  kind: string;
  state: string;
  parentId: string | null;
  above: string[];
}

/** Depth-first, the deciding body's own poll first. */
export async function planPolls(db: Database, bodyId: string, kind: DecisionKind): Promise<PlannedPoll[]> {
  const places = await placesBelow(db, bodyId);
  const deciding = places.find((place) => place.id === bodyId)!;
  const voting = places.filter((place) => place.state === 'AFFILIATED' || place.id === bodyId);
  const rules = await rulesOf(db, voting);
  const root: PlannedPoll = { id: randomUUID(), parentId: null, bodyId, ...decidingRule(rules.get(bodyId)!, kind) };
  return [root, ...pollsBelow(root, deciding, voting, rules)];
}

function pollsBelow(
  parent: PlannedPoll,
  of: Place,
  places: readonly Place[],
  rules: ReadonlyMap<string, EffectiveRules>,
): PlannedPoll[] {
  if (parent.rule.voting === 'MEMBERS') return [];
  return constituentsOf(of, parent.rule.constituents, places).flatMap((place) => {
    const rule = mandateRule(rules.get(place.id)!, place.kind, parent);
    const poll: PlannedPoll = { id: randomUUID(), parentId: parent.id, bodyId: place.id, ...rule };
    const below = pollsBelow(poll, place, places, rules);
    // A body of bodies that has none entitled to vote has nobody to ask.
    return rule.rule.voting === 'GROUPS' && below.length === 0 ? [] : [poll, ...below];
  });
}

/** Affiliated bodies alone: one in formation has a voice and no vote. */
function constituentsOf(body: Place, which: 'CHILDREN' | 'LOCAL_GROUPS', places: readonly Place[]): Place[] {
  return which === 'CHILDREN'
    ? places.filter((place) => place.parentId === body.id)
    : places.filter((place) => place.kind === 'LOCAL_GROUP' && place.id !== body.id && place.above.includes(body.id));
}

async function placesBelow(db: Database, bodyId: string): Promise<Place[]> {
  const rows = await db
    .selectFrom('body')
    .innerJoin('body_above as below', 'below.body_id', 'body.id')
    .innerJoin('body_above as above', 'above.body_id', 'body.id')
    .select((x) => [
      'body.id',
      'body.kind',
      'body.state',
      'body.parent_id as parentId',
      x.fn.agg<string[]>('array_agg', ['above.above_id']).as('above'),
    ])
    .where('below.above_id', '=', bodyId)
    .groupBy('body.id')
    .orderBy('body.name')
    .orderBy('body.slug')
    .execute();
  return rows;
}

async function rulesOf(db: Database, places: readonly Place[]): Promise<Map<string, EffectiveRules>> {
  const rules = await effectiveRulesOf(
    db,
    places.map((place) => place.id),
  );
  return new Map(rules.map((each) => [each.bodyId, each]));
}

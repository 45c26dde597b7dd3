// How many votes each constituent has in the body above, by the rule and from the roll: computed by the very engine
// that will decide, on a decision file in which nobody has voted yet.
import { sql } from 'kysely';
import { decide } from '../counting/index.js';
import type { Database } from '../database/database.js';
import { fileOf, resultsByNode } from './decisionFile.js';
import { loadTree } from './loadTree.js';
import { counted } from './ruleApplies.js';

export async function reweigh(db: Database, rootId: string): Promise<void> {
  const { root, question } = await loadTree(db, rootId, false);
  const { tree } = counted(() => decide(fileOf(question, root)));
  const weights = [...resultsByNode(root, tree)]
    .filter(([node, result]) => node !== root && node.poll && result.weight !== null)
    .map(([node, result]) => ({ id: node.poll!.id, weight: result.weight }));
  await sql`
    update poll set weight = r.weight
    from jsonb_to_recordset(${JSON.stringify(weights)}::jsonb) as r (id uuid, weight int)
    where poll.id = r.id and poll.weight is distinct from r.weight`.execute(db);
}

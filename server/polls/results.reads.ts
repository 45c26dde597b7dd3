// Certified results as pages read them. The poll of one body inside a roll-up has its result in that of the whole: it is
// taken out of the certified decision file and decided by itself.
import { decide, type Body, type Decision, type DecisionFile } from '../counting/index.js';
import type { Database } from '../database/database.js';
import { decisionHash } from '../history/commitments.js';
import { oneEach } from '../loaders.js';
import type { DecisionRule } from '../rules/schema.js';
import { certifiedResults, type CertifiedResult, type TallyRow } from './certified.js';
import { textOf } from './decisionFile.js';
import { engineRule } from './rule.js';

export type KeptDecision = Pick<Decision, 'outcome' | 'binding' | 'lenses' | 'sentences' | 'quorum'>;

export interface ResultView {
  pollId: string;
  rootId: string;
  bodyId: string;
  outcome: string;
  /** Null where the body's figures are published only with others': then its outcome is all there is. */
  decision: KeptDecision | null;
  decisionFile: string;
  decisionHash: string;
  certifiedAt: Date;
}

interface Asked {
  pollId: string;
  rootId: string;
  bodyId: string;
  rule: DecisionRule;
}

/** Null where nothing is certified yet. */
export async function resultsByPoll(db: Database, pollIds: readonly string[]): Promise<(ResultView | null)[]> {
  const asked = await askedFor(db, pollIds);
  const certified = await certifiedResults(db, [...new Set(asked.map((one) => one.rootId))]);
  const views = asked.flatMap((one) => {
    const root = certified.find((each) => each.rootId === one.rootId);
    const tally = root?.tallies.find((row) => row.bodyId === one.bodyId);
    return root && tally ? [viewOf(one, root, tally)] : [];
  });
  return oneEach(pollIds, views, (view) => view.pollId);
}

async function askedFor(db: Database, pollIds: readonly string[]): Promise<Asked[]> {
  const rows = await db
    .selectFrom('poll')
    .select(['id as pollId', 'root_id as rootId', 'body_id as bodyId', 'rule'])
    .where('id', 'in', pollIds)
    .execute();
  return rows as unknown as Asked[];
}

function viewOf(
  { pollId, rootId, bodyId, rule }: Asked,
  root: CertifiedResult,
  { outcome, merged, place }: TallyRow,
): ResultView {
  const view = { pollId, rootId, bodyId, certifiedAt: root.at };
  if (pollId === rootId)
    return {
      ...view,
      outcome: root.outcome,
      decision: root.decision,
      decisionFile: root.file,
      decisionHash: root.hash,
    };
  const file = merged ? null : partOf(JSON.parse(root.file) as DecisionFile, place, rule);
  if (!file) return { ...view, outcome, decision: null, decisionFile: '', decisionHash: root.hash };
  const text = textOf(file);
  return { ...view, outcome, decision: decide(file), decisionFile: text, decisionHash: decisionHash(text) };
}

/** The decision of one body of the file, as a decision file of its own. */
function partOf({ title, options, bodies }: DecisionFile, place: string, rule: DecisionRule): DecisionFile | null {
  const body = find(bodies, place);
  if (!body) return null;
  const { rule: _stated, ...alone } = body;
  return { title, options, rule: engineRule(rule), bodies: body.bodies ?? [alone] };
}

function find(bodies: readonly Body[], name: string): Body | null {
  for (const body of bodies) {
    const found = body.name === name ? body : find(body.bodies ?? [], name);
    if (found) return found;
  }
  return null;
}

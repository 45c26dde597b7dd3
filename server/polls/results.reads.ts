// Certified results as pages read them. The poll of one body inside a roll-up has its result in that of the whole: it is
// taken out of the certified decision file and decided by itself.
import { sql } from 'kysely';
import { decide, type Body, type Decision, type DecisionFile } from '../counting/index.js';
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';
import { decisionHash } from '../history/commitments.js';
import { oneEach } from '../loaders.js';
import type { DecisionRule } from '../rules/schema.js';
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
  outcome: string;
  merged: boolean;
  place: string;
}

interface Certified {
  rootId: string;
  outcome: string;
  file: string;
  decision: KeptDecision;
  hash: string;
  at: Date;
}

/** Null where nothing is certified yet. */
export async function resultsByPoll(db: Database, pollIds: readonly string[]): Promise<(ResultView | null)[]> {
  const asked = await askedFor(db, pollIds);
  const certified = await certifiedOf(db, [...new Set(asked.map((one) => one.rootId))]);
  const views = asked.map((one) =>
    viewOf(
      one,
      certified.find((each) => each.rootId === one.rootId)!,
    ),
  );
  return oneEach(pollIds, views, (view) => view.pollId);
}

async function askedFor(db: Database, pollIds: readonly string[]): Promise<Asked[]> {
  const rows = await db
    .selectFrom('poll')
    .innerJoin('result_tally as t', (join) =>
      join.onRef('t.root_id', '=', 'poll.root_id').onRef('t.body_id', '=', 'poll.body_id'),
    )
    .select([
      'poll.id as pollId',
      'poll.root_id as rootId',
      'poll.body_id as bodyId',
      'poll.rule',
      't.outcome',
      't.merged',
      't.place',
    ])
    .where('poll.id', 'in', pollIds)
    .execute();
  return rows as unknown as Asked[];
}

async function certifiedOf(db: Database, rootIds: readonly string[]): Promise<Certified[]> {
  if (rootIds.length === 0) return [];
  const rows = await db
    .selectFrom('result')
    .select([
      'poll_id as rootId',
      'outcome',
      'decision_file as file',
      'decision',
      sql<string>`encode(decision_hash, 'hex')`.as('hash'),
      'at',
    ])
    .where('poll_id', 'in', rootIds)
    .execute();
  return rows.map((row) => ({ ...row, at: asDate(row.at) })) as unknown as Certified[];
}

function viewOf({ pollId, rootId, bodyId, rule, outcome, merged, place }: Asked, root: Certified): ResultView {
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

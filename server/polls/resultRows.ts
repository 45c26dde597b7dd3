// A row for every body of a result, from the root down, as a page reads it: also for bodies that only stand between,
// whose figures are the sums of those below.
import type { Published } from './publish.js';
import { tellsSides } from './publish.js';
import { ballotsIn, entitledIn, inFileBelow, sumTally, type Tally, type TreeNode } from './tree.js';
import type { BodyResult, Rule } from '../counting/index.js';

export interface ResultRow {
  poll_id: string | null;
  body_id: string;
  parent_body_id: string | null;
  entitled: number;
  tally: Tally;
  weight: number | null;
  cast_weight: Tally | null;
  /** CARRIED, DEFEATED or INQUORATE of a body that decided; the side of one whose members voted with others; empty for a sum. */
  outcome: string;
  quorate: boolean;
  merged: boolean;
  position: number;
  place: string;
}

export function resultRows(root: TreeNode, rule: Rule, published: Published): ResultRow[] {
  const rows: ResultRow[] = [];
  const shown = shownByPlace(published);
  const walk = (node: TreeNode, parentBodyId: string | null, above: Rule) => {
    if (node.atLarge) return;
    const facts = node === root ? rootFacts(published) : bodyFacts(node, tellsSides(above), published, shown);
    rows.push({ ...figures(node, published), ...facts, parent_body_id: parentBodyId, position: rows.length });
    const here = ruleWithin(node, node === root ? rule : above, node === root);
    for (const child of node.children) walk(child, node.body.id, here);
  };
  walk(root, null, rule);
  return rows;
}

/** The rule by which those below count in this body; below a body whose members vote with others nothing more is asked. */
function ruleWithin({ poll, inFile }: TreeNode, above: Rule, isRoot: boolean): Rule {
  if (isRoot || !inFile) return above;
  return poll ? (poll.statedRule ?? { ...above, bodies: null }) : { voting: 'MEMBERS' };
}

function figures(node: TreeNode, { pools }: Published) {
  const merged = pools.hidden.has(node);
  return {
    poll_id: node.poll?.id ?? null,
    body_id: node.body.id,
    entitled: entitledIn(node),
    tally: merged ? {} : sumTally([node]),
    merged,
    place: node.place,
  };
}

type Facts = Pick<ResultRow, 'weight' | 'cast_weight' | 'outcome' | 'quorate'>;

const rootFacts = ({ outcome, decision }: Published): Facts => ({
  weight: null,
  cast_weight: null,
  outcome,
  quorate: decision.quorum.met,
});

/** `tells`: what each body cast is part of the result. Where it is not, only what is published anyway may be shown of it. */
function bodyFacts(
  node: TreeNode,
  tells: boolean,
  { results, pools }: Published,
  shown: ReadonlyMap<string, BodyResult>,
): Facts {
  const known = (each: TreeNode) => (tells ? results.get(each) : shown.get(each.place));
  if (!node.inFile) {
    const below = inFileBelow(node).map(known);
    return {
      weight: sum(below.map((each) => each?.weight ?? 0)),
      cast_weight: sumCast(below.map((each) => each?.cast ?? {})),
      outcome: '',
      quorate: true,
    };
  }
  const { weight = null, cast = null } = known(node) ?? {};
  const truth = results.get(node)!;
  const outcome = pools.hidden.has(node) && !tells ? 'WITHHELD' : (truth.outcome ?? leaning(sumTally([node])));
  return { weight, cast_weight: cast, outcome, quorate: truth.quorate ?? true };
}

/** The published file decided, by the names in it. */
function shownByPlace({ decision, pools }: Published): Map<string, BodyResult> {
  const found = new Map<string, BodyResult>();
  const walk = (bodies: readonly BodyResult[]) => {
    for (const body of bodies) {
      found.set(body.name, body);
      walk(body.children);
    }
  };
  if (!pools.withheld) walk(decision.tree);
  return found;
}

/** Of a body whose members voted together with others: which way they leaned. */
function leaning(tally: Tally): string {
  const [inFavour, against] = [tally['FOR'] ?? 0, tally['AGAINST'] ?? 0];
  if (ballotsIn(tally) === 0) return 'NONE';
  return inFavour === against ? 'ABSTAIN' : inFavour > against ? 'FOR' : 'AGAINST';
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

function sumCast(casts: readonly Readonly<Tally>[]): Tally {
  const all: Tally = {};
  for (const cast of casts) for (const [option, n] of Object.entries(cast)) all[option] = (all[option] ?? 0) + n;
  return all;
}

/**
 * The votes as streams from stage to stage (a Sankey diagram): a column for every stage, in it a node for everybody
 * who holds votes and one for the votes that are nobody's any more; between two columns what stayed and what moved.
 * Laid out along an axis of stages and across it in proportion to votes, whichever way the drawing then turns it.
 */
import type { Count, Stage } from '../../../../server/counting/elections/election';
import { byFate } from './candidates';

/** A candidate, or null for the votes that are nobody's. */
export type Holder = number | null;

export interface FlowNode {
  holder: Holder;
  /** Which column, from 0. */
  column: number;
  votes: number;
  from: number;
  to: number;
}
export interface FlowLink {
  source: Holder;
  target: Holder;
  /** The stage in which it flowed: the number of the stage it leads to. */
  stage: number;
  votes: number;
  moved: boolean;
  /** The ends across the axis: where it leaves its column, and where it arrives in the next. */
  start: readonly [number, number];
  end: readonly [number, number];
}
export interface Flow {
  columns: number;
  nodes: FlowNode[];
  links: FlowLink[];
}

const heldBy = (stage: Stage, holder: Holder) =>
  holder === null ? stage.exhausted + stage.truncated : (stage.votes[holder] ?? 0);

interface Move {
  source: Holder;
  target: Holder;
  votes: number;
}

/** What went from whom to whom between two stages, what stayed included; fractions cut off go to nobody. */
export function movesBetween(before: Stage, after: Stage, holders: readonly Holder[]): Move[] {
  const moves: Move[] = after.transfers.map(({ from, to, votes }) => ({ source: from, target: to, votes }));
  const cut = after.truncated - before.truncated;
  const [giver] = [...moves].sort((a, b) => b.votes - a.votes);
  if (cut > 0 && giver) {
    const lost = moves.find(({ source, target }) => source === giver.source && target === null);
    if (lost) lost.votes += cut;
    else moves.push({ source: giver.source, target: null, votes: cut });
  }
  const gave = (holder: Holder) => moves.reduce((sum, { source, votes }) => (source === holder ? sum + votes : sum), 0);
  const stayed = holders.map((holder) => ({
    source: holder,
    target: holder,
    votes: heldBy(before, holder) - gave(holder),
  }));
  return [...moves, ...stayed].filter(({ votes }) => votes > 0);
}

export function layFlow(count: Count, extent: number, gap: number): Flow {
  const holders: Holder[] = [...byFate(count, []).map(({ index }) => index), null];
  const columns = count.stages.map((stage) => holders.filter((holder) => heldBy(stage, holder) > 0));
  const crowd = Math.max(1, ...columns.map((column) => column.length - 1));
  const most = Math.max(1, ...count.stages.map((stage) => sum(holders.map((holder) => heldBy(stage, holder)))));
  const scale = (extent - Math.min(gap * crowd, extent * 0.45)) / most;
  const nodes = count.stages.flatMap((stage, column) => layColumn(stage, column, columns[column]!, scale, extent));
  const links = count.stages.slice(1).flatMap((stage, column) => {
    const moves = movesBetween(count.stages[column]!, stage, holders);
    return layLinks(moves, { stage: stage.number, column, nodes, holders, scale });
  });
  return { columns: columns.length, nodes, links };
}

function layColumn(stage: Stage, column: number, holders: readonly Holder[], scale: number, extent: number) {
  const sizes = holders.map((holder) => heldBy(stage, holder) * scale);
  const space = holders.length > 1 ? (extent - sum(sizes)) / (holders.length - 1) : 0;
  let from = holders.length > 1 ? 0 : (extent - sum(sizes)) / 2;
  return holders.map((holder, index): FlowNode => {
    const node = { holder, column, votes: heldBy(stage, holder), from, to: from + sizes[index]! };
    from = node.to + space;
    return node;
  });
}

interface Between {
  stage: number;
  column: number;
  nodes: readonly FlowNode[];
  holders: readonly Holder[];
  scale: number;
}

/** At each end the streams lie in the order of where they come from or go to, so that they cross as little as can be. */
function layLinks(moves: readonly Move[], { stage, column, nodes, holders, scale }: Between): FlowLink[] {
  const place = (holder: Holder) => holders.indexOf(holder);
  const filled = new Map<FlowNode, number>();
  const nodeOf = (holder: Holder, at: number) => nodes.find((node) => node.holder === holder && node.column === at);
  const take = (node: FlowNode | undefined, votes: number): [number, number] => {
    if (!node) return [0, 0];
    const from = node.from + (filled.get(node) ?? 0);
    filled.set(node, (filled.get(node) ?? 0) + votes * scale);
    return [from, from + votes * scale];
  };
  const starts = new Map<Move, [number, number]>();
  for (const move of [...moves].sort((a, b) => place(a.target) - place(b.target)))
    starts.set(move, take(nodeOf(move.source, column), move.votes));
  return [...moves]
    .sort((a, b) => place(a.source) - place(b.source))
    .map((move) => ({
      ...move,
      stage,
      moved: move.source !== move.target,
      start: starts.get(move)!,
      end: take(nodeOf(move.target, column + 1), move.votes),
    }));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

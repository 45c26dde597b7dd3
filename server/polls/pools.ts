// In a confidential poll no tally of fewer than five ballots is published for a body. Small ones are put together with
// others beside them until they are not small; where a whole body of bodies is small, it is put together with one
// beside it. What is published is then a partition of all ballots into pools of at least five, and every sum shown is
// a sum of whole pools, so that no subtraction comes closer.
import { limits } from '../../schema/limits.js';
import { ballotsIn, sumTally, type TreeNode } from './tree.js';

export interface Pools {
  /** Of each node whose own figures are not published, the pool it is in; null where even the whole is too small. */
  hidden: ReadonlyMap<TreeNode, Pool | null>;
  /** Fewer than five ballots in all: none of it can be published. */
  withheld: boolean;
}

/** Nodes beside one another whose ballots are published in common, in order of place. */
export interface Pool {
  members: TreeNode[];
  ballots: number;
}

export function poolSmall(root: TreeNode): Pools {
  const hidden = new Map<TreeNode, Pool | null>();
  const withheld = isSmall(ballotsOf(root));
  if (withheld) hide(root, null, hidden);
  else poolBelow(root, hidden);
  return { hidden, withheld };
}

/** Nobody's ballot is told by a body in which nobody voted. */
const isSmall = (ballots: number): boolean => ballots > 0 && ballots < limits.smallestPublishedTally;

const ballotsOf = (node: TreeNode): number => ballotsIn(sumTally([node]));

function poolBelow(node: TreeNode, hidden: Map<TreeNode, Pool | null>): void {
  const pools = poolsAmong(node.children);
  for (const pool of pools) for (const member of pool.members) hide(member, pool, hidden);
  for (const child of node.children) if (!hidden.has(child)) poolBelow(child, hidden);
}

/** Small ones together, smallest first; what is left over joins the smallest pool, or the smallest body beside it. */
function poolsAmong(nodes: readonly TreeNode[]): Pool[] {
  const sized = nodes.map((node) => ({ node, ballots: ballotsOf(node) })).filter(({ ballots }) => ballots > 0);
  sized.sort((a, b) => a.ballots - b.ballots || (a.node.place < b.node.place ? -1 : 1));
  const small = sized.filter(({ ballots }) => isSmall(ballots));
  const pools: Pool[] = [];
  let open: Pool = { members: [], ballots: 0 };
  for (const { node, ballots } of small) {
    open = { members: [...open.members, node], ballots: open.ballots + ballots };
    if (isSmall(open.ballots)) continue;
    pools.push(open);
    open = { members: [], ballots: 0 };
  }
  if (open.members.length > 0) settle(open, pools, sized[small.length]);
  return pools.map((pool) => ({ ...pool, members: pool.members.toSorted((a, b) => (a.place < b.place ? -1 : 1)) }));
}

/** The rest is small, and not alone: all together they are not small, else their parent would be. */
function settle(rest: Pool, pools: Pool[], next: { node: TreeNode; ballots: number } | undefined): void {
  const smallest = pools.shift();
  const partner = smallest ?? { members: [next!.node], ballots: next!.ballots };
  pools.push({ members: [...partner.members, ...rest.members], ballots: partner.ballots + rest.ballots });
}

/** With a body everything below it is hidden. */
function hide(node: TreeNode, pool: Pool | null, hidden: Map<TreeNode, Pool | null>): void {
  hidden.set(node, pool);
  for (const child of node.children) hide(child, pool, hidden);
}

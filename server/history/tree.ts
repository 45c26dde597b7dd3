/**
 * The tree as it grows and as it is stored. Only complete subtrees are kept, each as (level, idx, hash): level 0
 * are the leaves, and the node (level, idx) covers the leaves from idx·2^level up to (idx+1)·2^level. Such a node
 * never changes once it exists. Whatever lies on the ragged right edge is recomputed from them when asked for.
 * Proof shapes after RFC 6962 2.1.1 (PATH) and 2.1.2 (PROOF).
 */
import { emptyRoot, nodeHash, splitPoint } from './merkle.js';

export interface NodeRef {
  readonly level: number;
  readonly idx: number;
}
export interface TreeNode extends NodeRef {
  readonly hash: Buffer;
}
/** A tree of `size` leaves by the complete subtrees it decomposes into, largest and leftmost first. */
export interface Edge {
  readonly size: number;
  readonly nodes: readonly TreeNode[];
}
export type ReadNode = (ref: NodeRef) => Buffer;

/** Leaves appended at a time when nobody keeps the nodes, so that memory stays flat. */
const STRETCH = 4096;

export const EMPTY_EDGE: Edge = { size: 0, nodes: [] };

/** The nodes an edge of this size is made of: what to load before appending. One for each set bit of the size. */
export function edgeNodes(size: number): NodeRef[] {
  return coverNodes(0, size);
}

/** Adds leaves on the right: every complete node that came to exist (leaves included, as level 0), and the new edge and root. */
export function appendLeaves(edge: Edge, leaves: readonly Buffer[]): { created: TreeNode[]; edge: Edge; root: Buffer } {
  const stack = [...edge.nodes];
  const created: TreeNode[] = [];
  let size = edge.size;
  for (const hash of leaves) {
    let node: TreeNode = { level: 0, idx: size, hash };
    created.push(node);
    for (let left = stack.at(-1); left?.level === node.level; left = stack.at(-1)) {
      stack.pop();
      node = { level: node.level + 1, idx: left.idx / 2, hash: nodeHash(left.hash, node.hash) };
      created.push(node);
    }
    stack.push(node);
    size += 1;
  }
  const grown = { size, nodes: stack };
  return { created, edge: grown, root: edgeRoot(grown) };
}

/** The root of the tree an edge stands for: its subtrees folded from the right (RFC 6962 2.1). */
export function edgeRoot(edge: Edge): Buffer {
  return edge.size === 0 ? emptyRoot() : foldRight(edge.nodes.map((node) => node.hash));
}

export function rootOf(leaves: readonly Buffer[]): Buffer {
  return appendLeaves(EMPTY_EDGE, leaves).root;
}

/** The roots the tree had at each of these sizes, in one pass over its leaves; sizes beyond it are left out. */
export function rootsAt(leaves: readonly Buffer[], sizes: Iterable<number>): Map<number, Buffer> {
  const roots = new Map<number, Buffer>();
  const wanted = [...new Set(sizes)].filter((size) => size <= leaves.length).sort((a, b) => a - b);
  let edge = EMPTY_EDGE;
  for (const size of wanted) {
    while (edge.size < size)
      edge = appendLeaves(edge, leaves.slice(edge.size, Math.min(size, edge.size + STRETCH))).edge;
    roots.set(size, edgeRoot(edge));
  }
  return roots;
}

/**
 * What the inclusion proof of leaf `index` in a tree of `size` is made of: one list of stored nodes for each hash
 * of the proof. A list of one is that node itself; a longer list is a subtree on the ragged right edge, whose hash
 * no table holds and which is folded from its complete parts (`proofHashes` does it).
 */
export function proofNodes(index: number, size: number): NodeRef[][] {
  const path: NodeRef[][] = [];
  let [lo, hi] = [0, size];
  while (hi - lo > 1) {
    const middle = lo + splitPoint(hi - lo);
    if (index < middle) {
      path.push(coverNodes(middle, hi));
      hi = middle;
    } else {
      path.push(coverNodes(lo, middle));
      lo = middle;
    }
  }
  return path.reverse();
}

/** The same for the proof that the tree of `size1` (at least 1) is the beginning of the tree of `size2`. */
export function consistencyNodes(size1: number, size2: number): NodeRef[][] {
  const proof: NodeRef[][] = [];
  let [lo, hi] = [0, size2];
  let seenByVerifier = true;
  while (size1 !== hi) {
    const middle = lo + splitPoint(hi - lo);
    if (size1 <= middle) {
      proof.push(coverNodes(middle, hi));
      hi = middle;
    } else {
      proof.push(coverNodes(lo, middle));
      lo = middle;
      seenByVerifier = false;
    }
  }
  if (!seenByVerifier) proof.push(coverNodes(lo, hi));
  return proof.reverse();
}

/** Turns a list of needed nodes into the hashes of the proof, by reading the stored ones. */
export function proofHashes(needed: readonly (readonly NodeRef[])[], read: ReadNode): Buffer[] {
  return needed.map((parts) => foldRight(parts.map(read)));
}

/** The complete subtrees, left to right, that the leaves from lo up to hi decompose into. */
function coverNodes(lo: number, hi: number): NodeRef[] {
  const nodes: NodeRef[] = [];
  let start = lo;
  while (start < hi) {
    let [level, width] = [0, 1];
    while (start + width * 2 <= hi) [level, width] = [level + 1, width * 2];
    nodes.push({ level, idx: start / width });
    start += width;
  }
  return nodes;
}

function foldRight(hashes: readonly Buffer[]): Buffer {
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/**
 * The federation by members, lying on its side: the whole at the left, each body beside the one above it, as
 * tall as its members. Bodies with few or no members are drawn at the smallest size that can be read and touched.
 */
import { hierarchy } from 'd3-hierarchy';
import type { HierarchyNode } from 'd3-hierarchy';
import { edges, withFloors } from './edges';

export interface PicturedBody {
  id: string;
  parentId: string | null;
  name: string;
  kind: string;
  state: string;
  memberCount: number;
}
export interface Slab {
  body: PicturedBody;
  depth: number;
  x: number;
  y: number;
  width: number;
  height: number;
  leaf: boolean;
}

/** Bodies below one of them as a hierarchy; null where it is not among them. */
export function bodyTree(bodies: readonly PicturedBody[], rootId: string): HierarchyNode<PicturedBody> | null {
  const root = bodies.find((body) => body.id === rootId);
  if (!root) return null;
  const below = new Map<string, PicturedBody[]>();
  for (const body of bodies) if (body.parentId) below.set(body.parentId, [...(below.get(body.parentId) ?? []), body]);
  return hierarchy(root, (body) => below.get(body.id));
}

/** Height that gives a leaf of median size room for its name, within what a screen can show. */
export function icicleHeight(leaves: number, line: number, least: number, most: number): number {
  return Math.min(Math.max(leaves * line * 1.6, least), most);
}

export function layIcicle(tree: HierarchyNode<PicturedBody>, width: number, height: number, smallest: number): Slab[] {
  const columns = tree.height + 1;
  const column = columnEdges(columns, width);
  const slabs: Slab[] = [];
  const place = (node: HierarchyNode<PicturedBody>, from: number, to: number) => {
    const depth = node.depth - tree.depth;
    const x = column[depth] ?? 0;
    // A leaf reaches to the right edge, so that a group directly under the Federation still reads as a group.
    const end = node.children ? (column[depth + 1] ?? width) : width;
    slabs.push({ body: node.data, depth, x, y: from, width: end - x, height: to - from, leaf: !node.children });
    const children = node.children ?? [];
    // Every leaf below a body has a right to the smallest size; where even that is too much, all leaves are alike.
    const shares = withFloors(
      children.map((child) => child.data.memberCount),
      children.map((child) => (child.leaves().length * smallest) / Math.max(to - from, 1)),
    );
    const row = edges(shares, from, to);
    children.forEach((child, index) => place(child, row[index] ?? from, row[index + 1] ?? to));
  };
  place(tree, 0, height);
  return slabs;
}

/** The levels above are narrow, the bottom row wide enough for names. */
function columnEdges(columns: number, width: number): number[] {
  const shares = Array.from({ length: columns }, (_, depth) =>
    depth === columns - 1 ? 2.4 : depth === 0 && columns > 2 ? 0.6 : 1.4,
  );
  return edges(shares, 0, width);
}

// The bodies of one decision as a tree, from the deciding body down to where members vote. The same tree gives the
// decision file, the weights, the rows of the result and the pools of a confidential poll.
import type { Rule } from '../counting/index.js';

/** A count by option. */
export type Tally = Record<string, number>;

export interface TreeBody {
  id: string;
  slug: string;
  name: string;
  kind: string;
  parentId: string | null;
}

/** A poll of the tree, as far as a decision rests on it. */
export interface TreePoll {
  id: string;
  parentId: string | null;
  bodyId: string;
  voting: 'MEMBERS' | 'GROUPS';
  constituents: 'CHILDREN' | 'LOCAL_GROUPS';
  secret: boolean;
  /** Stated with the body in the decision file; null where it follows from the body above. */
  statedRule: Rule | null;
}

export interface TreeNode {
  body: TreeBody;
  /** Its name in the decision file, which no other has. */
  place: string;
  /** Members of a Region who belong to no Local Group: counted beside its Local Groups. */
  atLarge: boolean;
  /** False for a body that only stands between (a Region whose Local Groups cast their votes themselves). */
  inFile: boolean;
  poll: TreePoll | null;
  /** The poll in which its members voted; null where it has none of its own, only those below. */
  source: string | null;
  entitled: number;
  tally: Tally;
  children: TreeNode[];
}

/** How many are entitled in a body in a poll, and what they cast. */
export interface Figures {
  pollId: string;
  bodyId: string;
  entitled: number;
  tally: Tally;
}

export function growTree(
  polls: readonly TreePoll[],
  bodies: readonly TreeBody[],
  figures: readonly Figures[],
): TreeNode {
  return new Gardener(polls, bodies, figures).grow(polls.find((poll) => poll.parentId === null)!);
}

class Gardener {
  readonly #bodies: ReadonlyMap<string, TreeBody>;
  readonly #repeated: ReadonlySet<string>;
  readonly #pollsBelow: ReadonlyMap<string | null, TreePoll[]>;
  readonly #figuresOf: ReadonlyMap<string, Figures[]>;

  constructor(polls: readonly TreePoll[], bodies: readonly TreeBody[], figures: readonly Figures[]) {
    const names = Map.groupBy(bodies, (body) => body.name);
    this.#bodies = new Map(bodies.map((body) => [body.id, body]));
    this.#repeated = new Set([...names].filter(([, named]) => named.length > 1).map(([name]) => name));
    this.#pollsBelow = Map.groupBy(polls, (poll) => poll.parentId);
    this.#figuresOf = Map.groupBy(figures, (each) => each.pollId);
  }

  grow(poll: TreePoll): TreeNode {
    const body = this.#bodies.get(poll.bodyId)!;
    if (poll.voting === 'GROUPS') {
      const node = this.#node(body, { poll, inFile: true });
      for (const below of this.#pollsBelow.get(poll.id) ?? [])
        this.#under(node, below.bodyId, false).children.push(this.grow(below));
      return inOrder(node);
    }
    const figures = this.#figuresOf.get(poll.id) ?? [];
    const [only] = figures;
    if (body.kind === 'LOCAL_GROUP') {
      return this.#node(body, {
        poll,
        inFile: true,
        source: poll.id,
        entitled: only?.entitled ?? 0,
        tally: only?.tally ?? {},
      });
    }
    return this.#together(poll, body, figures);
  }

  /** Members vote together: shown by the bodies they belong to. */
  #together(poll: TreePoll, body: TreeBody, figures: readonly Figures[]): TreeNode {
    const node = this.#node(body, { poll, inFile: true });
    for (const { bodyId, entitled, tally } of figures) {
      const home = this.#bodies.get(bodyId)!;
      const leaf = { inFile: true, source: poll.id, entitled, tally };
      const inRegions = poll.constituents === 'CHILDREN';
      if (home.kind === 'LOCAL_GROUP') this.#under(node, bodyId, inRegions).children.push(this.#node(home, leaf));
      else
        this.#homeOf(node, home, inRegions).children.push(
          this.#node(home, { ...leaf, atLarge: true, place: `${this.#placeOf(home)} (at large)` }),
        );
    }
    return inOrder(node);
  }

  /** The node a body hangs from below `top`: made on the way down where bodies stand between. */
  #under(top: TreeNode, bodyId: string, inFile: boolean): TreeNode {
    const { parentId } = this.#bodies.get(bodyId)!;
    return parentId === null ? top : this.#homeOf(top, this.#bodies.get(parentId)!, inFile);
  }

  #homeOf(top: TreeNode, body: TreeBody, inFile: boolean): TreeNode {
    if (body.id === top.body.id) return top;
    const above = this.#under(top, body.id, inFile);
    const known = above.children.find((child) => child.body.id === body.id && !child.atLarge);
    if (known) return known;
    const made = this.#node(body, { inFile });
    above.children.push(made);
    return made;
  }

  #placeOf(body: TreeBody): string {
    return this.#repeated.has(body.name) ? `${body.name} (${body.slug})` : body.name;
  }

  #node(body: TreeBody, facts: Partial<TreeNode>): TreeNode {
    return {
      body,
      place: this.#placeOf(body),
      atLarge: false,
      inFile: true,
      poll: null,
      source: null,
      entitled: 0,
      tally: {},
      children: [],
      ...facts,
    };
  }
}

function inOrder(node: TreeNode): TreeNode {
  node.children.sort((a, b) => (a.place < b.place ? -1 : 1));
  for (const child of node.children) if (child.poll === null) inOrder(child);
  return node;
}

/** The nodes that stand directly under this one in the decision file. */
export const inFileBelow = (node: TreeNode): TreeNode[] =>
  node.children.flatMap((child) => (child.inFile ? [child] : inFileBelow(child)));

export function* everyNode(node: TreeNode): Iterable<TreeNode> {
  yield node;
  for (const child of node.children) yield* everyNode(child);
}

export function sumTally(nodes: readonly TreeNode[]): Tally {
  const sum: Tally = {};
  for (const node of nodes) {
    const tally = node.children.length > 0 ? sumTally(node.children) : node.tally;
    for (const [option, n] of Object.entries(tally)) sum[option] = (sum[option] ?? 0) + n;
  }
  return sum;
}

export const ballotsIn = (tally: Tally): number => Object.values(tally).reduce((sum, n) => sum + n, 0);

export const entitledIn = (node: TreeNode): number =>
  node.children.length > 0 ? node.children.reduce((sum, child) => sum + entitledIn(child), 0) : node.entitled;

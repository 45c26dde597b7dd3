// From the tree and what the engine said of it to what is published: the decision file anybody can decide anew, where
// each of its figures comes from, and a row for every body.
import {
  decide,
  type Body,
  type BodyResult,
  type Decision,
  type DecisionFile,
  type Rule,
  type Told,
} from '../counting/index.js';
import { assert } from '../assert.js';
import type { Source } from '../history/pollFile.js';
import { resultsByNode, fileOf, type Question } from './decisionFile.js';
import { poolSmall, type Pool, type Pools } from './pools.js';
import { entitledIn, everyNode, inFileBelow, sumTally, type TreeNode } from './tree.js';

export interface Published {
  outcome: string;
  /** The engine's word on the published file; where the file is withheld, on the figures nobody sees. */
  decision: Decision;
  file: DecisionFile;
  sources: Source[];
  pools: Pools;
  results: ReadonlyMap<TreeNode, BodyResult>;
}

/** The truth is decided first; what is published must come to the same. */
export function publish(question: Question, root: TreeNode): Published {
  const truth = decide(fileOf(question, root));
  const results = resultsByNode(root, truth.tree);
  const confidential = [...everyNode(root)].some((node) => node.poll?.secret);
  const pools: Pools = confidential ? poolSmall(root) : { hidden: new Map(), withheld: false };
  const written = new Writer(question, root, pools, results);
  const file = written.file();
  if (pools.withheld)
    return { outcome: truth.outcome, decision: truth, file, sources: written.sources, pools, results };
  const decision = pools.hidden.size > 0 ? decide(file) : truth;
  assert(
    decision.outcome === truth.outcome,
    `the published figures come to ${decision.outcome}, the ballots to ${truth.outcome}`,
  );
  return { outcome: truth.outcome, decision, file, sources: written.sources, pools, results };
}

class Writer {
  readonly sources: Source[] = [];

  constructor(
    private readonly question: Question,
    private readonly root: TreeNode,
    private readonly pools: Pools,
    private readonly results: ReadonlyMap<TreeNode, BodyResult>,
  ) {}

  file(): DecisionFile {
    const { title, options, rule } = this.question;
    const tells = tellsSides(rule);
    const bodies =
      inFileBelow(this.root).length > 0
        ? this.#below(this.root, rule, tells, [])
        : [{ ...this.#body(this.root, rule, []), rule: undefined }];
    return { title, options, rule, bodies };
  }

  #below(node: TreeNode, rule: Rule, tells: boolean, path: string[]): Body[] {
    return node.children.flatMap((child): Body[] => {
      const pool = this.pools.hidden.get(child);
      if (pool) return pool.members[0] === child ? [this.#pool(pool, rule, tells, path)] : [];
      return child.inFile ? [this.#body(child, rule, path)] : this.#below(child, rule, tells, path);
    });
  }

  /** Where the whole is withheld, a body has no tally: such a file names what was asked, and can not be counted. */
  #body(node: TreeNode, above: Rule, path: string[]): Body {
    const here = [...path, node.place];
    const stated = node.poll?.statedRule ?? null;
    const own = stated ? { rule: stated } : {};
    if (inFileBelow(node).length > 0) {
      const rule = stated ?? above;
      const tells = node.poll !== null && tellsSides(stated ?? { ...above, bodies: null });
      return { name: node.place, ...own, bodies: this.#below(node, rule, tells, here) };
    }
    this.#cite(node, here);
    return { name: node.place, entitled: node.entitled, ...(this.pools.withheld ? {} : { tally: node.tally }), ...own };
  }

  #pool({ members }: Pool, rule: Rule, tells: boolean, path: string[]): Body {
    const each = members.flatMap((member) => (member.inFile ? [member] : inFileBelow(member)));
    const name = inWords(each.map((member) => member.place));
    for (const member of each) this.#cite(member, [...path, name]);
    return {
      name,
      entitled: each.reduce((sum, member) => sum + entitledIn(member), 0),
      tally: sumTally(members),
      together: each.map((member) => this.#told(member, rule, tells)),
    };
  }

  #told(node: TreeNode, rule: Rule, tells: boolean): Told {
    const { side, cast } = this.results.get(node)!;
    const rules = Object.fromEntries(
      [...everyNode(node)].filter((each) => each.poll?.statedRule).map((each) => [each.place, each.poll!.statedRule!]),
    );
    return {
      name: node.place,
      entitled: entitledIn(node),
      side: tells ? side : null,
      ...(tells && rule.cast === 'SPLIT' && rule.voting === 'GROUPS' ? { cast } : {}),
      ...(Object.keys(rules).length > 0 ? { rules } : {}),
    };
  }

  #cite(node: TreeNode, place: string[]): void {
    for (const { source, body } of everyNode(node))
      if (source) this.sources.push({ poll: source, body: body.slug, place });
  }
}

/** Where bodies cast votes, or are asked besides, the side of each is part of the result, be it ever so small. */
export const tellsSides = (rule: Rule): boolean => rule.voting === 'GROUPS' || rule.bodies != null;

const inWords = (names: string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

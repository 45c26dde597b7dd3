// The decision file of a tree: the question, the rule and what each body said, in the form anybody can decide anew.
import type { Body, BodyResult, DecisionFile, Rule } from '../counting/index.js';
import { inFileBelow, type TreeNode } from './tree.js';

export interface Question {
  title: string;
  options: string[];
  rule: Rule;
}

export function fileOf({ title, options, rule }: Question, root: TreeNode): DecisionFile {
  const below = inFileBelow(root);
  // A Local Group that decides for itself is the one body of its own decision.
  const bodies = below.length > 0 ? below.map(bodyOf) : [{ ...bodyOf(root), rule: undefined }];
  return { title, options, rule, bodies };
}

function bodyOf(node: TreeNode): Body {
  const below = inFileBelow(node);
  const rule = node.poll?.statedRule ? { rule: node.poll.statedRule } : {};
  return below.length > 0
    ? { name: node.place, ...rule, bodies: below.map(bodyOf) }
    : { name: node.place, entitled: node.entitled, tally: node.tally, ...rule };
}

/** What the engine said of each node, by the node: both walk the file in the same order. */
export function resultsByNode(root: TreeNode, results: readonly BodyResult[]): Map<TreeNode, BodyResult> {
  const found = new Map<TreeNode, BodyResult>();
  const walk = (nodes: readonly TreeNode[], told: readonly BodyResult[]) => {
    for (const [at, node] of nodes.entries()) {
      found.set(node, told[at]!);
      walk(inFileBelow(node), told[at]!.children);
    }
  };
  const below = inFileBelow(root);
  walk(below.length > 0 ? below : [root], results);
  return found;
}

/** One body a line, so that a person can read the file too. */
export function textOf(file: DecisionFile): string {
  const { title, options, rule, bodies } = file;
  const head = Object.entries({ title, options, rule }).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return `{\n${head.join('')}  "bodies": [\n${bodies.map((body) => bodyText(body, '    ')).join(',\n')}\n  ]\n}\n`;
}

function bodyText({ bodies, ...body }: Body, indent: string): string {
  const own = JSON.stringify(body);
  if (!bodies) return indent + own;
  const below = bodies.map((part) => bodyText(part, `${indent}  `)).join(',\n');
  return `${indent}${own.slice(0, -1)}, "bodies": [\n${below}\n${indent}]}`;
}

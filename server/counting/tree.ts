/**
 * The bodies of a decision file as a tree in which everything that can be said without deciding is settled: the rule that is
 * in force for each body, its roll, and its members' ballots (for a body of bodies, the sum of those below). What does not
 * add up is refused here.
 */
import type { Body, DecisionFile, Rule, Told } from './decisionFile.js';
import { DecisionFileError, writePath } from './decisionFileError.js';
import { sum, TooLarge } from './integers.js';
import { type Options, type Totals, add, present, readOptions, totals } from './tally.js';

export interface Node {
  readonly name: string;
  readonly path: readonly (string | number)[];
  readonly rule: Rule;
  /** False where the rule is taken from the body above. */
  readonly ownRule: boolean;
  /** Members in good standing on the roll; null where it is not known. */
  readonly entitled: number | null;
  /** Weight published with the body. */
  readonly given: number | null;
  readonly tally: Totals;
  readonly ballots: number;
  readonly constituents: readonly Node[];
  /** The constituents one by one, also where several publish their ballots only in common: these have votes of their own. */
  readonly casting: readonly Node[];
  /** What a body whose own tally is not published is told to have cast; null where it is counted. */
  readonly told: Pick<Told, 'side' | 'cast'> | null;
}

export function refuse(node: Node, step: string | readonly (string | number)[], expected: string): never {
  throw new DecisionFileError(writePath([...node.path, ...(typeof step === 'string' ? [step] : step)]), expected);
}

export function plant(file: DecisionFile): { root: Node; options: Options } {
  const options = readOptions(file.options);
  const whole: Body = { name: file.title ?? '', rule: file.rule, bodies: file.bodies };
  try {
    return { root: grow(whole, [], null, options), options };
  } catch (error) {
    if (error instanceof TooLarge) throw new DecisionFileError('', 'numbers whose sums stay below 2^53');
    throw error;
  }
}

function grow(body: Body, path: (string | number)[], inherited: Rule | null, options: Options): Node {
  const rule = body.rule ?? inherited!;
  const below = body.bodies ?? [];
  const constituents = below.map((part, at) => grow(part, [...path, 'bodies', at], rule, options));
  const tally =
    below.length > 0
      ? add(
          options,
          constituents.map((part) => part.tally),
        )
      : leafTally(body, path, options);
  const node: Node = {
    name: body.name,
    path,
    rule,
    ownRule: body.rule != null,
    entitled: rollOf(body, path, constituents),
    given: body.weight ?? null,
    tally,
    ballots: present(tally),
    constituents,
    casting: constituents.flatMap((part, at) => castingOf(below[at]!, part, options)),
    told: null,
  };
  check(node, body);
  return node;
}

/** A constituent as itself, or the bodies that publish their ballots in common. */
function castingOf({ together }: Body, node: Node, options: Options): Node[] {
  if (!together) return [node];
  const parts = together.map((told, at): Node => {
    const { name, entitled = null, weight = null, side, cast = null } = told;
    const path = [...node.path, 'together', at];
    const stranger = [side, ...Object.keys(cast ?? {})].find(
      (option) => option !== null && !options.all.includes(option),
    );
    if (stranger != null)
      throw new DecisionFileError(writePath([...path, 'side']), `only the options ${options.all.join(', ')}`);
    const nothing = totals(options, () => 0);
    return {
      ...node,
      name,
      path,
      ownRule: false,
      entitled,
      given: weight,
      tally: nothing,
      ballots: 0,
      casting: [],
      told: { side, cast },
    };
  });
  const rolls = parts.map((part) => part.entitled);
  if (!rolls.includes(null) && node.entitled !== null && sum(rolls as number[]) !== node.entitled) {
    refuse(node, 'entitled', `${sum(rolls as number[])}, which the bodies together add up to, not ${node.entitled}`);
  }
  return parts;
}

function leafTally(body: Body, path: (string | number)[], options: Options): Totals {
  const stated = body.tally;
  if (!stated) {
    throw new DecisionFileError(
      writePath([...path, 'tally']),
      'a tally, or bodies that have one; {} where no poll was held',
    );
  }
  const stranger = Object.keys(stated).find((option) => !options.all.includes(option));
  if (stranger !== undefined) {
    throw new DecisionFileError(writePath([...path, 'tally', stranger]), `only the options ${options.all.join(', ')}`);
  }
  return totals(options, (option) => (Object.hasOwn(stated, option) ? stated[option]! : 0));
}

function rollOf(body: Body, path: (string | number)[], constituents: readonly Node[]): number | null {
  const stated = body.entitled ?? null;
  if (constituents.length === 0) return stated;
  const rolls = constituents.map((part) => part.entitled);
  if (rolls.includes(null)) return stated;
  const total = sum(rolls as number[]);
  if (stated !== null && stated !== total) {
    throw new DecisionFileError(
      writePath([...path, 'entitled']),
      `${total}, which the bodies below add up to, not ${stated}`,
    );
  }
  return total;
}

function check(node: Node, body: Body): void {
  if (node.entitled !== null && node.ballots > node.entitled) {
    refuse(node, 'tally', `at most ${node.entitled} ballots, one for each on the roll, not ${node.ballots}`);
  }
  if (body.together && (node.constituents.length > 0 || body.rule))
    refuse(node, 'together', 'nothing, because the body has bodies or a rule of its own');
  if (node.constituents.length === 0) {
    if (body.rule?.bodies) refuse(node, ['rule', 'bodies'], 'null, because the body has no bodies below it');
    return;
  }
  if (body.tally) refuse(node, 'tally', 'no tally of its own beside bodies: it is the sum of theirs');
  refuseRepeatedName(node);
  if (!node.ownRule) return;
  if (!node.rule.voting) refuse(node, ['rule', 'voting'], 'one of MEMBERS, GROUPS');
  if (node.rule.voting === 'GROUPS' && !node.rule.weight)
    refuse(node, ['rule', 'weight'], 'a weight, since bodies cast votes');
}

function refuseRepeatedName(node: Node): void {
  const met = new Set<string>();
  for (const body of node.casting) {
    if (met.has(body.name)) refuse(body, 'name', `a name that no body beside it has, not "${body.name}" again`);
    met.add(body.name);
  }
}

/** The first place below at which a roll is missing, for a rule that cannot be applied without it. */
export function needRoll(node: Node, reason: string): number {
  if (node.entitled !== null) return node.entitled;
  const missing = node.constituents.find((part) => part.entitled === null);
  return missing ? needRoll(missing, reason) : refuse(node, 'entitled', `the number entitled, because ${reason}`);
}

/**
 * Decides: takes a decision file and gives the outcome, the three lenses, the arithmetic in sentences, and the whole tree of
 * bodies. The server's results, `mandate decide` and the browser's recount all come from here. What it gives back is plain
 * data that survives JSON unchanged.
 */
import type { DecisionFile } from './decisionFile.js';
import { DecisionFileError } from './decisionFileError.js';
import { TooLarge } from './integers.js';
import { type LensName, type Lenses, bindingOf, lensesOf } from './lenses.js';
import { type Sentence, narrate } from './narrate.js';
import type { Quorum } from './quorum.js';
import { type Part, type Ruling, ruleOn } from './ruling.js';
import { sentencesOf } from './sentences.js';
import type { Options, Totals } from './tally.js';
import type { Measure } from './threshold.js';
import { type Node, plant } from './tree.js';

export interface Decision {
  readonly title: string | null;
  /** CARRIED, DEFEATED or INQUORATE; in a choice the winning option, TIED, DEFEATED (below its threshold) or INQUORATE. */
  readonly outcome: string;
  readonly binding: LensName;
  readonly lenses: Lenses;
  /** The sentences in English; the same sentences as data stand in `sentences`, in the same order. */
  readonly arithmetic: readonly string[];
  readonly sentences: readonly Sentence[];
  /** What the binding lens had to exceed or reach. */
  readonly needed: number | string | null;
  readonly threshold: Measure | null;
  /** The second condition over bodies, where the rule has one. */
  readonly second: Measure | null;
  readonly quorum: Quorum;
  readonly tree: readonly BodyResult[];
}

export interface BodyResult {
  readonly name: string;
  readonly entitled: number | null;
  readonly ballots: number;
  /** Its members' ballots. */
  readonly tally: Totals;
  /** What decided within it: the same ballots, or its own bodies' votes. Null where it decided nothing by itself. */
  readonly votes: Totals | null;
  /** Its votes in the body above; null deep below a poll in which members vote together. */
  readonly weight: number | null;
  /** The side the whole body is on; null where it casts nothing. */
  readonly side: string | null;
  readonly cast: Totals | null;
  readonly outcome: string | null;
  readonly quorate: boolean | null;
  readonly quorum: Quorum | null;
  readonly ownRule: boolean;
  readonly lenses: Lenses | null;
  readonly children: readonly BodyResult[];
}

export function decide(file: DecisionFile): Decision {
  const { root, options } = plant(file);
  const ruling = exactly(() => ruleOn(root, options));
  const lenses = lensesOf(ruling, options);
  const binding = bindingOf(ruling);
  const sentences = sentencesOf(ruling, lenses, options);
  return {
    title: file.title ?? null,
    outcome: ruling.outcome,
    binding,
    lenses,
    arithmetic: sentences.map(narrate),
    sentences,
    needed: lenses[binding].needed,
    threshold: ruling.measure,
    second: ruling.second,
    quorum: ruling.quorum,
    tree: ruling.parts.map((part) => resultOf(part, options)),
  };
}

/** The document `mandate decide --json` prints: each lens also carries its totals directly, as `lenses.weight.FOR`. */
export function decisionDocument(decision: Decision): Omit<Decision, 'lenses'> & { lenses: Record<LensName, object> } {
  const open = (name: LensName) => ({ ...decision.lenses[name].totals, ...decision.lenses[name] });
  return {
    ...decision,
    lenses: { bodies: open('bodies'), weight: open('weight'), members: open('members') },
  };
}

function exactly<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooLarge) throw new DecisionFileError('rule.weight', 'weights whose sum stays below 2^53');
    throw error;
  }
}

function resultOf({ node, ruling, weight, side, cast }: Part, options: Options): BodyResult {
  return { ...shown(node), weight, side, cast, ...(ruling && decidedBy(ruling, options)) };
}

function decidedBy(ruling: Ruling, options: Options): Partial<BodyResult> {
  return {
    votes: ruling.votes,
    outcome: ruling.outcome,
    quorate: ruling.quorum.met,
    quorum: ruling.quorum,
    lenses: ruling.parts.length > 0 ? lensesOf(ruling, options) : null,
    children: ruling.parts.map((part) => resultOf(part, options)),
  };
}

/** A body that decided nothing by itself, with those below it. */
function shown(node: Node): BodyResult {
  return {
    name: node.name,
    entitled: node.entitled,
    ballots: node.ballots,
    tally: node.tally,
    votes: null,
    weight: null,
    side: null,
    cast: null,
    outcome: null,
    quorate: null,
    quorum: null,
    ownRule: node.ownRule,
    lenses: null,
    children: node.constituents.map(shown),
  };
}

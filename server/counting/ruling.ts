/**
 * One body's decision: what its members or its bodies said, whether enough took part, and what came of it. A body of bodies
 * rules upon the rulings below it, to any depth.
 */
import { type Verdict, castBloc, castSplit, sideOf } from './cast.js';
import type { Requirement } from './decisionFile.js';
import { sum } from './integers.js';
import { type Quorum, quorumOf } from './quorum.js';
import { AGAINST, FOR, type Options, type Totals, add, leader, present, totals } from './tally.js';
import { type Measure, SIMPLE_MAJORITY, asksMore, measure } from './threshold.js';
import { type Node, needRoll } from './tree.js';
import { type Weights, weigh } from './weight.js';

export interface Ruling {
  readonly node: Node;
  /** Whose votes decide: the members' ballots, or the votes the bodies cast. */
  readonly voting: 'MEMBERS' | 'GROUPS';
  readonly votes: Totals;
  readonly outcome: string;
  readonly quorum: Quorum;
  /** The threshold this body decides by; null in a choice that is won by having most. */
  readonly asked: Requirement | null;
  /** The threshold against the votes; null where none is asked, or in a choice where nobody leads. */
  readonly measure: Measure | null;
  readonly second: Measure | null;
  readonly weights: Weights | null;
  readonly parts: readonly Part[];
}

/** A constituent as it counts in the body above. */
export interface Part {
  readonly node: Node;
  /** Its own decision; null where members vote together and it decided nothing by itself. */
  readonly ruling: Ruling | null;
  readonly weight: number;
  /** The side the whole body is on; null when it casts nothing. */
  readonly side: string | null;
  readonly cast: Totals;
  /** Options whose equal remainders were settled in favour of the status quo. */
  readonly evened: readonly string[];
}

export function ruleOn(node: Node, options: Options): Ruling {
  const leaf = node.constituents.length === 0;
  const voting = leaf ? 'MEMBERS' : node.rule.voting!;
  const weights = leaf ? null : weigh(node, node.rule.weight ?? { kind: 'EQUAL' });
  const parts = node.casting.map((body, at) => partOf(body, node, weights!.votes[at]!, options));
  const votes =
    voting === 'MEMBERS'
      ? node.tally
      : add(
          options,
          parts.map((part) => part.cast),
        );
  const quorum = quorumOf(node, voting === 'GROUPS' ? parts.filter((part) => part.side !== null).length : null);
  const asked = thresholdOf(node, options);
  const favoured = options.motion ? FOR : leader(votes);
  const reached =
    asked && favoured ? measure(asked, votes[favoured]!, votes, entitledTo(node, voting, weights, asked)) : null;
  const second = favoured ? secondCondition(node, parts, favoured, options, weights) : null;
  const outcome = quorum.met ? decided(votes, options, reached, second) : 'INQUORATE';
  return { node, voting, votes, outcome, quorum, asked, measure: reached, second, weights, parts };
}

/** A threshold taken from the body above is for the decision above; below it, a mandate needs more FOR than AGAINST. */
function thresholdOf(node: Node, options: Options): Requirement | null {
  const own = node.ownRule ? node.rule.threshold : null;
  return own ?? (options.motion ? SIMPLE_MAJORITY : null);
}

function entitledTo(node: Node, voting: Ruling['voting'], weights: Weights | null, asked: Requirement): number | null {
  if (asked.base !== 'ENTITLED') return null;
  return voting === 'GROUPS' ? weights!.total : needRoll(node, 'the threshold is a share of all entitled');
}

/** No motion carries without more FOR than AGAINST; a threshold, and a second condition over bodies, ask for more. */
function decided(votes: Totals, options: Options, reached: Measure | null, second: Measure | null): string {
  const met = reached?.met !== false && second?.met !== false;
  if (options.motion) return met && votes[FOR]! > votes[AGAINST]! ? 'CARRIED' : 'DEFEATED';
  const leading = leader(votes);
  if (leading === null) return 'TIED';
  return met ? leading : 'DEFEATED';
}

function partOf(node: Node, above: Node, weight: number, options: Options): Part {
  if (node.told) return toldPart(node, above, weight, options);
  const grouped = above.rule.voting === 'GROUPS';
  const ruling = grouped ? ruleOn(node, options) : null;
  const votes = ruling?.votes ?? node.tally;
  const silent = ruling?.quorum.met === false || present(votes) === 0;
  if (silent) return { node, ruling, weight, side: null, cast: totals(options, () => 0), evened: [] };
  const side = sideOf(votes, options, ruling && verdictOf(ruling, options));
  if (above.rule.cast !== 'SPLIT' || (!grouped && weighsTwice(above))) {
    return { node, ruling, weight, side, cast: castBloc(side, weight, options), evened: [] };
  }
  const { cast, tied } = castSplit(votes, weight, options);
  return { node, ruling, weight, side, cast, evened: tied };
}

/** Its ballots are published only with those of others, so the side it is on is told; a whole weight follows from it. */
function toldPart(node: Node, above: Node, weight: number, options: Options): Part {
  const { side, cast } = node.told!;
  const split = above.rule.cast === 'SPLIT' && (above.rule.voting === 'GROUPS' || !weighsTwice(above));
  const given = (option: string) => (split ? (cast?.[option] ?? 0) : option === side ? weight : 0);
  return { node, ruling: null, weight, side, cast: totals(options, side === null ? () => 0 : given), evened: [] };
}

/** Members vote, and a second condition asks on whose side the bodies are: then bodies are shown whole. */
function weighsTwice(node: Node): boolean {
  return node.ownRule && node.rule.bodies != null;
}

function verdictOf({ node, outcome }: Ruling, options: Options): Verdict {
  if (!node.ownRule) return { outcome, asksMore: false };
  const threshold = node.rule.threshold;
  const more = threshold != null && (!options.motion || asksMore(threshold));
  return { outcome, asksMore: more || node.rule.bodies != null };
}

/** Over the weight of the bodies by the side they are on, whole, however the votes themselves were cast. */
function secondCondition(
  node: Node,
  parts: readonly Part[],
  favoured: string,
  options: Options,
  weights: Weights | null,
): Measure | null {
  if (!weighsTwice(node)) return null;
  const bySide = totals(options, (option) =>
    sum(parts.filter((part) => part.side === option).map((part) => part.weight)),
  );
  return measure(node.rule.bodies!, bySide[favoured]!, bySide, weights!.total);
}

/** How many constituents are on each side. */
export function bodiesBySide(parts: readonly Part[], options: Options): Totals {
  return totals(options, (option) => parts.filter((part) => part.side === option).length);
}

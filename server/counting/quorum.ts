/**
 * How many must have taken part before a decision counts: a share of the electors on the roll and, where bodies decide by
 * GROUPS, a share of the bodies. "At least" the share is enough. Every ballot cast counts as taking part, an abstention too.
 */
import type { Rule } from './decisionFile.js';
import { fraction, leastReaching } from './fraction.js';
import { type Node, needRoll } from './tree.js';

export interface QuorumPart {
  readonly share: string;
  readonly tookPart: number;
  readonly of: number | null;
  readonly needed: number;
  readonly met: boolean;
}

export interface Quorum {
  readonly electors: QuorumPart;
  /** Null where the quorum of bodies is not asked: in a body without bodies, or where MEMBERS vote together. */
  readonly bodies: QuorumPart | null;
  readonly met: boolean;
}

/** `bodiesPresent`: constituents whose own poll was quorate and cast something; null where they hold no polls. */
export function quorumOf(node: Node, bodiesPresent: number | null): Quorum {
  const electors = part(node.rule.quorum?.electors, node.ballots, node.entitled, () =>
    needRoll(node, 'the quorum is a share of the roll'),
  );
  const all = node.casting.length;
  const bodies = bodiesPresent === null ? null : part(node.rule.quorum?.bodies, bodiesPresent, all, () => all);
  return { electors, bodies, met: electors.met && bodies?.met !== false };
}

function part(share: string | undefined = '0/1', tookPart: number, of: number | null, need: () => number): QuorumPart {
  const asked = fraction(share);
  const needed = asked.top === 0n ? 0 : leastReaching(asked, need(), false);
  return { share, tookPart, of, needed, met: tookPart >= needed };
}

/** A quorum of bodies that the rule states but that does not apply, because members vote together. */
export function bodiesQuorumIdle(rule: Rule): boolean {
  return rule.voting === 'MEMBERS' && fraction(rule.quorum?.bodies ?? '0/1').top > 0n;
}

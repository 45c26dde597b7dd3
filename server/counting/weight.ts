/**
 * How many votes each body has in the body above, from its members in good standing, in one of the ways a rule book may name.
 * Whole numbers only.
 */
import { CannotApportion, apportion } from './apportion.js';
import { type Cap, capFor } from './cap.js';
import type { Weight } from './decisionFile.js';
import { fraction } from './fraction.js';
import { nearestSquareRoot, sum } from './integers.js';
import { type Node, needRoll, refuse } from './tree.js';

export interface Weights {
  /** In the order of the bodies. */
  readonly votes: readonly number[];
  readonly total: number;
  /** For each body, whether the cap took votes from it. */
  readonly held: readonly boolean[];
  readonly cap: Cap | null;
}

export function weigh(node: Node, weight: Weight): Weights {
  const earned = beforeCap(node, weight);
  const cap = weight.cap ? capFor(earned, fraction(weight.cap)) : null;
  const votes = cap ? earned.map((own) => Math.min(own, cap.limit)) : earned;
  return { votes, total: sum(votes), held: earned.map((own, at) => own > votes[at]!), cap };
}

function beforeCap(node: Node, weight: Weight): number[] {
  const bodies = node.casting;
  const members = (body: Node) => needRoll(body, `${weight.kind} weight is computed from it`);
  switch (weight.kind) {
    case 'GIVEN':
      return bodies.map(
        (body) => body.given ?? refuse(body, 'weight', 'the weight of the body, because the rule says GIVEN'),
      );
    case 'EQUAL':
      return bodies.map(() => 1);
    case 'PER_CAPITA':
      return bodies.map(members);
    case 'SQUARE_ROOT':
      return bodies.map((body) => nearestSquareRoot(members(body)));
    case 'BANDS':
      return bodies.map((body) => votesInBand(weight.bands, members(body)));
    case 'APPORTIONED':
      return apportioned(
        node,
        weight,
        bodies.map((body) => ({ name: body.name, population: members(body) })),
      );
  }
}

/** The bands' limits rise and the last is open, so one always fits. */
function votesInBand(bands: readonly [number | null, number][], members: number): number {
  return bands.find(([upTo]) => upTo === null || members <= upTo)![1];
}

function apportioned(
  node: Node,
  { method, seats, minimum, ties }: Extract<Weight, { kind: 'APPORTIONED' }>,
  claims: { name: string; population: number }[],
): number[] {
  try {
    const shared = apportion({ method, seats, minimum: minimum ?? 0, claims, ties: ties ?? [] });
    const open = shared.ties.find((tie) => tie.settled === null);
    if (open) {
      refuse(
        node,
        ['rule', 'weight', 'ties'],
        `an order for ${open.among.join(', ')}, whose claims to ${open.seats} of the seats are equal`,
      );
    }
    return claims.map((claim) => shared.allocation[claim.name]!);
  } catch (error) {
    if (error instanceof CannotApportion)
      refuse(node, ['rule', 'weight'], `an apportionment that can be made: ${error.message}`);
    throw error;
  }
}

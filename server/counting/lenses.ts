/**
 * The three lenses through which every weighted decision is shown: by bodies, by weight, by members. One of them binds (two
 * where a second condition over bodies is asked); each says what it would have decided alone.
 */
import type { Requirement } from './decisionFile.js';
import { type Ruling, bodiesBySide } from './ruling.js';
import { AGAINST, FOR, type Options, type Totals, add, leader } from './tally.js';
import { measure } from './threshold.js';

export type LensName = 'bodies' | 'weight' | 'members';

export interface Lens {
  /** How many stand for each option: bodies, votes cast by bodies, ballots. */
  readonly totals: Totals;
  /** Bodies, votes or members in all, whether they took part or not; null where the roll is not known. */
  readonly total: number | null;
  /** What FOR, or the leading option, had to exceed (strict) or reach; null where nothing is asked or it is not known. */
  readonly needed: number | string | null;
  readonly strict: boolean;
  readonly base: Requirement['base'] | null;
  /** The base `needed` is a share of. */
  readonly of: number | null;
  /** The option in front; null when the front is shared. */
  readonly leads: string | null;
  /** Whether this lens alone, quorum apart, would carry; null where that is not known. */
  readonly carries: boolean | null;
  readonly binds: boolean;
}

export type Lenses = Readonly<Record<LensName, Lens>>;

/** Whose count decides. With one vote for each body, cast whole, counting votes is counting bodies. */
export function bindingOf(ruling: Ruling): LensName {
  if (ruling.voting === 'MEMBERS') return 'members';
  return onePerBody(ruling) && ruling.node.rule.cast !== 'SPLIT' ? 'bodies' : 'weight';
}

export function onePerBody({ node }: Ruling): boolean {
  return (node.rule.weight?.kind ?? 'EQUAL') === 'EQUAL';
}

export function lensesOf(ruling: Ruling, options: Options): Lenses {
  const { node, parts, weights, asked } = ruling;
  const binding = bindingOf(ruling);
  const secondary: LensName | null =
    ruling.second && binding === 'members' ? (onePerBody(ruling) ? 'bodies' : 'weight') : null;
  const through = (name: LensName, totals: Totals, total: number | null): Lens => {
    const asks = name === secondary ? node.rule.bodies! : asked;
    return look(totals, total, asks, options, name === binding || name === secondary);
  };
  return {
    bodies: through('bodies', bodiesBySide(parts, options), parts.length),
    weight: through(
      'weight',
      add(
        options,
        parts.map((part) => part.cast),
      ),
      weights?.total ?? 0,
    ),
    members: through('members', node.tally, node.entitled),
  };
}

function look(totals: Totals, total: number | null, asked: Requirement | null, options: Options, binds: boolean): Lens {
  const leads = options.motion ? inFront(totals) : leader(totals);
  const favoured = options.motion ? FOR : leads;
  const reached = asked && measure(asked, favoured === null ? 0 : totals[favoured]!, totals, total);
  const ahead = leads !== null && leads === favoured;
  return {
    totals,
    total,
    needed: reached?.needed ?? null,
    strict: asked?.strict ?? false,
    base: asked?.base ?? null,
    of: reached?.of ?? null,
    leads,
    carries: asked && !reached ? null : ahead && reached?.met !== false,
    binds,
  };
}

function inFront(totals: Totals): string | null {
  const [inFavour, against] = [totals[FOR]!, totals[AGAINST]!];
  return inFavour === against ? null : inFavour > against ? FOR : AGAINST;
}

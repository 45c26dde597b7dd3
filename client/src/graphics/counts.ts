/**
 * What each step of the staircase holds under a lens. `intake` is what arrived there (ballots in a Local Group,
 * what its bodies sent in a Region), `sent` is what it passes up. A picture of the arithmetic, never the
 * arithmetic itself: totals shown in words come from the certified result.
 */
import type { Count, Step } from './bodies';
import { leavesOf } from './bodies';

export type LensName = 'BODIES' | 'WEIGHT' | 'MEMBERS';

export function sum(lists: readonly (readonly Count[])[]): Count[] {
  const totals = new Map<string, number>();
  for (const list of lists) for (const { option, count } of list) totals.set(option, (totals.get(option) ?? 0) + count);
  return [...totals].map(([option, count]) => ({ option, count }));
}

export const totalOf = (counts: readonly Count[]): number => counts.reduce((all, { count }) => all + count, 0);

/** The ballots of all Local Groups below, as far as they are published. */
function ballotsBelow(step: Step): Count[] {
  if (!step.children.length) return step.body.quorate || step.body.tally ? [...(step.body.tally ?? [])] : [];
  const below = sum(step.children.map(ballotsBelow));
  const hidden = leavesOf(step).some((leaf) => leaf.body.merged);
  const own = step.body.tally;
  // Where a small group is merged upward, the body above publishes the sum that includes it.
  return hidden && own && totalOf(own) > totalOf(below) ? [...own] : below;
}

export function intake(step: Step, lens: LensName): Count[] {
  if (!step.children.length || lens === 'MEMBERS') return ballotsBelow(step);
  return sum(step.children.map((child) => sent(child, lens)));
}

/** The side a body stands on as one body; null where it cast nothing. */
export function sideOf(step: Step): string | null {
  const { cast, outcome, tally, quorate } = step.body;
  const single = (cast ?? []).filter(({ count }) => count > 0);
  if (single.length === 1) return single[0]?.option ?? null;
  if (!quorate) return null;
  if (outcome === 'CARRIED') return 'FOR';
  if (outcome === 'DEFEATED' && !tally) return 'AGAINST';
  const sorted = [...(tally ?? [])].sort((a, b) => b.count - a.count);
  const [most, next] = sorted;
  if (!most || most.count === 0) return null;
  return next && next.count === most.count ? 'ABSTAIN' : most.option;
}

export function sent(step: Step, lens: LensName): Count[] {
  if (lens === 'MEMBERS') return ballotsBelow(step);
  if (step.grouping) return sum(step.children.map((child) => sent(child, lens)));
  if (lens === 'WEIGHT') return [...(step.body.cast ?? [])];
  const side = sideOf(step);
  return side ? [{ option: side, count: 1 }] : [];
}

/** How wide a step is beside its neighbours: its members, its weight, or one like every other. */
export function measure(step: Step, lens: LensName): number {
  const below = () => step.children.reduce((all, child) => all + measure(child, lens), 0);
  if (lens === 'MEMBERS') return step.children.length ? below() : step.body.entitled;
  if (step.grouping) return below();
  if (lens === 'BODIES') return 1;
  return step.body.weight ?? totalOf(step.body.cast ?? []);
}

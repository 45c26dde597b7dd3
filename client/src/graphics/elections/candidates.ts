/** Who stands in a count, for pictures of it: a letter each, a short name, what became of them, and a steady order. */
import type { Count } from '../../../../server/counting/elections/election';

export type Fate = { kind: 'ELECTED' | 'EXCLUDED'; stage: number } | { kind: 'REMAINED' };

export interface Candidate {
  /** In the order of the ballot paper, from 0. */
  index: number;
  letter: string;
  name: string;
  /** Without what stands in brackets behind it, a party or a body. */
  shortName: string;
  fate: Fate;
}

/** A to Z, then AA, AB …: a letter is never taken for a rank or a number of votes. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

export const shortName = (name: string) => /^(.+?)\s*\([^()]*\)\s*$/.exec(name)?.[1] ?? name;

export function fatesOf(count: Pick<Count, 'candidates' | 'elected' | 'stages'>): Fate[] {
  const fates = Array.from({ length: count.candidates }, (): Fate => ({ kind: 'REMAINED' }));
  for (const { number, excluded } of count.stages)
    for (const candidate of excluded) fates[candidate] = { kind: 'EXCLUDED', stage: number };
  for (const { candidate, stage } of count.elected) fates[candidate] = { kind: 'ELECTED', stage };
  return fates;
}

/** In the order of the ballot paper. */
export function candidatesOf(count: Count, names: readonly string[]): Candidate[] {
  const fates = fatesOf(count);
  return Array.from({ length: count.candidates }, (_, index) => {
    const name = names[index] ?? letterOf(index);
    return { index, letter: letterOf(index), name, shortName: shortName(name), fate: fates[index]! };
  });
}

/**
 * The elected first as they were elected, then who remained, then the excluded, the last first. Pictures keep this
 * order at every stage, so that a candidate is always found in the same place.
 */
export function byFate(count: Count, names: readonly string[]): Candidate[] {
  const electedAs = new Map(count.elected.map(({ candidate }, place) => [candidate, place]));
  const last = count.stages.at(-1)?.votes ?? [];
  const group = ({ kind }: Fate) => ['ELECTED', 'REMAINED', 'EXCLUDED'].indexOf(kind);
  return candidatesOf(count, names).sort((a, b) => {
    if (a.fate.kind !== b.fate.kind) return group(a.fate) - group(b.fate);
    if (a.fate.kind === 'ELECTED') return electedAs.get(a.index)! - electedAs.get(b.index)!;
    if (a.fate.kind === 'EXCLUDED' && b.fate.kind === 'EXCLUDED' && a.fate.stage !== b.fate.stage)
      return b.fate.stage - a.fate.stage;
    return (last[b.index] ?? 0) - (last[a.index] ?? 0) || a.index - b.index;
  });
}

/** A count made here beside the certified one, stage by stage: every figure must be the same, to the last unit. */
import type { Count, Stage } from '../../../server/counting/elections/election';

export interface Comparison {
  agrees: boolean;
  /** Of every stage of the longer of the two, whether it is the same in both. */
  stages: { number: number; same: boolean }[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const sameStage = (a: Stage | undefined, b: Stage | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  same(
    [a.votes, a.exhausted, a.truncated, a.quota, a.elected, a.excluded],
    [b.votes, b.exhausted, b.truncated, b.quota, b.elected, b.excluded],
  );

export function compareCounts(certified: Count | null, here: Count | null): Comparison {
  if (certified === null || here === null) return { agrees: certified === here, stages: [] };
  const length = Math.max(certified.stages.length, here.stages.length);
  const stages = Array.from({ length }, (_, index) => ({
    number: index + 1,
    same: sameStage(certified.stages[index], here.stages[index]),
  }));
  const figures = (of: Count) => [
    of.elected.map(({ candidate, stage }) => [candidate, stage]),
    of.alternates,
    of.quota,
    of.valid,
    of.blank,
    of.scores,
    of.pairwise,
    of.paths,
    of.consent?.map(({ agree, standAside, block }) => [agree, standAside, block]),
  ];
  return { agrees: stages.every((stage) => stage.same) && same(figures(certified), figures(here)), stages };
}

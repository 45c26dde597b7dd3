/** The comparison of two candidates: how many papers put the one above the other. */
export type Table = readonly (readonly number[])[];

/** Whether `a` wins against `b` when only the two are compared. */
export const wins = (pairwise: Table, a: number, b: number) => (pairwise[a]?.[b] ?? 0) > (pairwise[b]?.[a] ?? 0);

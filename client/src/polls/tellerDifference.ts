/** Two tellers' counts side by side: a count stands only when every figure is the same. */
export interface CountedTally {
  entitled: number;
  tally: readonly { option: string; count: number }[];
}
export interface Compared {
  /** An option, or null for the number entitled. */
  option: string | null;
  mine: number;
  theirs: number;
  differs: boolean;
}

export function compareCounts(mine: CountedTally, theirs: CountedTally, options: readonly string[]): Compared[] {
  const of = (count: CountedTally, option: string) => count.tally.find((each) => each.option === option)?.count ?? 0;
  const line = (option: string | null, a: number, b: number): Compared => ({
    option,
    mine: a,
    theirs: b,
    differs: a !== b,
  });
  return [
    line(null, mine.entitled, theirs.entitled),
    ...options.map((option) => line(option, of(mine, option), of(theirs, option))),
  ];
}

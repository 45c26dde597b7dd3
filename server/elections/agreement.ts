// When two tellers have read the same papers: the same marks as often, in whatever order the papers lay.

export interface Reading {
  tellerId: string;
  lines: string[];
}

/** At least two persons, and every reading alike. */
export function agreed(readings: readonly Reading[]): boolean {
  const [first, ...others] = readings.map(({ lines }) => lines.toSorted().join('\n'));
  return others.length > 0 && others.every((lines) => lines === first);
}

/** The lines of a reading, by their place from 1, that have no counterpart in every other. */
export function unlikeLines(reading: Reading, all: readonly Reading[]): { line: number; marks: string }[] {
  const left = common(all);
  return reading.lines.flatMap((marks, at) => {
    const n = left.get(marks) ?? 0;
    if (n === 0) return [{ line: at + 1, marks }];
    left.set(marks, n - 1);
    return [];
  });
}

/** How often each marking stands in every reading. */
function common(readings: readonly Reading[]): Map<string, number> {
  const [first, ...others] = readings.map(({ lines }) => tally(lines));
  const shared = new Map<string, number>();
  for (const [marks, n] of first ?? []) shared.set(marks, Math.min(n, ...others.map((each) => each.get(marks) ?? 0)));
  return shared;
}

function tally(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

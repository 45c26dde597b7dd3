// tallies.csv: one motion decided elsewhere, body by body, as its tellers counted it.
import type { Bodies } from './bodies.js';
import type { Problems } from './problems.js';
import { readTable, type Row } from './table.js';
import { quoted, whole } from './words.js';

export const tallyColumns = ['body', 'entitled', 'FOR', 'AGAINST', 'ABSTAIN'] as const;
export const options = ['FOR', 'AGAINST', 'ABSTAIN'] as const;
const FILE = 'tallies.csv';

export interface ImportedTally {
  body: string;
  entitled: number;
  tally: Record<(typeof options)[number], number>;
}

export async function readTallies(
  folder: string,
  bodies: Bodies,
  problems: Problems,
): Promise<{ tallies: ImportedTally[]; digest: string }> {
  const lines = new Map<string, number>();
  const tallies: ImportedTally[] = [];
  const digest = await readTable(folder, FILE, tallyColumns, problems, (row) => {
    const tally = tallyOf(row, bodies, problems);
    const before = lines.get(tally.body);
    if (before !== undefined)
      problems.add(
        FILE,
        row.line,
        `body: each body once was expected, and ${quoted(tally.body)} stands in line ${before}`,
      );
    lines.set(tally.body, row.line);
    tallies.push(tally);
  });
  for (const { slug, kind, state } of bodies.values()) {
    if (kind === 'LOCAL_GROUP' && state === 'AFFILIATED' && !lines.has(slug))
      problems.add(FILE, null, `a row was expected for the Local Group ${slug}, with 0 ballots where none were cast`);
  }
  return { tallies, digest };
}

function tallyOf({ line, cells }: Row, bodies: Bodies, problems: Problems): ImportedTally {
  const number = (column: string): number => {
    const { value, expected } = whole(cells[column]!);
    if (expected !== null) problems.add(FILE, line, `${column}: ${expected}`);
    return value ?? 0;
  };
  const body = cells['body']!;
  const known = bodies.get(body);
  if (known?.kind !== 'LOCAL_GROUP' || known.state !== 'AFFILIATED')
    problems.add(FILE, line, `body: the slug of an affiliated Local Group was expected, not ${quoted(body)}`);
  const entitled = number('entitled');
  const tally = { FOR: number('FOR'), AGAINST: number('AGAINST'), ABSTAIN: number('ABSTAIN') };
  const ballots = tally.FOR + tally.AGAINST + tally.ABSTAIN;
  if (ballots > entitled)
    problems.add(FILE, line, `entitled: at least the ${ballots} who voted were expected, not ${entitled}`);
  return { body, entitled, tally };
}

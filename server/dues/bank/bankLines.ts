// The lines of a statement as money: what came in on which day, from whom, with what words. Each has a digest by which
// it is known again, however often the file, or a longer one that holds it too, is uploaded.
import { createHash } from 'node:crypto';
import { datePattern, mustFit, type BankMapping } from './bankMapping.js';
import type { BankTable } from './bankTable.js';

export interface BankLine {
  line: number;
  /** YYYY-MM-DD. */
  date: string;
  /** Minor units; below zero for money that left. */
  amount: bigint;
  reference: string;
  name: string;
  /** SHA-256, hex: the same payment in a later file has the same. */
  digest: string;
}

export interface BankLineProblem {
  line: number;
  expected: string;
}

/** Sound lines, and those that could not be read with what was expected there. `digits` are those of the currency. */
export function readBankLines(
  table: BankTable,
  mapping: BankMapping,
  digits: number,
): { lines: BankLine[]; problems: BankLineProblem[] } {
  mustFit(mapping, table);
  const cellOf = (cells: readonly string[], name: string | null) =>
    name === null ? '' : cells[table.columns.indexOf(name)]!;
  const seen = new Map<string, number>();
  const lines: BankLine[] = [];
  const problems: BankLineProblem[] = [];
  for (const { line, cells } of table.rows) {
    if (cells.length !== table.columns.length) {
      problems.push({ line, expected: `${table.columns.length} cells, as in the header` });
      continue;
    }
    const date = readDate(cellOf(cells, mapping.date), mapping.dateOrder);
    const amount = readSum(cells, cellOf, mapping, digits);
    if (date === null) problems.push({ line, expected: `a date in the column “${mapping.date}”` });
    else if (amount === null) problems.push({ line, expected: `a sum with at most ${digits} decimals` });
    else {
      const reference = mapping.reference
        .map((name) => cellOf(cells, name))
        .filter(Boolean)
        .join(' ');
      const name = cellOf(cells, mapping.name);
      const content = [date, amount, reference, name].join('\u001f');
      // Two equal payments on one day are two; the second of them is the second in every file.
      const nth = (seen.get(content) ?? 0) + 1;
      seen.set(content, nth);
      const digest = createHash('sha256').update(`${content}\u001f${nth}`).digest('hex');
      lines.push({ line, date, amount, reference, name, digest });
    }
  }
  return { lines, problems };
}

function readDate(cell: string, order: BankMapping['dateOrder']): string | null {
  const parts = datePattern.exec(cell)?.slice(1, 4);
  if (!parts) return null;
  const at = { YMD: [0, 1, 2], DMY: [2, 1, 0], MDY: [2, 0, 1] }[order];
  const [year, month, day] = at.map((place) => parts[place]!) as [string, string, string];
  if (year.length !== 4 && year.length !== 2) return null;
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : null;
}

function readSum(
  cells: readonly string[],
  cellOf: (cells: readonly string[], name: string | null) => string,
  { amount, decimal }: BankMapping,
  digits: number,
): bigint | null {
  if ('signed' in amount) return readAmount(cellOf(cells, amount.signed), decimal, digits);
  const [received, paid] = [cellOf(cells, amount.received), cellOf(cells, amount.paid)];
  const [into, out] = [received, paid].map((cell) => (cell === '' ? 0n : readAmount(cell, decimal, digits)));
  if (into == null || out == null || (received === '' && paid === '')) return null;
  // Some banks write what left with a minus in its own column, some without.
  return into - (out < 0n ? -out : out);
}

/**
 * A sum as banks write it (`1.234,50`, `1 234.5`, `12.00-`, `(12.00)`, `+7`, `USD 3.00`) in minor units; null where it
 * is none, or says more decimals than the currency has.
 */
export function readAmount(cell: string, decimal: '.' | ',', digits: number): bigint | null {
  const bare = cell.replace(/^[A-Z]{3} ?| ?[A-Z]{3}$|[\s\u00a0'’€$£]/g, '').replace('\u2212', '-');
  const shape = /^(\()?([+-])?(\d[\d.,]*)(-)?(\))?$/.exec(bare);
  if (!shape) return null;
  const [, open, sign, body, trailing, close] = shape;
  if (Boolean(open) !== Boolean(close)) return null;
  const thousands = decimal === '.' ? ',' : '.';
  const [whole = '', fraction = '', ...more] = body!.split(decimal);
  const groups = whole.split(thousands);
  const grouped =
    groups.length === 1 || (groups[0]!.length <= 3 && groups.slice(1).every((group) => group.length === 3));
  if (more.length > 0 || !grouped || fraction.includes(thousands)) return null;
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > digits) return null;
  const minor = BigInt(groups.join('') + kept.padEnd(digits, '0'));
  return open || sign === '-' || trailing ? -minor : minor;
}

// A bank's export as it came: some table of text. Banks differ in letters, separators and what stands above the
// header; this finds the table and changes nothing in it.
import { parse } from 'csv-parse/sync';
import { refuse } from '../../errors.js';

export interface BankTable {
  /** The header's cells; where a bank repeats a name, each is told apart by its place. */
  columns: string[];
  rows: { line: number; cells: string[] }[];
}

export const LARGEST_STATEMENT = 5 * 1024 * 1024;
const MOST_ROWS = 20_000;
const LONGEST_ROW = 16 * 1024;
const SEPARATORS = [';', ',', '\t', '|'];

/** Refuses with STATEMENT_TOO_LARGE or STATEMENT_UNREADABLE. */
export function readBankTable(bytes: Uint8Array): BankTable {
  if (bytes.length > LARGEST_STATEMENT)
    refuse('STATEMENT_TOO_LARGE', 'A statement has at most 5 MB. Export a shorter time from your bank.', {
      field: 'file',
    });
  const text = lettersOf(bytes);
  const separator = separatorOf(text);
  const records = recordsOf(text, separator);
  const head = records.findIndex(({ cells }, at) => isHeader(cells, records[at + 1]?.cells));
  if (head < 0)
    unreadable('No table was found in it: a line of column names was expected, and payments of the same width below.');
  const columns = named(records[head]!.cells);
  const rows = records.slice(head + 1);
  if (rows.length > MOST_ROWS)
    refuse('STATEMENT_TOO_LARGE', `A statement has at most ${MOST_ROWS} lines. Export a shorter time from your bank.`, {
      field: 'file',
    });
  return { columns, rows };
}

/** UTF-8, or where it is not, the letters of Western European banks. */
function lettersOf(bytes: Uint8Array): string {
  if (bytes.includes(0)) unreadable('It is not a text. Export the statement from your bank as CSV.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The one that parts most lines into the same number of cells. */
function separatorOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/, 60).filter((line) => line.trim() !== '');
  const evenness = (separator: string) => {
    const widths = new Map<number, number>();
    for (const line of lines) {
      const width = line.split(separator).length;
      if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
    }
    return Math.max(0, ...widths.values());
  };
  return SEPARATORS.toSorted((a, b) => evenness(b) - evenness(a))[0]!;
}

function recordsOf(text: string, delimiter: string): { line: number; cells: string[] }[] {
  try {
    const options = {
      delimiter,
      info: true,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      relax_quotes: true,
    };
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record.map(tidy) }));
  } catch (error) {
    const { lines, code } = error as { lines?: number; code?: string };
    return unreadable(
      code === 'CSV_MAX_RECORD_SIZE'
        ? `Line ${lines} is too long for a payment.`
        : `Line ${lines ?? 1} has a quotation mark that is never closed.`,
    );
  }
}

const tidy = (cell: string): string =>
  cell
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** Words in every cell, at least two of them, and a line of the same width below. */
function isHeader(cells: readonly string[], below: readonly string[] | undefined): boolean {
  const words = cells.filter((cell) => /\p{L}/u.test(cell) && !/\d{2}/.test(cell));
  return (
    cells.length >= 2 &&
    words.length >= cells.filter((cell) => cell !== '').length &&
    words.length >= 2 &&
    below?.length === cells.length
  );
}

function named(cells: readonly string[]): string[] {
  return cells.map((cell, at) => {
    const name = cell === '' ? `Column ${at + 1}` : cell;
    return cells.indexOf(cell) === at || cell === '' ? name : `${name} (${at + 1})`;
  });
}

function unreadable(message: string): never {
  refuse('STATEMENT_UNREADABLE', message, { field: 'file' });
}

// One CSV file, read as a stream: however long a line somebody sends, memory stays bounded. Each row arrives with
// its line and its cells by column; what is wrong with the file itself is told and the row passed over.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { asUtf8, NotUtf8 } from './utf8.js';
import type { Problems } from './problems.js';

const LONGEST_ROW = 64 * 1024;
const MOST_ROWS = 2_000_000;

export interface Row {
  line: number;
  /** Trimmed, normalised (NFC); empty where nothing was given. */
  cells: Record<string, string>;
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** Reads the table and gives each sound row to `take`; answers the SHA-256 of the file. */
export async function readTable(
  folder: string,
  file: string,
  columns: readonly string[],
  problems: Problems,
  take: (row: Row) => void,
): Promise<string> {
  const digest = createHash('sha256');
  const parser = parse({
    info: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  let header: string[] | null = null;
  let line = 0;
  let rows = 0;
  try {
    await pipeline(
      createReadStream(path.join(folder, file)),
      asUtf8(digest),
      parser,
      async (records: AsyncIterable<Parsed>) => {
        for await (const { record, info } of records) {
          const starts = line + 1;
          line = info.lines;
          if (!header) {
            header = record.map((name) => name.trim());
            if (!headerFits(file, header, columns, problems)) return;
            continue;
          }
          if (++rows > MOST_ROWS) return problems.add(file, starts, `at most ${MOST_ROWS} rows were expected`);
          const cells = cellsOf(file, starts, record, header, problems);
          if (cells) take({ line: starts, cells });
        }
      },
    );
  } catch (error) {
    if (!header && (error as NodeJS.ErrnoException).code === 'ENOENT')
      problems.add(file, null, 'the file was expected in the folder', true);
    else problems.add(file, lineOf(error, line), reasonOf(error), true);
    return digest.digest('hex');
  }
  if (!header) problems.add(file, null, `a header was expected: ${columns.join(',')}`, true);
  return digest.digest('hex');
}

function headerFits(file: string, header: readonly string[], columns: readonly string[], problems: Problems): boolean {
  const missing = columns.filter((column) => !header.includes(column));
  const strange = header.filter((column, i) => !columns.includes(column) || header.indexOf(column) !== i);
  if (missing.length + strange.length === 0) return true;
  const what =
    missing.length > 0
      ? `${missing.join(', ')} is missing`
      : `${strange.map((name) => JSON.stringify(name.slice(0, 40))).join(', ')} is not among them`;
  problems.add(file, 1, `a header with the columns ${columns.join(',')} was expected; ${what}`, true);
  return false;
}

function cellsOf(
  file: string,
  line: number,
  record: readonly string[],
  header: readonly string[],
  problems: Problems,
): Record<string, string> | null {
  if (record.length !== header.length) {
    problems.add(file, line, `${header.length} cells were expected, not ${record.length}`);
    return null;
  }
  const cells: Record<string, string> = {};
  for (const [i, column] of header.entries()) {
    const cell = record[i]!;
    const fault = cellFault(cell, column);
    if (fault) problems.add(file, line, `${column}: ${fault}`);
    cells[column] = fault ? '' : cell.trim().normalize('NFC');
  }
  return cells;
}

const numeric = new Set(['latitude', 'longitude']);

/** A cell that a spreadsheet would run, and characters that hide what is written, come into no database. */
function cellFault(cell: string, column: string): string | null {
  const number = numeric.has(column) && /^[+-]?\d+(\.\d+)?$/.test(cell.trim());
  if (/^[=+\-@\t\r]/.test(cell) && !number)
    return `a cell was expected that does not begin with ${JSON.stringify(cell[0])}, as formulas do`;
  if (/[\u0000-\u0008\u000a-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(cell))
    return 'text without control characters or line breaks was expected';
  if (/\p{M}{5}/u.test(cell)) return 'at most four marks on one letter were expected';
  return null;
}

function lineOf(error: unknown, last: number): number {
  return error instanceof NotUtf8 ? error.line : ((error as { lines?: number }).lines ?? last + 1);
}

function reasonOf(error: unknown): string {
  if (error instanceof NotUtf8) return 'UTF-8 text was expected';
  const { code, message } = error as { code?: string; message: string };
  if (code === 'CSV_MAX_RECORD_SIZE') return `a row of at most ${LONGEST_ROW / 1024} kB was expected`;
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'the closing quotation mark of a cell was expected';
  if (code?.startsWith('CSV_')) return 'quotation marks were expected only around a whole cell, doubled within it';
  return `a file that can be read was expected (${message})`;
}

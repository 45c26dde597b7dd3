/** Rows of a published table, by column name. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export function readCsv(name: string): Record<string, string>[] {
  return parse(readFileSync(new URL(name, import.meta.url), 'utf8'), { columns: true });
}

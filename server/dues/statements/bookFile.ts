// Books as a table to take away, safe to open in a spreadsheet: what begins like a formula is shown as text.
import { stringify } from 'csv-stringify/sync';
import { writeAmount } from '../money.js';
import type { YearStatement } from './yearStatement.js';

export interface BookFileText {
  name: string;
  mediaType: string;
  text: string;
}

type Cell = string | bigint | null;

/** Sums are written by their digits alone and are no formulas, a minus before them included. */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const escaped = rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  return stringify([[...header], ...escaped], {
    record_delimiter: 'windows',
    escape_formulas: true,
  }).replaceAll(/(^|,)'(-\d+(?:\.\d+)?)(?=,|\r\n|$)/gm, '$1$2');
}

/** `nameOf` gives a body's name by its id. */
export function yearFile(
  slug: string,
  year: number,
  statements: readonly YearStatement[],
  nameOf: (bodyId: string) => string,
): BookFileText {
  const rows = statements.flatMap((statement) => rowsOf(statement, nameOf));
  return {
    name: `${slug}-${year}.csv`,
    mediaType: 'text/csv',
    text: csvText(['part', 'kind', 'name', 'body', 'currency', 'before', 'in', 'out', 'after'], rows),
  };
}

function rowsOf(statement: YearStatement, nameOf: (bodyId: string) => string): Cell[][] {
  const { currency } = statement;
  const sum = (amount: bigint) => writeAmount(amount, currency);
  const body = (id: string | null) => (id ? nameOf(id) : '');
  return [
    ...statement.money.map((m): Cell[] => [
      'money',
      m.kind,
      m.name,
      '',
      currency,
      sum(m.opening),
      '',
      '',
      sum(m.closing),
    ]),
    ...statement.income.map((i): Cell[] => [
      'income',
      i.kind,
      i.name,
      body(i.withBodyId),
      currency,
      '',
      sum(i.amount),
      '',
      '',
    ]),
    ...statement.spending.map((s): Cell[] => ['spending', s.kind, s.name, '', currency, '', '', sum(s.amount), '']),
    ...statement.sharesUp.map((s): Cell[] => [
      ...['shares up', '', s.purpose, nameOf(s.toBodyId), currency],
      ...[s.opening, s.added, s.passedUp, s.closing].map(sum),
    ]),
    ...statement.funds.map((f): Cell[] => [
      ...['fund', '', f.name, '', currency],
      ...[f.opening, f.setAside + f.levied + f.gifts, f.spent, f.closing].map(sum),
    ]),
  ];
}

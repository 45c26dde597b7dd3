// A table of figures for a terminal or a printer: names to the left, columns aligned to the right. Columns that do not fit
// beside each other go on below, under the names again.
export interface Table {
  columns: readonly string[];
  rows: readonly { name: string; cells: readonly string[] }[];
}

const GAP = 2;

export function tableLines({ columns, rows }: Table, width: number): string[] {
  const names = Math.max(...rows.map(({ name }) => [...name].length));
  const cells = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => row.cells[at]!.length)) + GAP);
  const line = (name: string, texts: readonly string[], from: number) =>
    name + ' '.repeat(names - [...name].length) + texts.map((text, at) => text.padStart(cells[from + at]!)).join('');
  const lines: string[] = [];
  for (let from = 0, to = 0; from < columns.length; from = to) {
    let room = width - names - cells[from]!;
    for (to = from + 1; to < columns.length && room >= cells[to]!; to++) room -= cells[to]!;
    if (from > 0) lines.push('');
    lines.push(line('', columns.slice(from, to), from));
    for (const row of rows) lines.push(line(row.name, row.cells.slice(from, to), from));
  }
  return lines;
}

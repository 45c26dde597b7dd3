/** A line of CSV as cells: a cell with a comma stands in quotation marks, and a quotation mark within it is doubled. */

const CELL = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;

/** Null where quotation marks are amiss. */
export function cellsOf(text: string): string[] | null {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (let comma = ','; comma === ',';) {
    const found = CELL.exec(text);
    if (!found) return null;
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2]!);
    comma = found[3]!;
  }
  return cells;
}

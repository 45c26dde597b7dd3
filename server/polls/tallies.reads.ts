// The figures of every body of a result, as a page reads them: kept ones, and the bodies as they are called today.
import { bodyColumns, bodyNames, type BodyName, type BodyRow } from '../bodies/bodies.reads.js';
import type { Database } from '../database/database.js';
import { certifiedResults, type TallyRow } from './certified.js';
import type { ResultView } from './results.reads.js';

/** Of each result asked for the body it is of and those that stood below it when it was certified, the first on top. */
export async function talliesOfResults(
  db: Database,
  asked: readonly Pick<ResultView, 'rootId' | 'bodyId'>[],
): Promise<(readonly TallyRow[])[]> {
  const results = await certifiedResults(db, [...new Set(asked.map(({ rootId }) => rootId))]);
  return asked.map(({ rootId, bodyId }) =>
    within(bodyId, results.find((result) => result.rootId === rootId)?.tallies ?? []),
  );
}

/** Each row comes after the one above it, so one pass finds all that is below. */
function within(bodyId: string, tallies: readonly TallyRow[]): readonly TallyRow[] {
  if (tallies[0]?.bodyId === bodyId) return tallies;
  const below = new Set([bodyId]);
  return tallies.filter((row) => {
    if (row.bodyId !== bodyId && (!row.parentBodyId || !below.has(row.parentBodyId))) return false;
    below.add(row.bodyId);
    return true;
  });
}

/** The bodies of a result by id, as rows of the same table in one statement. */
async function bodiesIn<Row extends { id: string }>(
  db: Database,
  rootIds: readonly string[],
  columns: typeof bodyColumns | typeof bodyNames,
): Promise<Map<string, Row>[]> {
  const rows = await db
    .selectFrom('result_tally as t')
    .innerJoin('body', 'body.id', 't.body_id')
    .select('t.root_id as rootId')
    .select(columns)
    .where('t.root_id', 'in', rootIds)
    .execute();
  const byRoot = Map.groupBy(rows, ({ rootId }) => rootId);
  return rootIds.map((rootId) => new Map((byRoot.get(rootId) ?? []).map((row) => [row.id, row as unknown as Row])));
}

export const bodiesOfResults = (db: Database, rootIds: readonly string[]) =>
  bodiesIn<BodyRow>(db, rootIds, bodyColumns);
/** What a list shows of them, where it shows no more: a third of the columns, which of two thousand rows is felt. */
export const bodyNamesOfResults = (db: Database, rootIds: readonly string[]) =>
  bodiesIn<BodyName>(db, rootIds, bodyNames);

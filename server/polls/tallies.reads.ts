// Every body of a result with its figures, as a page reads them.
import { bodyColumns, type BodyRow } from '../bodies/bodies.reads.js';
import type { Database } from '../database/database.js';
import { manyEach } from '../loaders.js';
import type { ResultView } from './results.reads.js';
import type { Tally } from './tree.js';

export interface TallyRow {
  rootId: string;
  /** The body whose result was asked for: the rows are of it and of those below it. */
  ofBodyId: string;
  body: BodyRow;
  parentBodyId: string | null;
  pollId: string | null;
  entitled: number;
  tally: Tally;
  weight: number | null;
  cast: Tally | null;
  outcome: string;
  quorate: boolean;
  merged: boolean;
}

/** Every body of a result with its figures, the root first: one statement, bodies included. */
export async function talliesOfResults(
  db: Database,
  asked: readonly Pick<ResultView, 'rootId' | 'bodyId'>[],
): Promise<TallyRow[][]> {
  const rows = await db
    .selectFrom('result_tally as t')
    .innerJoin('body', 'body.id', 't.body_id')
    .innerJoin('body_above as a', 'a.body_id', 't.body_id')
    .select([
      't.root_id as rootId',
      'a.above_id as ofBodyId',
      't.parent_body_id as parentBodyId',
      't.poll_id as pollId',
      't.entitled',
      't.tally',
      't.weight',
      't.cast_weight as cast',
      't.outcome',
      't.quorate',
      't.merged',
      ...bodyColumns,
    ])
    .where(
      't.root_id',
      'in',
      asked.map((one) => one.rootId),
    )
    .where(
      'a.above_id',
      'in',
      asked.map((one) => one.bodyId),
    )
    .orderBy('t.position')
    .execute();
  const key = (rootId: string, bodyId: string) => `${rootId}/${bodyId}`;
  const grouped = manyEach(
    asked.map((one) => key(one.rootId, one.bodyId)),
    rows.map(tallyRow),
    (row) => key(row.rootId, row.ofBodyId),
  );
  return grouped;
}

function tallyRow(row: object): TallyRow {
  const { rootId, ofBodyId, parentBodyId, pollId, entitled, tally, weight, cast, outcome, quorate, merged, ...body } =
    row as TallyRow & BodyRow;
  return {
    rootId,
    ofBodyId,
    parentBodyId,
    pollId,
    entitled,
    tally,
    weight,
    cast,
    outcome,
    quorate,
    merged,
    body: body as unknown as BodyRow,
  };
}

// What changed between two versions of the platform, clause by clause. A clause keeps its key through all
// versions, so that it can be followed when its words or its place change.
import type { ClauseRow } from './platform.reads.js';

export type Change = 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED' | 'SAME';

export interface ClauseChange {
  key: string;
  kind: ClauseRow['kind'];
  change: Change;
  before: ClauseRow | null;
  after: ClauseRow | null;
}

/** In the order of the later version; a removed clause stands where it used to, after the one it followed. */
export function diffClauses(before: readonly ClauseRow[], after: readonly ClauseRow[]): ClauseChange[] {
  const old = new Map(before.map((clause) => [clause.key, clause]));
  const stayed = keysThatStayed(before, after);
  const changes = after.map((clause): ClauseChange => {
    const was = old.get(clause.key) ?? null;
    return { key: clause.key, kind: clause.kind, change: changeOf(was, clause, stayed), before: was, after: clause };
  });
  const kept = new Set(after.map(({ key }) => key));
  before.forEach((clause, index) => {
    if (kept.has(clause.key)) return;
    const previous = before[index - 1]?.key;
    const place = previous === undefined ? 0 : changes.findIndex(({ key }) => key === previous) + 1;
    changes.splice(place, 0, { key: clause.key, kind: clause.kind, change: 'REMOVED', before: clause, after: null });
  });
  return changes;
}

function changeOf(was: ClauseRow | null, is: ClauseRow, stayed: ReadonlySet<string>): Change {
  if (!was) return 'ADDED';
  if (was.heading !== is.heading || was.text !== is.text || was.kind !== is.kind) return 'CHANGED';
  return stayed.has(is.key) ? 'SAME' : 'MOVED';
}

/**
 * The keys that need not have moved: the longest run of common clauses whose order is the same in both versions.
 * Inserting a clause at the top thus moves nothing, and carrying one clause down moves that one alone.
 */
function keysThatStayed(before: readonly ClauseRow[], after: readonly ClauseRow[]): Set<string> {
  const place = new Map(before.map(({ key }, index) => [key, index]));
  const common = after.filter(({ key }) => place.has(key)).map(({ key }) => ({ key, at: place.get(key)! }));
  const best = common.map(() => ({ length: 1, from: -1 }));
  common.forEach((item, index) => {
    for (let earlier = 0; earlier < index; earlier++) {
      const length = best[earlier]!.length + 1;
      if (common[earlier]!.at < item.at && length > best[index]!.length) best[index] = { length, from: earlier };
    }
  });
  let last = best.reduce((top, run, index) => (top === -1 || run.length > best[top]!.length ? index : top), -1);
  const stayed = new Set<string>();
  for (; last !== -1; last = best[last]!.from) stayed.add(common[last]!.key);
  return stayed;
}

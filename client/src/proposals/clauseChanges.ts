/** What a proposed platform changes: each clause kept, moved, changed, added or taken out, matched by its key. */
export interface ClauseText {
  key: string;
  kind: string;
  heading: string;
  text: string;
}
export interface ClauseChange {
  change: 'SAME' | 'MOVED' | 'CHANGED' | 'ADDED' | 'REMOVED';
  before: ClauseText | null;
  after: ClauseText | null;
}

export function clauseChanges(before: readonly ClauseText[], after: readonly ClauseText[]): ClauseChange[] {
  const old = new Map(before.map((clause) => [clause.key, clause]));
  const kept = new Set(after.map(({ key }) => key));
  // Moved is judged among the clauses both versions have, so that one added above does not move all below it.
  const common = before.filter(({ key }) => kept.has(key)).map(({ key }) => key);
  const commonAfter = after.filter(({ key }) => old.has(key)).map(({ key }) => key);
  const changes = after.map((clause): ClauseChange => {
    const was = old.get(clause.key) ?? null;
    if (!was) return { change: 'ADDED', before: null, after: clause };
    const same = was.kind === clause.kind && was.heading === clause.heading && was.text === clause.text;
    const moved = common.indexOf(clause.key) !== commonAfter.indexOf(clause.key);
    return { change: !same ? 'CHANGED' : moved ? 'MOVED' : 'SAME', before: was, after: clause };
  });
  const removed = before
    .filter(({ key }) => !kept.has(key))
    .map((clause): ClauseChange => ({ change: 'REMOVED', before: clause, after: null }));
  return [...changes, ...removed];
}

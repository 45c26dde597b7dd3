/** The debate as threads: each comment under the one it answers, all in the order they were made. */
export interface Threaded {
  id: string;
  parentId: string | null;
  at: string;
}
export interface Thread<C> {
  comment: C;
  answers: Thread<C>[];
}

export function threads<C extends Threaded>(comments: readonly C[]): Thread<C>[] {
  const byId = new Map(comments.map((comment) => [comment.id, { comment, answers: [] as Thread<C>[] }]));
  const top: Thread<C>[] = [];
  const inOrder = [...byId.values()].sort((a, b) => a.comment.at.localeCompare(b.comment.at));
  for (const thread of inOrder) {
    const above = thread.comment.parentId === null ? undefined : byId.get(thread.comment.parentId);
    // An answer to a comment not fetched yet stands by itself rather than vanishing.
    (above?.answers ?? top).push(thread);
  }
  return top;
}

// Bounds that server and client share: pure constants, so that a form can say no before it sends.
export const limits = {
  pageSize: 100,
  displayName: 80,
  title: 200,
  text: 40_000,
  comment: 8_000,
  reason: 2_000,
  statement: 4_000,
  passwordAtLeast: 12,
  passwordAtMost: 256,
  /** In a confidential poll no tally of fewer ballots is published for one body. */
  smallestPublishedTally: 5,
  /** A GraphQL document. */
  query: { depth: 10, cost: 5_000, aliases: 10, directives: 20, tokens: 1_000, bodyBytes: 128 * 1024 },
} as const;

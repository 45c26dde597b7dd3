// The append-only log as the outside sees it.
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../page.js';
import { DateTime } from '../scalars.js';

@ObjectType({
  description: 'One leaf of the log: a canonical JSON text with its place, its hash and when it was written.',
  simpleResolvers: true,
})
export class HistoryLeaf {
  @Field(() => Int, { description: 'Its place in the log, from 0.' })
  seq!: number;

  @Field(() => DateTime, {
    description: 'When the deed was done, to the second (to the minute for confidential ballots).',
  })
  at!: Date;

  @Field({ description: 'What kind of entry it is; the table of types is in the documentation of the log.' })
  type!: string;

  @Field({ description: 'Hex of its RFC 6962 leaf hash.' })
  hash!: string;

  @Field({ description: 'The leaf itself: canonical JSON (RFC 8785).' })
  data!: string;
}

@ObjectType({ description: 'The newest checkpoint of the log.', simpleResolvers: true })
export class HistoryCheckpoint {
  @Field(() => Int, { description: 'How many leaves it covers.' })
  size!: number;

  @Field({ description: 'C2SP signed note: origin, size, root, and the signature of the log.' })
  note!: string;

  @Field({ description: 'The key to check the signature with, in C2SP form.' })
  verifierKey!: string;
}

@ObjectType({ description: 'Proof that a record is in the log.', simpleResolvers: true })
export class HistoryInclusion {
  @Field(() => Int, { description: 'Its place in the log.' })
  seq!: number;

  @Field({ description: 'The leaf the record became.' })
  leaf!: string;

  @Field({ description: 'C2SP tlog-proof: can be checked offline with the verifier key alone.' })
  proof!: string;
}

export const HistoryConnection = connectionOf('History', () => HistoryLeaf);

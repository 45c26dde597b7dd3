// The platform as the outside sees it: versions, their clauses, and what changed between two of them.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../node.js';
import { DateTime } from '../scalars.js';

export enum ClauseKind {
  PRINCIPLE = 'PRINCIPLE',
  OBJECTIVE = 'OBJECTIVE',
  DEMAND = 'DEMAND',
  STRATEGY = 'STRATEGY',
  DECLARATION = 'DECLARATION',
  SUPPORT_CRITERION = 'SUPPORT_CRITERION',
}
registerEnumType(ClauseKind, {
  name: 'ClauseKind',
  description: 'What a clause is. A DECLARATION is made by name by whoever accepts the platform.',
});

@ObjectType({ description: 'One addressable clause of the platform.', simpleResolvers: true })
export class Clause {
  @Field({ description: 'Its name through all versions: lower-case words joined by hyphens.' })
  key!: string;

  @Field(() => ClauseKind, { description: 'What it is.' })
  kind!: ClauseKind;

  @Field(() => Int, { description: 'Its place in the text, from 1.' })
  position!: number;

  @Field({ description: 'Its heading.' })
  heading!: string;

  @Field({ description: 'Its words.' })
  text!: string;
}

@ObjectType({ description: 'What became of one clause between two versions.', simpleResolvers: true })
export class ClauseDiff {
  @Field({ description: 'The key of the clause.' })
  key!: string;

  @Field(() => ClauseKind, { description: 'What the clause is.' })
  kind!: ClauseKind;

  @Field({ description: 'ADDED, REMOVED, CHANGED (words), MOVED (place alone) or SAME.' })
  change!: string;

  @Field(() => Clause, { nullable: true, description: 'As it stood; null where it is new.' })
  before!: Clause | null;

  @Field(() => Clause, { nullable: true, description: 'As it stands; null where it is gone.' })
  after!: Clause | null;
}

@ObjectType('PlatformVersion', {
  implements: Node,
  description: 'One version of the agreed text. Once adopted it is never edited.',
})
export class PlatformVersionType extends Node {
  @Field(() => Int, { description: 'From 1.' })
  number!: number;

  @Field(() => DateTime, { description: 'Since when it holds.' })
  inForceFrom!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until then an acceptance of the version before still counts.',
  })
  reacceptBy!: Date | null;

  @Field({ description: 'Whether it is the version that holds now.' })
  inForce!: boolean;
}

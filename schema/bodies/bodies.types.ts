// Bodies as the outside sees them.
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../page.js';
import { Node } from '../node.js';
import { Day } from '../scalars.js';

export enum BodyKind {
  FEDERATION = 'FEDERATION',
  REGION = 'REGION',
  LOCAL_GROUP = 'LOCAL_GROUP',
}
registerEnumType(BodyKind, { name: 'BodyKind', description: 'What a body is in the tree.' });

export enum BodyState {
  IN_FORMATION = 'IN_FORMATION',
  AFFILIATED = 'AFFILIATED',
  SUSPENDED = 'SUSPENDED',
  WITHDRAWN = 'WITHDRAWN',
  DISSOLVED = 'DISSOLVED',
}
registerEnumType(BodyState, {
  name: 'BodyState',
  description: 'In formation: voice, no vote. Affiliated: both. The others: neither.',
});

@ObjectType('Body', {
  implements: Node,
  description: 'A Local Group, a Regional Federation or the Federation.',
  simpleResolvers: true,
})
export class BodyType extends Node {
  @Field({ description: 'Its place in addresses: lower-case words joined by hyphens.' })
  slug!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => BodyKind, { description: 'What it is in the tree.' })
  kind!: BodyKind;

  @Field(() => BodyState, { description: 'Its standing with the body above; changes only by a carried motion.' })
  state!: BodyState;

  @Field({ description: 'AREA or TRADE: how its jurisdiction is drawn.' })
  jurisdictionKind!: string;

  @Field({ description: 'Its jurisdiction in words.' })
  jurisdiction!: string;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'State or province.' })
  subdivision!: string | null;

  @Field(() => String, { nullable: true, description: 'Town.' })
  locality!: string | null;

  @Field(() => Float, { nullable: true, description: 'Degrees north.' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east.' })
  longitude!: number | null;

  @Field(() => Day, { description: 'Since when it exists.' })
  formedOn!: string;
}

@ObjectType({ description: 'One body of the whole tree, for the picture of the federation.', simpleResolvers: true })
export class TreeBody {
  @Field(() => ID, { description: 'The id of the body.' })
  id!: string;

  @Field({ description: 'Its place in addresses.' })
  slug!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => BodyKind, { description: 'What it is.' })
  kind!: BodyKind;

  @Field(() => BodyState, { description: 'Its standing.' })
  state!: BodyState;

  @Field(() => ID, { nullable: true, description: 'The body above; null for the Federation.' })
  parentId!: string | null;

  @Field(() => Int, { description: 'Steps from the Federation.' })
  depth!: number;

  @Field(() => Float, { nullable: true, description: 'Degrees north.' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east.' })
  longitude!: number | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country!: string | null;

  @Field(() => Int, { description: 'Members of this body and below.' })
  memberCount!: number;

  @Field(() => Int, { description: 'Those of them in good standing today.' })
  goodStandingCount!: number;
}

export const BodyConnection = connectionOf('Body', () => BodyType);

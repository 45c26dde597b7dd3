// Rule books as the outside sees them: data for programs, sentences for people.
import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime, JSONObject } from '../scalars.js';

@ObjectType({
  description: 'A sentence as data: a client words it in the reader’s language from key and values.',
  simpleResolvers: true,
})
export class Sentence {
  @Field({ description: 'Stable; names the sentence.' })
  key!: string;

  @Field(() => JSONObject, { description: 'What stands in it.' })
  values!: Record<string, unknown>;

  @Field({ description: 'The sentence in English.' })
  text!: string;
}

@ObjectType({ description: 'One section of the rules as they apply to a body, with the body whose rule book says so.' })
export class RuleSection {
  @Field({ description: 'motions, decisions, standing, roll or platform.' })
  key!: string;

  @Field(() => Int, { description: 'The version of that body’s rule book.' })
  fromVersion!: number;

  @Field(() => JSONObject, { description: 'The rules as data.' })
  rules!: object;

  @Field(() => [Sentence], { description: 'The rules as sentences.' })
  sentences!: Sentence[];
}

@ObjectType({ description: 'One version of a body’s own rule book.' })
export class RuleBookVersion {
  @Field(() => Int, { description: 'Counted from 1, the founding rules.' })
  version!: number;

  @Field(() => DateTime, { description: 'Since when.' })
  inForceFrom!: Date;
}

@ObjectType({
  description: 'The rules that apply to a body: its own, and section by section those from above where it is silent.',
})
export class EffectiveRuleBook {
  @Field(() => Int, {
    nullable: true,
    description: 'The version of its own rule book; null where everything is inherited.',
  })
  version!: number | null;
}

// A lawful "no" as data. Inside the server a Refusal is thrown, because throwing is what rolls a deed back;
// here it becomes a member of each deed's result union, so that no client has to parse an error.
import { GraphQLJSONObject } from 'graphql-scalars';
import { createUnionType, Field, ObjectType, type ClassType } from 'type-graphql';
import { Refusal as ThrownRefusal, type RefusalValues } from '../server/errors.js';

@ObjectType('Refusal', {
  description:
    'A lawful no: a stable code to branch on, the sentence a person reads, the rule it rests on and the input field it concerns.',
  simpleResolvers: true,
})
export class RefusalType {
  @Field({ description: 'Stable, upper case.' })
  code!: string;

  @Field({
    description:
      'What was refused and what to do, in English; clients word it in other languages from code and values.',
  })
  message!: string;

  @Field(() => String, { nullable: true, description: 'Where the rule is written.' })
  rule!: string | null;

  @Field(() => String, { nullable: true, description: 'The input field it concerns.' })
  field!: string | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Facts for wording the sentence.' })
  values!: RefusalValues | null;

  static of(refusal: ThrownRefusal): RefusalType {
    return Object.assign(new RefusalType(), {
      code: refusal.code,
      message: refusal.message,
      rule: refusal.more.rule ?? null,
      field: refusal.more.field ?? null,
      values: refusal.more.values ?? null,
    });
  }
}

/** The union a deed answers with: what it made, or a Refusal. */
export function resultUnion<Made extends object>(name: string, made: ClassType<Made>) {
  return createUnionType({
    name,
    description: 'What the deed made, or the refusal.',
    types: () => [made, RefusalType] as const,
    resolveType: (value) => (value instanceof RefusalType ? RefusalType : made),
  });
}

/** Runs a deed and turns a thrown Refusal into data; every other error goes on. */
export async function orRefusal<Made>(deed: () => Promise<Made>): Promise<Made | RefusalType> {
  try {
    return await deed();
  } catch (error) {
    if (error instanceof ThrownRefusal) return RefusalType.of(error);
    throw error;
  }
}

// Who is looking, as they see themselves.
import { Field, ObjectType } from 'type-graphql';

@ObjectType('Viewer', { description: 'The person signed in.' })
export class ViewerType {
  @Field({ description: 'The name they go by.' })
  displayName!: string;

  @Field(() => String, { nullable: true, description: 'Their mail address.' })
  email!: string | null;

  @Field({ description: 'The language they read: en, es or fr.' })
  locale!: string;
}

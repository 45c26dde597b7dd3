// The debate on a motion as the outside sees it.
import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../page.js';
import { DateTime } from '../scalars.js';

@ObjectType('Comment', { description: 'What somebody said in the debate on a motion.' })
export class CommentType {
  @Field(() => DateTime, { description: 'When it was said.' })
  at!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When its author took it back.' })
  withdrawnAt!: Date | null;
}

export const CommentConnection = connectionOf('Comment', () => CommentType);

// What the deeds of an account take and give.
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Actor } from '../../server/policy/actor.js';
import { resultUnion } from '../result.js';
import { DateTime } from '../scalars.js';
import { ViewerType } from './viewer.types.js';

@ObjectType({ description: 'One of the invented people of the demonstration.', simpleResolvers: true })
export class DemonstrationPerson {
  @Field(() => ID, { description: 'Give it to signInAsDemonstration.' })
  personId!: string;

  @Field({ description: 'The name they go by.' })
  displayName!: string;

  @Field({ description: 'Where they belong.' })
  body!: string;

  @Field({ description: 'What can be seen as them.' })
  part!: string;
}

@ObjectType({ description: 'A mail as it would have been sent.', simpleResolvers: true })
export class OutboxMail {
  @Field(() => ID, { description: 'Global.' })
  id!: string;

  @Field({ description: 'To whom.' })
  recipient!: string;

  @Field({ description: 'Its subject.' })
  subject!: string;

  @Field({ description: 'Its text.' })
  body!: string;

  @Field(() => DateTime, { description: 'When.' })
  sentAt!: Date;
}

@InputType({ description: 'A mail address and its password.' })
export class SignInInput {
  @Field({ description: 'The mail address.' })
  email!: string;

  @Field({ description: 'The password.' })
  password!: string;
}

@InputType({ description: 'Where to send a sign-in link.' })
export class RequestSignInLinkInput {
  @Field({ description: 'The mail address.' })
  email!: string;
}

@InputType({ description: 'A link that came by mail.' })
export class SignInByLinkInput {
  @Field({ description: 'What stands after the # in it.' })
  token!: string;
}

@InputType({ description: 'Whom to become.' })
export class SignInAsDemonstrationInput {
  @Field(() => ID, { description: 'One of `demonstration`.' })
  personId!: string;
}

@InputType({ description: 'Where to sign out.' })
export class SignOutInput {
  @Field({ defaultValue: false, description: 'On every device.' })
  everywhere!: boolean;
}

@InputType({ description: 'A new password, of 12 to 256 characters.' })
export class SetPasswordInput {
  @Field({ description: 'The new one.' })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The present one, if there is one. Within ten minutes of coming by a mailed link it may be left out.',
  })
  currentPassword!: string | null;
}

@InputType({ description: 'A language.' })
export class SetLocaleInput {
  @Field({ description: 'en, es or fr.' })
  locale!: string;
}

@ObjectType({ description: 'A session has begun; its cookie came with the answer.', simpleResolvers: true })
export class SignedIn {
  @Field(() => ViewerType, { description: 'Who is signed in.' })
  viewer!: Actor;
}

@ObjectType({ description: 'If the address belongs to somebody here, a link is on its way.', simpleResolvers: true })
export class LinkSent {
  @Field({ description: 'Always true: the answer does not tell who is known here.' })
  sent!: boolean;

  @Field(() => String, { nullable: true, description: 'Where mails can be read in development and demonstration.' })
  outboxPath!: string | null;
}

@ObjectType({ description: 'Sessions have ended.', simpleResolvers: true })
export class SignedOut {
  @Field(() => Int, { description: 'How many.' })
  ended!: number;
}

@ObjectType({ description: 'The password holds; all other sessions have ended.', simpleResolvers: true })
export class PasswordSet {
  @Field(() => ViewerType, { description: 'Whose it is.' })
  viewer!: Actor;
}

@ObjectType({ description: 'The language is chosen.', simpleResolvers: true })
export class LocaleSet {
  @Field(() => ViewerType, { description: 'Who reads it.' })
  viewer!: Actor;
}

export const SignInResult = resultUnion('SignInResult', SignedIn);
export const RequestSignInLinkResult = resultUnion('RequestSignInLinkResult', LinkSent);
export const SignOutResult = resultUnion('SignOutResult', SignedOut);
export const SetPasswordResult = resultUnion('SetPasswordResult', PasswordSet);
export const SetLocaleResult = resultUnion('SetLocaleResult', LocaleSet);

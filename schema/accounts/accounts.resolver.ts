// Coming in, going out, and what a person may change about their own access.
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { demonstrationPeople, newestMails, outboxIsOpen, outboxPath } from '../../server/accounts/accounts.reads.js';
import { requestSignInLink } from '../../server/accounts/requestSignInLink.js';
import { setLocale } from '../../server/accounts/setLocale.js';
import { setPassword } from '../../server/accounts/setPassword.js';
import { signIn } from '../../server/accounts/signIn.js';
import { signInAsDemonstration } from '../../server/accounts/signInAsDemonstration.js';
import { signInByLink } from '../../server/accounts/signInByLink.js';
import { signOut } from '../../server/accounts/signOut.js';
import type { Context } from '../../server/context.js';
import { globalId, localId } from '../../server/ids.js';
import { pageSize } from '../page.js';
import { orRefusal } from '../result.js';
import * as types from './accounts.types.js';

/** Does the deed and answers with who is looking after it. */
const seen = (context: Context, deed: () => Promise<unknown>) =>
  orRefusal(async () => {
    await deed();
    return { viewer: context.actor };
  });

@Resolver()
export class AccountsResolver {
  @Query(() => [types.DemonstrationPerson], {
    nullable: true,
    description: 'People of the demonstration one may sign in as; null unless the deployment is a demonstration.',
  })
  async demonstration(@Ctx() { db, services }: Context) {
    if (services.env.DEMO !== true) return null;
    const people = await demonstrationPeople(db);
    return people.map(({ id, ...person }) => ({ ...person, personId: globalId('Person', id) }));
  }

  @Query(() => [types.OutboxMail], {
    nullable: true,
    description: 'In development and demonstration: mail as it was sent, newest first; null elsewhere.',
  })
  async outbox(@Ctx() { db, services }: Context, @Arg('first', () => Int) first: number) {
    if (!outboxIsOpen(services)) return null;
    const mails = await newestMails(db, pageSize(first));
    return mails.map((mail) => ({ ...mail, id: globalId('OutboxMail', mail.id) }));
  }

  @Mutation(() => types.SignInResult, { description: 'Signs in with a mail address and a password.' })
  signIn(@Ctx() context: Context, @Arg('input', () => types.SignInInput) { email, password }: types.SignInInput) {
    return seen(context, () => signIn(context, { email, password }));
  }

  @Mutation(() => types.RequestSignInLinkResult, {
    description: 'Asks for a sign-in link by mail. The answer is the same whether the address is known or not.',
  })
  requestSignInLink(
    @Ctx() context: Context,
    @Arg('input', () => types.RequestSignInLinkInput) { email }: types.RequestSignInLinkInput,
  ) {
    return orRefusal(async () => {
      await requestSignInLink(context, { email });
      return { sent: true, outboxPath: outboxPath(context.services) };
    });
  }

  @Mutation(() => types.SignInResult, { description: 'Signs in with a link from a mail, once, within ten minutes.' })
  signInByLink(
    @Ctx() context: Context,
    @Arg('input', () => types.SignInByLinkInput) { token }: types.SignInByLinkInput,
  ) {
    return seen(context, () => signInByLink(context, { token }));
  }

  @Mutation(() => types.SignInResult, { description: 'In a demonstration: becomes one of its people.' })
  signInAsDemonstration(
    @Ctx() context: Context,
    @Arg('input', () => types.SignInAsDemonstrationInput) { personId }: types.SignInAsDemonstrationInput,
  ) {
    return seen(context, () => signInAsDemonstration(context, { personId: localId('Person', personId, 'personId') }));
  }

  @Mutation(() => types.SignOutResult, { description: 'Ends this session, or all of them.' })
  signOut(@Ctx() context: Context, @Arg('input', () => types.SignOutInput) { everywhere }: types.SignOutInput) {
    return orRefusal(() => signOut(context, { everywhere }));
  }

  @Mutation(() => types.SetPasswordResult, { description: 'Sets or changes the password; all other sessions end.' })
  setPassword(
    @Ctx() context: Context,
    @Arg('input', () => types.SetPasswordInput) { password, currentPassword }: types.SetPasswordInput,
  ) {
    return seen(context, () => setPassword(context, { password, currentPassword: currentPassword ?? null }));
  }

  @Mutation(() => types.SetLocaleResult, { description: 'Chooses the language of mails and pages.' })
  setLocale(@Ctx() context: Context, @Arg('input', () => types.SetLocaleInput) { locale }: types.SetLocaleInput) {
    return seen(context, () => setLocale(context, { locale }));
  }
}

// Bank statements and cards: shape in, the deed, shape out.
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { bodiesBySlug, type BodyRow } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import type { BankLine as Line } from '../../server/dues/bank/bankLines.js';
import { bookStatement } from '../../server/dues/bank/bookStatement.js';
import type { Match } from '../../server/dues/bank/matchPayments.js';
import { payingReference } from '../../server/dues/bank/payingReference.js';
import { readStatement, type Statement } from '../../server/dues/bank/statement.reads.js';
import { cardAccountsOf, removeCardAccount, setCardAccount, webhookUrl } from '../../server/dues/card/cardAccounts.js';
import { cardPageOf, payByCard } from '../../server/dues/card/payByCard.js';
import { checkUuid, localId } from '../../server/ids.js';
import { membershipsById } from '../../server/membership/membership.reads.js';
import { seesDues } from '../../server/policy/sight.js';
import { BodyType } from '../bodies/bodies.types.js';
import { MembershipType } from '../membership/membership.types.js';
import { orRefusal } from '../result.js';
import { JSONObject, UUID } from '../scalars.js';
import { DuesStatementType } from './dues.types.js';
import type { StatementRow } from './dues.resolver.js';
import { Money, moneyOf } from './money.types.js';
import * as types from './outside.types.js';

interface StatementIn extends Statement {
  currency: string;
}

@Resolver(() => types.BankStatement)
export class BankStatementResolver {
  @Query(() => types.BankStatementResult, {
    nullable: true,
    description:
      'Reads an uploaded statement for the body’s Treasurer or Secretary: its lines, and whose each may be. Null for anyone else.',
  })
  async bankStatement(
    @Ctx() { db, actor, loaders }: Context,
    @Arg('body', { description: 'Its slug.' }) slug: string,
    @Arg('uploadId', () => UUID) uploadId: string,
    @Arg('currency') currency: string,
    @Arg('bank', { defaultValue: '' }) bank: string,
    @Arg('mapping', () => JSONObject, { nullable: true }) mapping: object | null,
  ) {
    const body = await loaders.of(bodiesBySlug).load(slug);
    // Whose a line may be tells who owes, so it is for those who may know that.
    if (!actor || !body || !seesDues(actor, { bodyId: body.id, personId: '' })) return null;
    const asked = { bodyId: body.id, uploadId: checkUuid(uploadId, 'uploadId'), bank, currency, mapping };
    return orRefusal(async (): Promise<StatementIn> => ({
      ...(await readStatement(db, actor.personId, asked)),
      currency,
    }));
  }

  @FieldResolver(() => [types.BankLine], { description: 'Its lines, as they stand in the file.' })
  lines(@Root() { lines, currency }: StatementIn) {
    return lines.map((line) => ({ ...line, currency }));
  }

  @Mutation(() => types.BookStatementResult, {
    description: 'Books the lines of a bank’s statement that a Treasurer has matched, each once whatever is uploaded.',
  })
  bookStatement(@Ctx() context: Context, @Arg('input') input: types.BookStatementInput) {
    return orRefusal(() =>
      bookStatement(context, {
        ...input,
        bodyId: localId('Body', input.bodyId, 'bodyId'),
        payments: input.payments.map(({ digest, membershipId }) => ({
          digest,
          membershipId: localId('Membership', membershipId, 'payments.membershipId'),
        })),
      }),
    );
  }
}

@Resolver(() => types.BankLine)
export class BankLineResolver {
  @FieldResolver(() => Money, { description: 'Below zero for money that left.' })
  amount(@Root() { amount, currency }: Line & { currency: string }) {
    return moneyOf(amount, currency);
  }

  @FieldResolver(() => [types.BankMatch], {
    description: 'Whose it may be, the likeliest first; empty where nothing points to anyone.',
  })
  matches(@Root() { matches }: { matches: Match[] }) {
    return matches;
  }
}

@Resolver(() => types.BankMatch)
export class BankMatchResolver {
  @FieldResolver(() => MembershipType, { description: 'The member.' })
  membership(@Root() { membershipId }: Match, @Ctx() { loaders }: Context) {
    return loaders.of(membershipsById).load(membershipId);
  }
}

@Resolver(() => BodyType)
export class CardAccountResolver {
  @FieldResolver(() => types.CardAccountType, {
    description: 'Whether dues can be paid here by card, and where its messages go.',
  })
  async cardAccount(@Root() { id }: BodyRow, @Ctx() { loaders, services }: Context) {
    return { takesCards: await loaders.of(cardAccountsOf).load(id), webhookUrl: webhookUrl(services, id) };
  }

  @Mutation(() => types.CardAccountResult, { description: 'Keeps a body’s keys with Stripe, so that it takes cards.' })
  setCardAccount(@Ctx() context: Context, @Arg('input') input: types.SetCardAccountInput) {
    return orRefusal(async () => {
      const { bodyId } = await setCardAccount(context, { ...input, bodyId: localId('Body', input.bodyId, 'bodyId') });
      return { takesCards: true, webhookUrl: webhookUrl(context.services, bodyId) };
    });
  }

  @Mutation(() => types.CardAccountResult, { description: 'Forgets those keys; what was paid stays booked.' })
  removeCardAccount(@Ctx() context: Context, @Arg('input') input: types.RemoveCardAccountInput) {
    return orRefusal(async () => {
      const { bodyId } = await removeCardAccount(context, {
        ...input,
        bodyId: localId('Body', input.bodyId, 'bodyId'),
      });
      return { takesCards: false, webhookUrl: webhookUrl(context.services, bodyId) };
    });
  }

  @Mutation(() => types.PayByCardResult, { description: 'Opens the card company’s page on which a member pays.' })
  payByCard(@Ctx() context: Context, @Arg('input') { id, membershipId, amount }: types.PayByCardInput) {
    return orRefusal(async () => {
      const { checkoutId } = await payByCard(context, {
        id: checkUuid(id, 'id'),
        membershipId: localId('Membership', membershipId, 'membershipId'),
        ...amount,
      });
      return { url: await cardPageOf(context, checkoutId) };
    });
  }
}

@Resolver(() => DuesStatementType)
export class PayingReferenceResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the member is asked to write on a transfer, so that it is known whose it is.',
  })
  payingReference(@Root() { membership }: StatementRow, @Ctx() { actor }: Context) {
    return seesDues(actor, membership) ? payingReference(membership.id) : null;
  }
}

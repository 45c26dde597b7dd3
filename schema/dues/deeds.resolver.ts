// Laying down dues, entering payments, excusing.
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../server/context.js';
import { askForWaiver } from '../../server/dues/askForWaiver.js';
import { declareDuesBand } from '../../server/dues/declareDuesBand.js';
import { declineWaiver } from '../../server/dues/declineWaiver.js';
import { endWaiver } from '../../server/dues/endWaiver.js';
import { grantWaiver } from '../../server/dues/grantWaiver.js';
import { recordPayment } from '../../server/dues/recordPayment.js';
import { refundPayment } from '../../server/dues/refundPayment.js';
import { reversePayment } from '../../server/dues/reversePayment.js';
import { schedulesById } from '../../server/dues/schedules.reads.js';
import { setDuesSchedule } from '../../server/dues/setDuesSchedule.js';
import { paymentsById } from '../../server/dues/statement.reads.js';
import { malformed } from '../../server/errors.js';
import { checkUuid, localId } from '../../server/ids.js';
import { orRefusal } from '../result.js';
import * as types from './deeds.types.js';
import { byHand } from './byHand.js';
import { statementFor } from './dues.resolver.js';

@Resolver()
export class DuesDeedsResolver {
  @Mutation(() => types.SetDuesScheduleResult, {
    description:
      'Lays down the first dues of the Federation, and how they divide. Every later change, and a Local Group’s own dues, is a motion of kind SET_DUES or SET_SPLIT, which executes itself once carried.',
  })
  setDuesSchedule(
    @Ctx() context: Context,
    @Arg('input', () => types.SetDuesScheduleInput) input: types.SetDuesScheduleInput,
  ) {
    const { idempotencyKey, bodyId, amount, period, validFrom, partPeriod, bands, shares } = input;
    const dues = given({
      amount: amount?.amount,
      currency: amount?.currency,
      period,
      validFrom,
      partPeriod,
      bands: bands?.map(plain),
    });
    return orRefusal(async () => {
      const { scheduleId } = await setDuesSchedule(context, {
        idempotencyKey,
        bodyId: localId('Body', bodyId, 'bodyId'),
        dues,
        shares: shares?.map((share) => given(plain(share))) ?? null,
      });
      return { schedule: await context.loaders.of(schedulesById).load(scheduleId) };
    });
  }

  @Mutation(() => types.PaymentResult, {
    description:
      'Enters money that a member has paid: it settles what they owe, each level’s share is booked, and they get a receipt.',
  })
  recordPayment(
    @Ctx() context: Context,
    @Arg('input', () => types.RecordPaymentInput) input: types.RecordPaymentInput,
  ) {
    const { id, membershipId, method, amount, receivedOn, reference, paperNumber } = input;
    return changed(context, () =>
      recordPayment(context, {
        id: checkUuid(id, 'id'),
        membershipId: localId('Membership', membershipId, 'membershipId'),
        method: byHand(method),
        amount: amount.amount,
        currency: amount.currency,
        receivedOn,
        reference: reference ?? null,
        paperNumber: paperNumber ?? null,
      }),
    );
  }

  @Mutation(() => types.PaymentResult, {
    description: 'Enters money given back of a payment; what it had settled is open again.',
  })
  refundPayment(
    @Ctx() context: Context,
    @Arg('input', () => types.RefundPaymentInput) { id, paymentId, amount, method, givenOn }: types.RefundPaymentInput,
  ) {
    const refund = byHand(method);
    if (refund === 'CHEQUE') throw malformed('method should be CASH or TRANSFER', 'method');
    return changed(context, () =>
      refundPayment(context, {
        id: checkUuid(id, 'id'),
        paymentId: localId('Payment', paymentId, 'paymentId'),
        amount,
        method: refund,
        givenOn,
      }),
    );
  }

  @Mutation(() => types.PaymentResult, {
    description: 'Takes back a payment that was none; it counts as if it had never come.',
  })
  reversePayment(
    @Ctx() context: Context,
    @Arg('input', () => types.ReversePaymentInput) { idempotencyKey, paymentId, reason }: types.ReversePaymentInput,
  ) {
    return changed(context, () =>
      reversePayment(context, { idempotencyKey, paymentId: localId('Payment', paymentId, 'paymentId'), reason }),
    );
  }

  @Mutation(() => types.DuesResult, {
    description: 'Excuses a member from dues for a term, with full rights and without a mark.',
  })
  grantWaiver(
    @Ctx() context: Context,
    @Arg('input', () => types.GrantWaiverInput) { id, membershipId, from, until }: types.GrantWaiverInput,
  ) {
    return statement(context, () =>
      grantWaiver(context, {
        id: checkUuid(id, 'id'),
        membershipId: localId('Membership', membershipId, 'membershipId'),
        from: from ?? null,
        until,
      }),
    );
  }

  @Mutation(() => types.DuesResult, { description: 'Ends a waiver today; what it excused stays excused.' })
  endWaiver(
    @Ctx() context: Context,
    @Arg('input', () => types.EndWaiverInput) { idempotencyKey, waiverId }: types.EndWaiverInput,
  ) {
    return statement(context, () =>
      endWaiver(context, { idempotencyKey, waiverId: localId('Waiver', waiverId, 'waiverId') }),
    );
  }

  @Mutation(() => types.DuesResult, { description: 'Asks, in private, to be excused from dues.' })
  askForWaiver(
    @Ctx() context: Context,
    @Arg('input', () => types.AskForWaiverInput) { id, membershipId, words }: types.AskForWaiverInput,
  ) {
    return statement(context, () =>
      askForWaiver(context, {
        id: checkUuid(id, 'id'),
        membershipId: localId('Membership', membershipId, 'membershipId'),
        words: words ?? null,
      }),
    );
  }

  @Mutation(() => types.DuesResult, { description: 'Does not grant a waiver, with words to the member alone.' })
  declineWaiver(
    @Ctx() context: Context,
    @Arg('input', () => types.DeclineWaiverInput) { idempotencyKey, requestId, words }: types.DeclineWaiverInput,
  ) {
    return statement(context, () =>
      declineWaiver(context, { idempotencyKey, requestId: localId('WaiverRequest', requestId, 'requestId'), words }),
    );
  }

  @Mutation(() => types.DuesResult, {
    description: 'Says which band of the sliding scale is yours, for what is charged from now on.',
  })
  declareDuesBand(
    @Ctx() context: Context,
    @Arg('input', () => types.DeclareDuesBandInput) { idempotencyKey, membershipId, band }: types.DeclareDuesBandInput,
  ) {
    return statement(context, () =>
      declareDuesBand(context, {
        idempotencyKey,
        membershipId: localId('Membership', membershipId, 'membershipId'),
        band: band ?? null,
      }),
    );
  }
}

const plain = (input: object): object => ({ ...input });
/** What was said; the rest is by default. */
const given = (input: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null));

const changed = (context: Context, deed: () => Promise<{ paymentId: string }>) =>
  orRefusal(async () => {
    const { paymentId } = await deed();
    const payment = (await context.loaders.of(paymentsById).load(paymentId))!;
    return { payment, statement: await statementFor(context, payment.membershipId) };
  });

const statement = (context: Context, deed: () => Promise<{ membershipId: string }>) =>
  orRefusal(async () => ({ statement: await statementFor(context, (await deed()).membershipId) }));

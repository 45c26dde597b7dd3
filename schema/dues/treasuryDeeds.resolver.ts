// The deeds of money that moves up, is spent and is audited.
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { bodiesById } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { moveMoney } from '../../server/dues/accounts/moveMoney.js';
import { openBooks } from '../../server/dues/accounts/openBooks.js';
import { recordIncome } from '../../server/dues/accounts/recordIncome.js';
import { reverseTransfer } from '../../server/dues/accounts/reverseTransfer.js';
import { setAside } from '../../server/dues/accounts/setAside.js';
import { annotateTransfer } from '../../server/dues/audit/annotateTransfer.js';
import { closePeriod } from '../../server/dues/audit/closePeriod.js';
import { signPeriod } from '../../server/dues/audit/signPeriod.js';
import { periodsById } from '../../server/dues/ledger.reads.js';
import { agreePerCapita, declinePerCapita, withdrawPerCapita } from '../../server/dues/remittances/answerPerCapita.js';
import { askPerCapita } from '../../server/dues/remittances/askPerCapita.js';
import { confirmRemittance } from '../../server/dues/remittances/confirmRemittance.js';
import { disputeRemittance } from '../../server/dues/remittances/disputeRemittance.js';
import { remitDues } from '../../server/dues/remittances/remitDues.js';
import { perCapitaById, remittancesById } from '../../server/dues/remittances/remittances.reads.js';
import { withdrawRemittance } from '../../server/dues/remittances/withdrawRemittance.js';
import { approveSpending } from '../../server/dues/spending/approveSpending.js';
import { refuseSpending, withdrawSpending } from '../../server/dues/spending/endSpending.js';
import { proposeSpending } from '../../server/dues/spending/proposeSpending.js';
import { spendingById } from '../../server/dues/spending/spending.reads.js';
import { checkUuid, localId } from '../../server/ids.js';
import { seesSums } from '../../server/policy/sight.js';
import { orRefusal } from '../result.js';
import { byHand } from './byHand.js';
import * as types from './treasuryDeeds.types.js';

const bodyOf = (id: string, field = 'bodyId') => localId('Body', id, field);
const maybe = (kind: 'SpendingAuthority', id: string | null | undefined, field: string) =>
  id ? localId(kind, id, field) : null;

@Resolver()
export class RemittanceDeedsResolver {
  @Mutation(() => types.RemittanceResult, {
    description: 'Passes up what was collected for a body above; the debt is less once its Treasurer has it.',
  })
  remitDues(@Ctx() context: Context, @Arg('input', () => types.RemitDuesInput) input: types.RemitDuesInput) {
    const { amount, bank, reference, ...rest } = input;
    return remittance(context, () =>
      remitDues(context, {
        id: checkUuid(rest.id, 'id'),
        bodyId: bodyOf(rest.bodyId),
        toBodyId: bodyOf(rest.toBodyId, 'toBodyId'),
        periodFrom: rest.periodFrom,
        periodUntil: rest.periodUntil,
        method: byHand(rest.method),
        sentOn: rest.sentOn,
        amount: amount.amount,
        currency: amount.currency,
        bank: bank ?? null,
        reference: reference ?? null,
      }),
    );
  }

  @Mutation(() => types.RemittanceResult, { description: 'Says that a remittance has come, and books it.' })
  confirmRemittance(
    @Ctx() context: Context,
    @Arg('input', () => types.ConfirmRemittanceInput) input: types.ConfirmRemittanceInput,
  ) {
    const { idempotencyKey, remittanceId, receivedOn, bank } = input;
    return remittance(context, () =>
      confirmRemittance(context, {
        idempotencyKey,
        remittanceId: localId('Remittance', remittanceId, 'remittanceId'),
        receivedOn,
        bank: bank ?? null,
      }),
    );
  }

  @Mutation(() => types.RemittanceResult, {
    description: 'Says that a remittance has not come, and why one thinks so.',
  })
  disputeRemittance(
    @Ctx() context: Context,
    @Arg('input', () => types.DisputeRemittanceInput)
    { idempotencyKey, remittanceId, reason }: types.DisputeRemittanceInput,
  ) {
    return remittance(context, () =>
      disputeRemittance(context, {
        idempotencyKey,
        remittanceId: localId('Remittance', remittanceId, 'remittanceId'),
        reason,
      }),
    );
  }

  @Mutation(() => types.RemittanceResult, { description: 'Takes a remittance back; what is right is sent anew.' })
  withdrawRemittance(
    @Ctx() context: Context,
    @Arg('input', () => types.WithdrawRemittanceInput)
    { idempotencyKey, remittanceId, reason }: types.WithdrawRemittanceInput,
  ) {
    return remittance(context, () =>
      withdrawRemittance(context, {
        idempotencyKey,
        remittanceId: localId('Remittance', remittanceId, 'remittanceId'),
        reason,
      }),
    );
  }

  @Mutation(() => types.PerCapitaResult, {
    description: 'Asks a Local Group that collects in cash for its per capita, by head-count of today.',
  })
  askPerCapita(
    @Ctx() context: Context,
    @Arg('input', () => types.AskPerCapitaInput) { id, bodyId, toBodyId }: types.AskPerCapitaInput,
  ) {
    return perCapita(context, () =>
      askPerCapita(context, {
        id: checkUuid(id, 'id'),
        bodyId: bodyOf(bodyId),
        toBodyId: bodyOf(toBodyId, 'toBodyId'),
      }),
    );
  }

  @Mutation(() => types.PerCapitaResult, { description: 'Agrees to a statement by head-count; both sides book it.' })
  agreePerCapita(
    @Ctx() context: Context,
    @Arg('input', () => types.AgreePerCapitaInput) { idempotencyKey, perCapitaId }: types.AgreePerCapitaInput,
  ) {
    return perCapita(context, () =>
      agreePerCapita(context, { idempotencyKey, perCapitaId: localId('PerCapita', perCapitaId, 'perCapitaId') }),
    );
  }

  @Mutation(() => types.PerCapitaResult, { description: 'Declines a statement by head-count, with the reason.' })
  declinePerCapita(
    @Ctx() context: Context,
    @Arg('input', () => types.DeclinePerCapitaInput)
    { idempotencyKey, perCapitaId, reason }: types.DeclinePerCapitaInput,
  ) {
    return perCapita(context, () =>
      declinePerCapita(context, {
        idempotencyKey,
        perCapitaId: localId('PerCapita', perCapitaId, 'perCapitaId'),
        reason,
      }),
    );
  }

  @Mutation(() => types.PerCapitaResult, { description: 'Takes back a statement by head-count that was not answered.' })
  withdrawPerCapita(
    @Ctx() context: Context,
    @Arg('input', () => types.WithdrawPerCapitaInput)
    { idempotencyKey, perCapitaId, reason }: types.WithdrawPerCapitaInput,
  ) {
    return perCapita(context, () =>
      withdrawPerCapita(context, {
        idempotencyKey,
        perCapitaId: localId('PerCapita', perCapitaId, 'perCapitaId'),
        reason,
      }),
    );
  }
}

@Resolver()
export class OwnMoneyDeedsResolver {
  @Mutation(() => types.BooksResult, {
    description: 'Opens the books with what was there already, once in each currency.',
  })
  openBooks(@Ctx() context: Context, @Arg('input', () => types.OpenBooksInput) input: types.OpenBooksInput) {
    const { id, bodyId, currency, openedOn, money, funds } = input;
    return books(context, () =>
      openBooks(context, {
        id: checkUuid(id, 'id'),
        bodyId: bodyOf(bodyId),
        currency,
        openedOn,
        money: money.map(({ kind, bank, amount }) => ({ kind, bank: bank ?? null, amount })),
        funds: funds.map(({ name, amount }) => ({ name, amount })),
      }),
    );
  }

  @Mutation(() => types.BooksResult, { description: 'Carries money from one place of the body to another.' })
  moveMoney(@Ctx() context: Context, @Arg('input', () => types.MoveMoneyInput) input: types.MoveMoneyInput) {
    const { id, bodyId, from, to, amount, movedOn, memo } = input;
    return books(context, () =>
      moveMoney(context, {
        id: checkUuid(id, 'id'),
        bodyId: bodyOf(bodyId),
        from: { kind: from.kind, bank: from.bank ?? null },
        to: { kind: to.kind, bank: to.bank ?? null },
        amount: amount.amount,
        currency: amount.currency,
        movedOn,
        memo: memo ?? null,
      }),
    );
  }

  @Mutation(() => types.BooksResult, { description: 'Enters money that is nobody’s dues: a collection, a gift.' })
  recordIncome(@Ctx() context: Context, @Arg('input', () => types.RecordIncomeInput) input: types.RecordIncomeInput) {
    const { id, bodyId, source, fund, to, amount, receivedOn } = input;
    return books(context, () =>
      recordIncome(context, {
        id: checkUuid(id, 'id'),
        bodyId: bodyOf(bodyId),
        source,
        fund: fund ?? null,
        to: { kind: to.kind, bank: to.bank ?? null },
        amount: amount.amount,
        currency: amount.currency,
        receivedOn,
      }),
    );
  }

  @Mutation(() => types.BooksResult, { description: 'Sets money of the body aside in a fund.' })
  setAside(@Ctx() context: Context, @Arg('input', () => types.SetAsideInput) input: types.SetAsideInput) {
    const { id, bodyId, fund, amount, on, memo } = input;
    return books(context, () =>
      setAside(context, {
        id: checkUuid(id, 'id'),
        bodyId: bodyOf(bodyId),
        fund,
        amount: amount.amount,
        currency: amount.currency,
        on,
        memo: memo ?? null,
      }),
    );
  }

  @Mutation(() => types.BooksResult, {
    description: 'Undoes what the Treasurer entered by mistake, by a transfer that points at it.',
  })
  reverseTransfer(
    @Ctx() context: Context,
    @Arg('input', () => types.ReverseTransferInput)
    { idempotencyKey, bodyId, number, reason }: types.ReverseTransferInput,
  ) {
    return books(context, () => reverseTransfer(context, { idempotencyKey, bodyId: bodyOf(bodyId), number, reason }));
  }
}

@Resolver()
export class SpendingDeedsResolver {
  @Mutation(() => types.SpendingResult, {
    description: 'Proposes that the body pays something it has authorised, or asks a fund for support.',
  })
  proposeSpending(
    @Ctx() context: Context,
    @Arg('input', () => types.ProposeSpendingInput) input: types.ProposeSpendingInput,
  ) {
    const { id, bodyId, authorityId, fund, payee, words, amount, paidFrom, bank, receiptId } = input;
    return spending(context, () =>
      proposeSpending(context, {
        id: checkUuid(id, 'id'),
        bodyId: bodyOf(bodyId),
        authorityId: maybe('SpendingAuthority', authorityId, 'authorityId'),
        fund: fund ?? null,
        payee,
        words,
        amount: amount.amount,
        currency: amount.currency,
        paidFrom,
        bank: bank ?? null,
        receiptId: receiptId ? checkUuid(receiptId, 'receiptId') : null,
      }),
    );
  }

  @Mutation(() => types.SpendingResult, {
    description: 'Approves spending that another person proposed, within what was authorised; it is paid and booked.',
  })
  approveSpending(
    @Ctx() context: Context,
    @Arg('input', () => types.ApproveSpendingInput)
    { idempotencyKey, spendingId, authorityId }: types.ApproveSpendingInput,
  ) {
    return spending(context, () =>
      approveSpending(context, {
        idempotencyKey,
        spendingId: localId('Spending', spendingId, 'spendingId'),
        authorityId: maybe('SpendingAuthority', authorityId, 'authorityId'),
      }),
    );
  }

  @Mutation(() => types.SpendingResult, {
    description: 'Refuses spending that another person proposed, with the reason.',
  })
  refuseSpending(
    @Ctx() context: Context,
    @Arg('input', () => types.RefuseSpendingInput) { idempotencyKey, spendingId, reason }: types.RefuseSpendingInput,
  ) {
    return spending(context, () =>
      refuseSpending(context, { idempotencyKey, spendingId: localId('Spending', spendingId, 'spendingId'), reason }),
    );
  }

  @Mutation(() => types.SpendingResult, { description: 'Takes back what one has proposed oneself.' })
  withdrawSpending(
    @Ctx() context: Context,
    @Arg('input', () => types.WithdrawSpendingInput) { idempotencyKey, spendingId }: types.WithdrawSpendingInput,
  ) {
    return spending(context, () =>
      withdrawSpending(context, { idempotencyKey, spendingId: localId('Spending', spendingId, 'spendingId') }),
    );
  }
}

@Resolver()
export class AuditDeedsResolver {
  @Mutation(() => types.BooksResult, { description: 'Writes a note beside a transfer. It stays.' })
  annotateTransfer(
    @Ctx() context: Context,
    @Arg('input', () => types.AnnotateTransferInput) { id, bodyId, number, text }: types.AnnotateTransferInput,
  ) {
    return books(context, () =>
      annotateTransfer(context, { id: checkUuid(id, 'id'), bodyId: bodyOf(bodyId), number, text }),
    );
  }

  @Mutation(() => types.PeriodResult, {
    description: 'Sums a period that is over, for an Auditor to sign; it can be prepared again until then.',
  })
  closePeriod(
    @Ctx() context: Context,
    @Arg('input', () => types.ClosePeriodInput) { idempotencyKey, bodyId, from, until }: types.ClosePeriodInput,
  ) {
    return period(context, () => closePeriod(context, { idempotencyKey, bodyId: bodyOf(bodyId), from, until }));
  }

  @Mutation(() => types.PeriodResult, { description: 'Signs the sums of a period, which is then closed for good.' })
  signPeriod(
    @Ctx() context: Context,
    @Arg('input', () => types.SignPeriodInput) { idempotencyKey, periodId, words }: types.SignPeriodInput,
  ) {
    return period(context, () =>
      signPeriod(context, {
        idempotencyKey,
        periodId: localId('BookPeriod', periodId, 'periodId'),
        words: words ?? null,
      }),
    );
  }
}

const remittance = (context: Context, deed: () => Promise<{ remittanceId: string }>) =>
  orRefusal(async () => {
    const { remittanceId } = await deed();
    return { remittance: await context.loaders.of(remittancesById).load(remittanceId) };
  });

const perCapita = (context: Context, deed: () => Promise<{ perCapitaId: string }>) =>
  orRefusal(async () => {
    const { perCapitaId } = await deed();
    return { perCapita: await context.loaders.of(perCapitaById).load(perCapitaId) };
  });

const spending = (context: Context, deed: () => Promise<{ spendingId: string }>) =>
  orRefusal(async () => {
    const { spendingId } = await deed();
    return { spending: await context.loaders.of(spendingById).load(spendingId) };
  });

const books = (context: Context, deed: () => Promise<{ bodyId: string }>) =>
  orRefusal(async () => {
    const { bodyId } = await deed();
    const body = seesSums(context.actor, bodyId) ? await context.loaders.of(bodiesById).load(bodyId) : null;
    return { ledger: body && { body } };
  });

const period = (context: Context, deed: () => Promise<{ periodId: string }>) =>
  orRefusal(async () => {
    const { periodId } = await deed();
    return { period: await context.loaders.of(periodsById).load(periodId) };
  });

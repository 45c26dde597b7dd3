// Notes, periods and signatures in a body's books.
import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { bodiesById } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { closingsOf, notesOf, type ClosingRow } from '../../server/dues/audit/audit.reads.js';
import { memoKinds, transferKey, type PeriodRow, type TransferRow } from '../../server/dues/ledger.reads.js';
import type { PeriodSum } from '../../server/database/treasuryTables.js';
import { globalId } from '../../server/ids.js';
import { seesTheBooks } from '../../server/policy/sight.js';
import { may, type DeedName } from '../../server/policy/table.js';
import { BodyType } from '../bodies/bodies.types.js';
import { BookPeriodType, LedgerTransferType } from './ledger.types.js';
import { Money, moneyOf } from './money.types.js';
import * as types from './treasury.types.js';

@Resolver(() => LedgerTransferType)
export class TransferNotesResolver {
  @FieldResolver(() => [types.TransferNote], { description: 'What Auditors wrote beside it, in order.' })
  notes(@Root() transfer: TransferRow, @Ctx() { loaders }: Context) {
    return loaders.of(notesOf).load(transferKey(transfer));
  }
}

@Resolver(() => BookPeriodType)
export class BookPeriodResolver {
  @FieldResolver(() => ID)
  id(@Root() { id }: PeriodRow) {
    return globalId('BookPeriod', id);
  }

  @FieldResolver(() => types.PeriodClosing, {
    nullable: true,
    description: 'Its sums, once the Treasurer has prepared it.',
  })
  async closing(@Root() { id, bodyId }: PeriodRow, @Ctx() { loaders }: Context) {
    const closing = await loaders.of(closingsOf).load(id);
    return closing && { ...closing, bodyId };
  }

  @FieldResolver(() => [String], { description: 'Names of deeds the viewer may do with it.' })
  async viewerCan(@Root() { id, bodyId, closedAt }: PeriodRow, @Ctx() { actor, loaders }: Context) {
    if (closedAt) return [];
    const closing = await loaders.of(closingsOf).load(id);
    const deeds: DeedName[] = may(actor, 'closePeriod', { bodyId }) ? ['closePeriod'] : [];
    if (closing && may(actor, 'signPeriod', { bodyId, preparedById: closing.preparedById })) deeds.push('signPeriod');
    return deeds;
  }
}

@Resolver(() => types.PeriodClosing)
export class PeriodClosingResolver {
  @FieldResolver(() => [types.PeriodSumType], { description: 'Account by account.' })
  sums(@Root() { sums, bodyId }: ClosingRow & { bodyId: string }, @Ctx() { actor }: Context) {
    return seesTheBooks(actor, bodyId) ? sums : sums.filter(({ kind }) => !(memoKinds as string[]).includes(kind));
  }
}

@Resolver(() => types.PeriodSumType)
export class PeriodSumResolver {
  @FieldResolver(() => BodyType, { nullable: true, description: 'The other body, where it is settled with one.' })
  withBody(@Root() { withBodyId }: PeriodSum, @Ctx() { loaders }: Context) {
    return withBodyId ? loaders.of(bodiesById).load(withBodyId) : null;
  }

  @FieldResolver(() => Money, { description: 'As the period began; debit above zero, credit below.' })
  opening(@Root() { opening, currency }: PeriodSum) {
    return moneyOf(opening, currency);
  }

  @FieldResolver(() => Money, { description: 'Debit entries of the period.' })
  debit(@Root() { debit, currency }: PeriodSum) {
    return moneyOf(debit, currency);
  }

  @FieldResolver(() => Money, { description: 'Credit entries of the period.' })
  credit(@Root() { credit, currency }: PeriodSum) {
    return moneyOf(credit, currency);
  }

  @FieldResolver(() => Money, { description: 'As the period ended.' })
  closing(@Root() { closing, currency }: PeriodSum) {
    return moneyOf(closing, currency);
  }
}

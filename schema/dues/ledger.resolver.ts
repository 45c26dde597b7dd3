// A body's books: sums for its members, transfers for its officers, names of members for the two who may excuse.
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { bodiesAbove, bodiesById, bodiesBySlug, type BodyRow } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import * as reads from '../../server/dues/ledger.reads.js';
import { pageOfPayments } from '../../server/dues/statement.reads.js';
import { bookJobsOf, duesCountsOf, pageOfOwing, type OwingRow } from '../../server/dues/treasurer.reads.js';
import { membershipsById } from '../../server/membership/membership.reads.js';
import { seesCounts, seesSums, seesTheBooks, seesDues } from '../../server/policy/sight.js';
import { BodyType } from '../bodies/bodies.types.js';
import { MembershipType } from '../membership/membership.types.js';
import { pageOf, pageSize, readCursor, writeCursor } from '../page.js';
import { Day } from '../scalars.js';
import * as types from './ledger.types.js';
import { Money, moneyOf } from './money.types.js';
import { deedsInBooks } from './viewerCan.js';

interface LedgerRow {
  body: BodyRow;
}

/** Somebody the viewer is not: for what only those may read who could excuse any member. */
const anyMember = '';

@Resolver(() => types.LedgerType)
export class LedgerResolver {
  @Query(() => types.LedgerType, {
    nullable: true,
    description: 'The books of a body; null for who neither belongs to it, or to a body below it, nor keeps its books.',
  })
  async ledger(@Ctx() { actor, loaders }: Context, @Arg('bodySlug') slug: string) {
    const body = await loaders.of(bodiesBySlug).load(slug);
    return body && seesSums(actor, body.id) ? { body } : null;
  }

  @FieldResolver(() => String)
  slug(@Root() { body }: LedgerRow) {
    return body.slug;
  }

  @FieldResolver(() => BodyType, { description: 'Whose books.' })
  body(@Root() { body }: LedgerRow) {
    return body;
  }

  @FieldResolver(() => [types.LedgerAccountType], { description: 'Its accounts, by kind.' })
  async accounts(@Root() { body }: LedgerRow, @Ctx() { actor, loaders }: Context) {
    const accounts = await loaders.of(reads.accountsOf).load(body.id);
    return seesTheBooks(actor, body.id) ? accounts : accounts.filter(({ kind }) => !reads.memoKinds.includes(kind));
  }

  @FieldResolver(() => [types.BookPeriodType], { description: 'Stretches of days, the newest first.' })
  periods(@Root() { body }: LedgerRow, @Ctx() { loaders }: Context) {
    return loaders.of(reads.periodsOf).load(body.id);
  }

  @FieldResolver(() => types.LedgerTransferConnection, {
    nullable: true,
    description: 'Every transfer, the newest first; null but for its Treasurer, Auditor, Secretary and Convenor.',
  })
  async transfers(
    @Root() { body }: LedgerRow,
    @Ctx() { actor, db }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    if (!seesTheBooks(actor, body.id)) return null;
    const size = pageSize(first);
    const rows = await reads.pageOfTransfers(db, body.id, size, readCursor(after, 'integer')?.[0] ?? null);
    return pageOf(rows, size, ({ number }) => writeCursor(number));
  }

  @FieldResolver(() => types.DuesPaymentConnection, {
    nullable: true,
    description:
      'Its receipts, the newest first; null but for the same officers. Names are for Treasurer and Secretary.',
  })
  async payments(
    @Root() { body }: LedgerRow,
    @Ctx() { actor, db }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    if (!seesTheBooks(actor, body.id)) return null;
    const size = pageSize(first);
    const rows = await pageOfPayments(db, body.id, size, readCursor(after, 'integer')?.[0] ?? null);
    return pageOf(rows, size, ({ number }) => writeCursor(number));
  }

  @FieldResolver(() => types.OwingMemberConnection, {
    nullable: true,
    description: 'Members with something open, longest first; null but for Treasurer and Secretary.',
  })
  async owing(
    @Root() { body }: LedgerRow,
    @Ctx() { actor, db }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    if (!seesDues(actor, { bodyId: body.id, personId: anyMember })) return null;
    const size = pageSize(first);
    const rows = await pageOfOwing(db, body.id, size, readCursor(after, 'day', 'uuid'));
    return pageOf(rows, size, ({ since, membershipId }) => writeCursor(since, membershipId));
  }

  @FieldResolver(() => [types.BookJobType], {
    description: 'What waits for the Treasurer; empty for everybody else but the Secretary.',
  })
  async jobs(@Root() { body }: LedgerRow, @Ctx() { actor, db }: Context) {
    if (!seesDues(actor, { bodyId: body.id, personId: anyMember })) return [];
    const jobs = await bookJobsOf(db, body.id);
    return jobs.map(({ kind, count, sums }) => ({
      kind,
      count,
      sums: sums.map(({ amount, currency }) => moneyOf(amount, currency)),
    }));
  }

  @FieldResolver(() => [String], { description: 'Names of deeds the viewer may do in these books.' })
  viewerCan(@Root() { body }: LedgerRow, @Ctx() { actor }: Context) {
    return deedsInBooks(actor, body.id, body.kind === 'FEDERATION');
  }
}

@Resolver(() => types.LedgerAccountType)
export class LedgerAccountResolver {
  @FieldResolver(() => ID, { description: 'Its UUID.' })
  id(@Root() { id }: reads.AccountRow) {
    return id;
  }

  @FieldResolver(() => BodyType, { nullable: true, description: 'The other body, where it is settled with one.' })
  withBody(@Root() { withBodyId }: reads.AccountRow, @Ctx() { loaders }: Context) {
    return withBodyId ? loaders.of(bodiesById).load(withBodyId) : null;
  }

  @FieldResolver(() => Money, { description: 'The sum of its entries; debit above zero, credit below.' })
  balance(@Root() { balance, currency }: reads.AccountRow) {
    return moneyOf(balance, currency);
  }

  @FieldResolver(() => types.LedgerMovement, {
    description: 'What moved on it from one day to another, both included.',
  })
  async movement(
    @Root() { id, bodyId, currency }: reads.AccountRow,
    @Ctx() { loaders }: Context,
    @Arg('from', () => Day) from: string,
    @Arg('until', () => Day) until: string,
  ) {
    const moved = await loaders.of(reads.movementsOf).load(`${bodyId}/${from}/${until}`);
    const { debit, credit } = moved.find(({ accountId }) => accountId === id) ?? { debit: '0', credit: '0' };
    return { debit: moneyOf(debit, currency), credit: moneyOf(credit, currency) };
  }
}

@Resolver(() => types.LedgerTransferType)
export class LedgerTransferResolver {
  @FieldResolver(() => [types.LedgerEntryType], { description: 'In the order posted.' })
  entries(@Root() transfer: reads.TransferRow, @Ctx() { loaders }: Context) {
    return loaders.of(reads.entriesOf).load(reads.transferKey(transfer));
  }
}

@Resolver(() => types.LedgerEntryType)
export class LedgerEntryResolver {
  @FieldResolver(() => ID, { description: 'The account’s UUID.' })
  accountId(@Root() { accountId }: reads.EntryRow) {
    return accountId;
  }

  @FieldResolver(() => BodyType, {
    nullable: true,
    description: 'The other body, where the account is settled with one.',
  })
  withBody(@Root() { withBodyId }: reads.EntryRow, @Ctx() { loaders }: Context) {
    return withBodyId ? loaders.of(bodiesById).load(withBodyId) : null;
  }

  @FieldResolver(() => Money, { description: 'Debit above zero, credit below.' })
  amount(@Root() { amount, currency }: reads.EntryRow) {
    return moneyOf(amount, currency);
  }
}

@Resolver(() => types.OwingMemberType)
export class OwingMemberResolver {
  @FieldResolver(() => MembershipType, { description: 'The member.' })
  membership(@Root() { membershipId }: OwingRow, @Ctx() { loaders }: Context) {
    return loaders.of(membershipsById).load(membershipId);
  }

  @FieldResolver(() => String)
  name(@Root() { privateName }: OwingRow) {
    return privateName;
  }

  @FieldResolver(() => [Money], { description: 'How much, by currency.' })
  sums(@Root() { sums }: OwingRow) {
    return sums.map(({ amount, currency }) => moneyOf(amount, currency));
  }
}

@Resolver(() => BodyType)
export class BodyDuesCountsResolver {
  @FieldResolver(() => types.DuesCountsType, {
    nullable: true,
    description: 'How members stand with dues, in counts; for officers of this body and of those above it.',
  })
  async duesCounts(@Root() { id }: BodyRow, @Ctx() { actor, loaders }: Context) {
    const above = await loaders.of(bodiesAbove).load(id);
    return seesCounts(actor, [id, ...above.map((body) => body.id)]) ? loaders.of(duesCountsOf).load(id) : null;
  }
}

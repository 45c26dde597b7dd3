// What was authorised, asked for and spent, as it is read.
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { bodiesById, type BodyRow } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import * as reads from '../../server/dues/spending/spending.reads.js';
import { globalId } from '../../server/ids.js';
import { seesSpending, seesTheBooks } from '../../server/policy/sight.js';
import { may } from '../../server/policy/table.js';
import { proposalsById } from '../../server/proposals/proposals.reads.js';
import { BodyType } from '../bodies/bodies.types.js';
import { pageOf, pageSize, readCursor, writeCursor } from '../page.js';
import { ProposalType } from '../proposals/proposals.types.js';
import { LedgerType } from './ledger.types.js';
import { Money, moneyOf } from './money.types.js';
import * as types from './treasury.types.js';

interface LedgerRow {
  body: BodyRow;
}

@Resolver(() => LedgerType)
export class LedgerSpendingResolver {
  @FieldResolver(() => [types.SpendingAuthorityType], {
    description: 'What carried motions allow it to spend, the newest first.',
  })
  authorities(@Root() { body }: LedgerRow, @Ctx() { loaders }: Context) {
    return loaders.of(reads.authoritiesOf).load(body.id);
  }

  @FieldResolver(() => types.SpendingConnection, {
    description:
      'Spending, the newest first: all of it for the officers of the money; for other members what was approved and what they proposed.',
  })
  async spending(
    @Root() { body }: LedgerRow,
    @Ctx() { actor, db }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('state', () => types.SpendingState, { nullable: true }) state: types.SpendingState | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    const size = pageSize(first);
    const onlyOf = seesTheBooks(actor, body.id) ? null : actor!.personId;
    const wanted = { state: state ?? null, onlyOf };
    const rows = await reads.pageOfSpending(db, body.id, wanted, size, readCursor(after, 'moment', 'uuid'));
    return pageOf(rows, size, ({ micros, id }) => writeCursor(micros, id));
  }
}

@Resolver(() => types.SpendingAuthorityType)
export class SpendingAuthorityResolver {
  @FieldResolver(() => ID)
  id(@Root() { id }: reads.AuthorityRow) {
    return globalId('SpendingAuthority', id);
  }

  @FieldResolver(() => ProposalType, { nullable: true, description: 'The motion that was carried.' })
  proposal(@Root() { proposalId }: reads.AuthorityRow, @Ctx() { loaders }: Context) {
    return loaders.of(proposalsById).load(proposalId);
  }

  @FieldResolver(() => Money, { description: 'Up to this sum.' })
  amount(@Root() { amount, currency }: reads.AuthorityRow) {
    return moneyOf(amount, currency);
  }

  @FieldResolver(() => Money, { description: 'Spent so far.' })
  spent(@Root() { spent, currency }: reads.AuthorityRow) {
    return moneyOf(spent, currency);
  }

  @FieldResolver(() => Money, { description: 'Left.' })
  left(@Root() { amount, spent, currency }: reads.AuthorityRow) {
    return moneyOf(BigInt(amount) - BigInt(spent), currency);
  }
}

@Resolver(() => types.SpendingType)
export class SpendingResolver {
  @FieldResolver(() => ID)
  id(@Root() { id }: reads.SpendingRow) {
    return globalId('Spending', id);
  }

  @FieldResolver(() => BodyType, { description: 'Which body pays.' })
  body(@Root() { bodyId }: reads.SpendingRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(bodyId);
  }

  @FieldResolver(() => types.SpendingAuthorityType, { nullable: true, description: 'Under what.' })
  authority(@Root() { authorityId }: reads.SpendingRow, @Ctx() { loaders }: Context) {
    return authorityId ? loaders.of(reads.authoritiesById).load(authorityId) : null;
  }

  @FieldResolver(() => Money, { description: 'How much.' })
  amount(@Root() { amount, currency }: reads.SpendingRow) {
    return moneyOf(amount, currency);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer proposed it.' })
  mine(@Root() { authorId }: reads.SpendingRow, @Ctx() { actor }: Context) {
    return actor?.personId === authorId;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who proposed it; for the officers of the money.' })
  authorName(@Root() row: reads.SpendingRow, @Ctx() { actor }: Context) {
    return seesSpending(actor, row) ? row.privateAuthorName : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Whom it pays; for the officers of the money.' })
  payee(@Root() row: reads.SpendingRow, @Ctx() { actor }: Context) {
    return seesSpending(actor, row) ? row.privatePayee : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What it is for; for the officers of the money.' })
  words(@Root() row: reads.SpendingRow, @Ctx() { actor }: Context) {
    return seesSpending(actor, row) ? row.privateWords : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it was refused; for the officers of the money.' })
  reason(@Root() row: reads.SpendingRow, @Ctx() { actor }: Context) {
    return seesSpending(actor, row) ? row.privateReason : null;
  }

  @FieldResolver(() => types.SpendingReceipt, {
    nullable: true,
    description: 'The receipt; for the officers of the money.',
  })
  receipt(@Root() row: reads.SpendingRow, @Ctx() { actor }: Context) {
    if (!row.receiptType || !seesSpending(actor, row)) return null;
    return { mediaType: row.receiptType, digest: row.receiptDigest, path: `/receipts/${row.id}` };
  }

  @FieldResolver(() => [String], { description: 'Names of deeds the viewer may do with it.' })
  viewerCan(@Root() { bodyId, authorId, state }: reads.SpendingRow, @Ctx() { actor }: Context) {
    if (state !== 'PROPOSED') return [];
    const deeds = ['approveSpending', 'refuseSpending', 'withdrawSpending'] as const;
    return deeds.filter((deed) => may(actor, deed, { bodyId, authorId }));
  }
}

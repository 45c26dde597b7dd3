// Remittances and per capita as they are read, from either side: counts and sums alone.
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { bodiesById, type BodyRow } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import * as reads from '../../server/dues/remittances/remittances.reads.js';
import { remittanceMoves } from '../../server/dues/remittances/remittance.js';
import { globalId, localId } from '../../server/ids.js';
import { seesCounts, seesTheBooks } from '../../server/policy/sight.js';
import { may, type DeedName } from '../../server/policy/table.js';
import { BodyType } from '../bodies/bodies.types.js';
import { pageOf, pageSize, readCursor, writeCursor } from '../page.js';
import { Day } from '../scalars.js';
import { LedgerType } from './ledger.types.js';
import { Money, moneyOf } from './money.types.js';
import * as types from './treasury.types.js';

interface LedgerRow {
  body: BodyRow;
}

@Resolver(() => LedgerType)
export class LedgerRemittancesResolver {
  @FieldResolver(() => [types.OwedAbove], {
    description: 'What it owes each body above for a period, by purpose: the statement that goes with a remittance.',
  })
  async owedAbove(
    @Root() { body }: LedgerRow,
    @Ctx() { db }: Context,
    @Arg('from', () => Day) from: string,
    @Arg('until', () => Day) until: string,
  ) {
    return reads.statementAbove(db, body.id, from, until);
  }

  @FieldResolver(() => [types.LateShares], { description: 'What it is late with passing up, by the rules in force.' })
  late(@Root() { body }: LedgerRow, @Ctx() { loaders }: Context) {
    return loaders.of(reads.lateOf).load(body.id);
  }

  @FieldResolver(() => types.RemittanceConnection, { description: 'Its remittances, the newest first.' })
  async remittances(
    @Root() { body }: LedgerRow,
    @Ctx() { db }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('direction', () => types.RemittanceDirection) direction: types.RemittanceDirection,
    @Arg('state', () => types.RemittanceState, { nullable: true }) state: types.RemittanceState | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    const size = pageSize(first);
    const wanted = { direction, state: state ?? null };
    const rows = await reads.pageOfRemittances(db, body.id, wanted, size, readCursor(after, 'day', 'uuid'));
    return pageOf(rows, size, ({ sentOn, id }) => writeCursor(sentOn, id));
  }

  @FieldResolver(() => types.RemittingConnection, {
    nullable: true,
    description:
      'How the Local Groups below stand with what they owe this body, for periods within these days; null but for its officers.',
  })
  async remitting(
    @Root() { body }: LedgerRow,
    @Ctx() { actor, db }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('from', () => Day) from: string,
    @Arg('until', () => Day) until: string,
    @Arg('within', () => ID, { nullable: true, description: 'Only of this Region.' }) within: string | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    if (!seesTheBooks(actor, body.id)) return null;
    const size = pageSize(first);
    const withinId = within ? localId('Body', within, 'within') : null;
    const rows = await reads.pageOfRemitting(
      db,
      body.id,
      { from, until, withinId },
      size,
      readCursor(after, 'text')?.[0] ?? null,
    );
    return pageOf(rows, size, ({ slug }) => writeCursor(slug));
  }

  @FieldResolver(() => [types.RemittingCounts], {
    nullable: true,
    description: 'How many groups below are in time, Region by Region; null but for its officers.',
  })
  remittingCounts(@Root() { body }: LedgerRow, @Ctx() { actor, db }: Context) {
    return seesCounts(actor, [body.id]) ? reads.remittingCounts(db, body.id) : null;
  }

  @FieldResolver(() => [types.PerCapitaType], {
    description: 'Statements by head-count that it asked for or was asked for, the newest first.',
  })
  perCapita(@Root() { body }: LedgerRow, @Ctx() { db }: Context) {
    return reads.perCapitaOf(db, body.id);
  }
}

@Resolver(() => types.RemittanceType)
export class RemittanceResolver {
  @FieldResolver(() => ID)
  id(@Root() { id }: reads.RemittanceRow) {
    return globalId('Remittance', id);
  }

  @FieldResolver(() => BodyType, { description: 'Who sent it.' })
  body(@Root() { bodyId }: reads.RemittanceRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(bodyId);
  }

  @FieldResolver(() => BodyType, { description: 'To whom.' })
  toBody(@Root() { toBodyId }: reads.RemittanceRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(toBodyId);
  }

  @FieldResolver(() => Money, { description: 'How much.' })
  amount(@Root() { amount, currency }: reads.RemittanceRow) {
    return moneyOf(amount, currency);
  }

  @FieldResolver(() => [types.RemittancePart], { description: 'What it is for.' })
  parts(@Root() { parts, currency }: reads.RemittanceRow) {
    return parts.map((part) => ({ ...part, currency }));
  }

  @FieldResolver(() => [types.RemittanceEvent], { description: 'How it came to stand so, in order.' })
  events(@Root() { id }: reads.RemittanceRow, @Ctx() { loaders }: Context) {
    return loaders.of(reads.remittanceEventsOf).load(id);
  }

  @FieldResolver(() => [String], { description: 'Names of deeds the viewer may do with it.' })
  viewerCan(@Root() { bodyId, toBodyId, state }: reads.RemittanceRow, @Ctx() { actor }: Context) {
    const to = remittanceMoves[state];
    const deeds: DeedName[] = [];
    if (to.includes('RECEIVED') && may(actor, 'confirmRemittance', { bodyId: toBodyId }))
      deeds.push('confirmRemittance');
    if (to.includes('DISPUTED') && may(actor, 'disputeRemittance', { bodyId: toBodyId }))
      deeds.push('disputeRemittance');
    if (to.includes('WITHDRAWN') && may(actor, 'withdrawRemittance', { bodyId })) deeds.push('withdrawRemittance');
    return deeds;
  }
}

@Resolver(() => types.RemittancePart)
export class RemittancePartResolver {
  @FieldResolver(() => Money, { description: 'How much.' })
  amount(@Root() { amount, currency }: { amount: string; currency: string }) {
    return moneyOf(amount, currency);
  }
}

@Resolver(() => types.OwedAbove)
export class OwedAboveResolver {
  @FieldResolver(() => BodyType, { description: 'To whom.' })
  toBody(@Root() { toBodyId }: reads.OwedAboveRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(toBodyId);
  }

  @FieldResolver(() => Money, { description: 'Owed as the period began.' })
  before(@Root() { before, currency }: reads.OwedAboveRow) {
    return moneyOf(before, currency);
  }

  @FieldResolver(() => [types.OwedLine], { description: 'What the period added or took.' })
  lines(@Root() { lines, currency }: reads.OwedAboveRow) {
    return lines.map((line) => ({ ...line, currency }));
  }

  @FieldResolver(() => Money, { description: 'Owed as the period ended.' })
  after(@Root() { after, currency }: reads.OwedAboveRow) {
    return moneyOf(after, currency);
  }

  @FieldResolver(() => Money, { description: 'Sent and not yet received, today.' })
  onItsWay(@Root() { onItsWay, currency }: reads.OwedAboveRow) {
    return moneyOf(onItsWay, currency);
  }

  @FieldResolver(() => Money, { description: 'Still to be sent, today.' })
  open(@Root() { open, currency }: reads.OwedAboveRow) {
    return moneyOf(open, currency);
  }
}

@Resolver(() => types.OwedLine)
export class OwedLineResolver {
  @FieldResolver(() => Money, { description: 'Above zero where it adds to the debt.' })
  amount(@Root() { amount, currency }: { amount: string; currency: string }) {
    return moneyOf(amount, currency);
  }
}

@Resolver(() => types.LateShares)
export class LateSharesResolver {
  @FieldResolver(() => BodyType, { description: 'To whom.' })
  toBody(@Root() { toBodyId }: reads.LateRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(toBodyId);
  }

  @FieldResolver(() => Money, { description: 'How much.' })
  amount(@Root() { amount, currency }: reads.LateRow) {
    return moneyOf(amount, currency);
  }
}

@Resolver(() => types.Remitting)
export class RemittingResolver {
  @FieldResolver(() => BodyType, { description: 'The group.' })
  body(@Root() { bodyId }: reads.RemittingRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(bodyId);
  }

  @FieldResolver(() => BodyType, { nullable: true, description: 'The body it stands in: its Region.' })
  region(@Root() { parentId }: reads.RemittingRow, @Ctx() { loaders }: Context) {
    return parentId ? loaders.of(bodiesById).load(parentId) : null;
  }

  @FieldResolver(() => [types.RemittingSums], { description: 'By currency.' })
  sums(@Root() { sums }: reads.RemittingRow) {
    return sums;
  }
}

type Sums = reads.RemittingRow['sums'][number];

@Resolver(() => types.RemittingSums)
export class RemittingSumsResolver {
  @FieldResolver(() => Money, { description: 'Shares that its books have for this body from those days.' })
  owed(@Root() { owed, currency }: Sums) {
    return moneyOf(owed, currency);
  }

  @FieldResolver(() => Money, { description: 'Sent for periods within those days.' })
  sent(@Root() { sent, currency }: Sums) {
    return moneyOf(sent, currency);
  }

  @FieldResolver(() => Money, { description: 'Received of that.' })
  received(@Root() { received, currency }: Sums) {
    return moneyOf(received, currency);
  }

  @FieldResolver(() => Money, { description: 'Disputed of that.' })
  disputed(@Root() { disputed, currency }: Sums) {
    return moneyOf(disputed, currency);
  }

  @FieldResolver(() => Money, { description: 'Owed today, from whenever.' })
  open(@Root() { open, currency }: Sums) {
    return moneyOf(open, currency);
  }
}

@Resolver(() => types.RemittingCounts)
export class RemittingCountsResolver {
  @FieldResolver(() => BodyType, { description: 'The Region.' })
  region(@Root() { bodyId }: reads.RemittingCountsRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(bodyId);
  }
}

@Resolver(() => types.PerCapitaType)
export class PerCapitaResolver {
  @FieldResolver(() => ID)
  id(@Root() { id }: reads.PerCapitaRow) {
    return globalId('PerCapita', id);
  }

  @FieldResolver(() => BodyType, { description: 'Whose members were counted.' })
  body(@Root() { bodyId }: reads.PerCapitaRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(bodyId);
  }

  @FieldResolver(() => BodyType, { description: 'Who asks.' })
  toBody(@Root() { toBodyId }: reads.PerCapitaRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(toBodyId);
  }

  @FieldResolver(() => Money, { description: 'For each member counted.' })
  rate(@Root() { rate, currency }: reads.PerCapitaRow) {
    return moneyOf(rate, currency);
  }

  @FieldResolver(() => Money, { description: 'In all.' })
  amount(@Root() { amount, currency }: reads.PerCapitaRow) {
    return moneyOf(amount, currency);
  }

  @FieldResolver(() => [String], { description: 'Names of deeds the viewer may do with it.' })
  viewerCan(@Root() { bodyId, toBodyId, state }: reads.PerCapitaRow, @Ctx() { actor }: Context) {
    if (state !== 'ASKED') return [];
    const mine = (['agreePerCapita', 'declinePerCapita'] as const).filter((deed) => may(actor, deed, { bodyId }));
    return may(actor, 'withdrawPerCapita', { bodyId: toBodyId }) ? [...mine, 'withdrawPerCapita'] : mine;
  }
}

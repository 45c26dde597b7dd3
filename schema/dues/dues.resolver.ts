// A member's dues: the statement and what is in it. It is there for the member and for the two officers who may excuse, and
// for nobody else.
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { bodiesById, type BodyRow } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { duesStandingsOf } from '../../server/dues/duesStanding.js';
import { schedulesInForce, splitInForce, type ScheduleRow } from '../../server/dues/schedules.reads.js';
import * as reads from '../../server/dues/statement.reads.js';
import { globalId, localId } from '../../server/ids.js';
import { membershipsById, type MembershipRow } from '../../server/membership/membership.reads.js';
import { seesDues } from '../../server/policy/sight.js';
import { BodyType } from '../bodies/bodies.types.js';
import { MembershipType } from '../membership/membership.types.js';
import { ProposalType } from '../proposals/proposals.types.js';
import { proposalsById } from '../../server/proposals/proposals.reads.js';
import * as types from './dues.types.js';
import { Money, moneyOf } from './money.types.js';
import { deedsOnDues, deedsOnPayment } from './viewerCan.js';

/** What a statement is of. */
export interface StatementRow {
  membership: MembershipRow;
}

/** The statement, where the viewer may read it. */
export async function statementFor({ loaders, actor }: Context, membershipId: string): Promise<StatementRow | null> {
  const membership = await loaders.of(membershipsById).load(membershipId);
  return membership && seesDues(actor, membership) ? { membership } : null;
}

@Resolver(() => types.DuesStatementType)
export class DuesStatementResolver {
  @Query(() => types.DuesStatementType, {
    nullable: true,
    description: 'What a member owes, has paid and is owed; null where it is not the viewer’s to read.',
  })
  duesStatement(@Ctx() context: Context, @Arg('membershipId', () => ID) membershipId: string) {
    return statementFor(context, localId('Membership', membershipId, 'membershipId'));
  }

  @FieldResolver(() => ID)
  membershipId(@Root() { membership }: StatementRow) {
    return globalId('Membership', membership.id);
  }

  @FieldResolver(() => MembershipType, { description: 'Whose.' })
  membership(@Root() { membership }: StatementRow) {
    return membership;
  }

  @FieldResolver(() => BodyType, { description: 'Where it is paid.' })
  body(@Root() { membership }: StatementRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(membership.bodyId);
  }

  @FieldResolver(() => types.DuesStandingType, {
    nullable: true,
    description: 'Where they stand; null for who owes no dues.',
  })
  standing(@Root() { membership }: StatementRow, @Ctx() { loaders }: Context) {
    return loaders.of(duesStandingsOf).load(membership.id);
  }

  @FieldResolver(() => [Money], { description: 'What is open today, by currency; empty when nothing is.' })
  async owed(@Root() { membership }: StatementRow, @Ctx() { loaders }: Context) {
    const sums = new Map<string, bigint>();
    for (const { currency, amount, settled } of await loaders.of(reads.chargesOf).load(membership.id))
      sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amount) - BigInt(settled));
    return [...sums].filter(([, sum]) => sum > 0n).map(([currency, sum]) => moneyOf(sum, currency));
  }

  @FieldResolver(() => [types.DuesChargeType], { description: 'What was charged, the newest period first.' })
  charges(@Root() { membership }: StatementRow, @Ctx() { loaders }: Context) {
    return loaders.of(reads.chargesOf).load(membership.id);
  }

  @FieldResolver(() => [types.DuesPaymentType], { description: 'What was paid, the newest first.' })
  payments(@Root() { membership }: StatementRow, @Ctx() { loaders }: Context) {
    return loaders.of(reads.paymentsOf).load(membership.id);
  }

  @FieldResolver(() => [types.DuesCreditType], { description: 'Money of theirs that a body holds.' })
  credit(@Root() { membership }: StatementRow, @Ctx() { loaders }: Context) {
    return loaders.of(reads.creditsOf).load(membership.id);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The band they have chosen; null for the common rate.' })
  band(@Root() { membership }: StatementRow, @Ctx() { loaders }: Context) {
    return loaders.of(reads.bandsOf).load(membership.id);
  }

  @FieldResolver(() => [types.WaiverType], { description: 'Granted, the newest first.' })
  waivers(@Root() { membership }: StatementRow, @Ctx() { loaders }: Context) {
    return loaders.of(reads.waiversOf).load(membership.id);
  }

  @FieldResolver(() => types.WaiverRequestType, { nullable: true, description: 'Asked for, and not answered yet.' })
  waiverRequest(@Root() { membership }: StatementRow, @Ctx() { loaders }: Context) {
    return loaders.of(reads.openRequestsOf).load(membership.id);
  }

  @FieldResolver(() => [String], { description: 'Names of deeds the viewer may do here now.' })
  viewerCan(@Root() { membership }: StatementRow, @Ctx() { actor }: Context) {
    return deedsOnDues(actor, membership);
  }
}

@Resolver(() => MembershipType)
export class MembershipDuesResolver {
  @FieldResolver(() => types.DuesStandingType, {
    nullable: true,
    description: 'Where they stand with dues; for themselves and for the Treasurer and the Secretary of their group.',
  })
  duesStanding(@Root() membership: MembershipRow, @Ctx() { actor, loaders }: Context) {
    return seesDues(actor, membership) ? loaders.of(duesStandingsOf).load(membership.id) : null;
  }
}

@Resolver(() => types.DuesChargeType)
export class DuesChargeResolver {
  @FieldResolver(() => ID, { description: 'Global.' })
  id(@Root() { id }: reads.ChargeRow) {
    return globalId('Charge', id);
  }

  @FieldResolver(() => Money, { description: 'How much it is.' })
  amount(@Root() { amount, currency }: reads.ChargeRow) {
    return moneyOf(amount, currency);
  }

  @FieldResolver(() => Money, { description: 'What of it was paid.' })
  paid(@Root() { settled, dropped, currency }: reads.ChargeRow) {
    return moneyOf(BigInt(settled) - BigInt(dropped), currency);
  }

  @FieldResolver(() => Money, { description: 'What of it is asked no more.' })
  dropped(@Root() { dropped, currency }: reads.ChargeRow) {
    return moneyOf(dropped, currency);
  }

  @FieldResolver(() => Money, { description: 'What is open.' })
  open(@Root() { amount, settled, currency }: reads.ChargeRow) {
    return moneyOf(BigInt(amount) - BigInt(settled), currency);
  }
}

@Resolver(() => types.DuesCreditType)
export class DuesCreditResolver {
  @FieldResolver(() => BodyType, { description: 'Who holds it.' })
  body(@Root() { bodyId }: reads.CreditRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(bodyId);
  }

  @FieldResolver(() => Money, { description: 'How much.' })
  amount(@Root() { amount, currency }: reads.CreditRow) {
    return moneyOf(amount, currency);
  }
}

@Resolver(() => types.DuesPaymentType)
export class DuesPaymentResolver {
  @FieldResolver(() => ID, { description: 'Global.' })
  id(@Root() { id }: reads.PaymentRow) {
    return globalId('Payment', id);
  }

  @FieldResolver(() => BodyType, { description: 'Who was paid.' })
  body(@Root() { bodyId }: reads.PaymentRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(bodyId);
  }

  @FieldResolver(() => MembershipType, {
    nullable: true,
    description: 'Whose dues; null but for themselves and for the Treasurer and Secretary of the body that was paid.',
  })
  membership(@Root() payment: reads.PaymentRow, @Ctx() { actor, loaders }: Context) {
    return seesDues(actor, payment) ? loaders.of(membershipsById).load(payment.membershipId) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The payer’s name, for the same eyes.' })
  payerName(@Root() payment: reads.PaymentRow, @Ctx() { actor }: Context) {
    return seesDues(actor, payment) ? payment.privateName : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What was written beside it, for the same eyes.' })
  reference(@Root() payment: reads.PaymentRow, @Ctx() { actor }: Context) {
    return seesDues(actor, payment) ? payment.reference : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The number on a receipt of paper, where one was given.',
  })
  paperNumber(@Root() { paperNumber }: reads.PaymentRow) {
    return paperNumber;
  }

  @FieldResolver(() => Money, { description: 'How much came.' })
  amount(@Root() { amount, currency }: reads.PaymentRow) {
    return moneyOf(amount, currency);
  }

  @FieldResolver(() => Money, { description: 'What of it was given back.' })
  refunded(@Root() { refunded, currency }: reads.PaymentRow) {
    return moneyOf(refunded, currency);
  }

  @FieldResolver(() => [types.DuesPaymentPartType], { description: 'Where each cent went as it came.' })
  parts(@Root() { id }: reads.PaymentRow, @Ctx() { loaders }: Context) {
    return loaders.of(reads.partsOf).load(id);
  }

  @FieldResolver(() => [types.DuesSettlementType], { description: 'Which charges it settles.' })
  settles(@Root() { id }: reads.PaymentRow, @Ctx() { loaders }: Context) {
    return loaders.of(reads.settlementsOf).load(id);
  }

  @FieldResolver(() => [String], { description: 'Names of deeds the viewer may do here now.' })
  viewerCan(@Root() payment: reads.PaymentRow, @Ctx() { actor }: Context) {
    return deedsOnPayment(actor, payment);
  }
}

@Resolver(() => types.DuesPaymentPartType)
export class DuesPaymentPartResolver {
  @FieldResolver(() => BodyType, { nullable: true, description: 'Whose share it is; null for the body that was paid.' })
  withBody(@Root() { withBodyId }: reads.PartRow, @Ctx() { loaders }: Context) {
    return withBodyId ? loaders.of(bodiesById).load(withBodyId) : null;
  }

  @FieldResolver(() => Money, { description: 'How much.' })
  amount(@Root() { amount, currency }: reads.PartRow) {
    return moneyOf(amount, currency);
  }
}

@Resolver(() => types.DuesSettlementType)
export class DuesSettlementResolver {
  @FieldResolver(() => Money, { description: 'How much.' })
  amount(@Root() { amount, currency }: reads.SettledRow) {
    return moneyOf(amount, currency);
  }
}

@Resolver(() => types.WaiverType)
export class WaiverResolver {
  @FieldResolver(() => ID, { description: 'Global.' })
  id(@Root() { id }: reads.WaiverTermRow) {
    return globalId('Waiver', id);
  }
}

@Resolver(() => types.WaiverRequestType)
export class WaiverRequestResolver {
  @FieldResolver(() => ID, { description: 'Global.' })
  id(@Root() { id }: reads.WaiverRequestRow) {
    return globalId('WaiverRequest', id);
  }
}

@Resolver(() => types.DuesScheduleType)
export class DuesScheduleResolver {
  @FieldResolver(() => Money, { description: 'The common rate, for one period.' })
  amount(@Root() { amount, currency }: ScheduleRow) {
    return moneyOf(amount, currency);
  }

  @FieldResolver(() => [types.DuesBandType], {
    description: 'The sliding scale; empty where there is one rate for all.',
  })
  bands(@Root() { bands, currency }: ScheduleRow) {
    return bands.map(({ band, name, amount }) => ({ band, name, amount: moneyOf(BigInt(amount), currency) }));
  }

  @FieldResolver(() => BodyType, { description: 'Who set it.' })
  body(@Root() { bodyId }: ScheduleRow, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(bodyId);
  }

  @FieldResolver(() => ProposalType, {
    nullable: true,
    description: 'The motion that decided it; null at the founding.',
  })
  proposal(@Root() { proposalId }: ScheduleRow, @Ctx() { loaders }: Context) {
    return proposalId ? loaders.of(proposalsById).load(proposalId) : null;
  }
}

@Resolver(() => BodyType)
export class BodyDuesResolver {
  @FieldResolver(() => types.DuesScheduleType, {
    nullable: true,
    description:
      'The dues this body has set itself: everybody’s for the Federation, its own extra for a Local Group; null where none.',
  })
  duesSchedule(@Root() { id }: BodyRow, @Ctx() { loaders }: Context) {
    return loaders.of(schedulesInForce).load(id);
  }
}

@Resolver()
export class DuesSplitResolver {
  @Query(() => types.DuesSplitType, {
    nullable: true,
    description: 'How dues divide today; null where nothing was decided.',
  })
  duesSplit(@Ctx() { db }: Context) {
    return splitInForce(db);
  }
}

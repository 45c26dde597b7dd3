// The year of a body's books and of a member, in sums, as a picture's flows and as files.
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { bodiesById, type BodyRow } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { yearFile } from '../../server/dues/statements/bookFile.js';
import { flowsOf, type Flow, type FlowNode } from '../../server/dues/statements/flows.js';
import { memberYear, type MemberYearRow } from '../../server/dues/statements/memberYear.js';
import * as year from '../../server/dues/statements/yearStatement.js';
import { malformed } from '../../server/errors.js';
import { BodyType } from '../bodies/bodies.types.js';
import type { StatementRow } from './dues.resolver.js';
import { DuesStatementType } from './dues.types.js';
import { LedgerType } from './ledger.types.js';
import { Money, moneyOf } from './money.types.js';
import * as types from './treasury.types.js';

interface LedgerRow {
  body: BodyRow;
}

function readYear(of: number): number {
  if (of < 1900 || of > 9999) throw malformed('year should be a calendar year, such as 2026', 'year');
  return of;
}

@Resolver(() => LedgerType)
export class LedgerYearResolver {
  @FieldResolver(() => [types.YearStatementType], { description: 'What became of its money in a year, by currency.' })
  yearStatement(@Root() { body }: LedgerRow, @Ctx() { db }: Context, @Arg('year', () => Int) of: number) {
    return year.yearStatements(db, body.id, readYear(of));
  }

  @FieldResolver(() => [types.Flow], {
    description: 'The same as flows: from members and groups below to this body, to levels above, purposes and funds.',
  })
  async flows(@Root() { body }: LedgerRow, @Ctx() { db }: Context, @Arg('year', () => Int) of: number) {
    return (await year.yearStatements(db, body.id, readYear(of))).flatMap(flowsOf);
  }

  @FieldResolver(() => types.BookFile, { description: 'The statement of a year as a table.' })
  async yearFile(@Root() { body }: LedgerRow, @Ctx() { db, loaders }: Context, @Arg('year', () => Int) of: number) {
    const statements = await year.yearStatements(db, body.id, readYear(of));
    const ids = statements.flatMap(({ income, sharesUp }) => [
      ...income.flatMap(({ withBodyId }) => withBodyId ?? []),
      ...sharesUp.map(({ toBodyId }) => toBodyId),
    ]);
    const named = await loaders.of(bodiesById).loadMany([...new Set(ids)]);
    const names = new Map(named.flatMap((found) => (found && 'id' in found ? [[found.id, found.name] as const] : [])));
    return yearFile(body.slug, of, statements, (id) => names.get(id) ?? '');
  }
}

@Resolver(() => types.YearStatementType)
export class YearStatementResolver {
  @FieldResolver(() => Money, { description: 'All the money there was as the year began.' })
  moneyBefore(@Root() { moneyBefore, currency }: year.YearStatement) {
    return moneyOf(moneyBefore, currency);
  }

  @FieldResolver(() => Money, { description: 'All the money there is as it ends.' })
  moneyAfter(@Root() { moneyAfter, currency }: year.YearStatement) {
    return moneyOf(moneyAfter, currency);
  }

  @FieldResolver(() => [types.YearPlace], { description: 'Place by place.' })
  money(@Root() { money, currency }: year.YearStatement) {
    return money.map((place) => ({ ...place, currency }));
  }

  @FieldResolver(() => [types.YearSum], { description: 'What came, by source.' })
  income(@Root() { income, currency }: year.YearStatement) {
    return income.map((sum) => ({ ...sum, currency }));
  }

  @FieldResolver(() => [types.YearSum], { description: 'What was spent out of the general money, by purpose.' })
  spending(@Root() { spending, currency }: year.YearStatement) {
    return spending.map((sum) => ({ ...sum, currency }));
  }

  @FieldResolver(() => [types.YearShare], { description: 'Shares of the bodies above.' })
  sharesUp(@Root() { sharesUp, currency }: year.YearStatement) {
    return sharesUp.map((share) => ({ ...share, currency }));
  }

  @FieldResolver(() => [types.YearFund], { description: 'Its funds.' })
  funds(@Root() { funds, currency }: year.YearStatement) {
    return funds.map((fund) => ({ ...fund, currency }));
  }

  @FieldResolver(() => Money, { description: 'On its way to bodies above as the year ends.' })
  onItsWay(@Root() { onItsWay, currency }: year.YearStatement) {
    return moneyOf(onItsWay, currency);
  }

  @FieldResolver(() => Money, { description: 'Of the money that is there, members’ who paid ahead.' })
  memberCredit(@Root() { memberCredit, currency }: year.YearStatement) {
    return moneyOf(memberCredit, currency);
  }

  @FieldResolver(() => Money, { description: 'Agreed by head-count and not come yet.' })
  receivable(@Root() { receivable, currency }: year.YearStatement) {
    return moneyOf(receivable, currency);
  }
}

type In<Row> = Row & { currency: string };

@Resolver(() => types.YearPlace)
export class YearPlaceResolver {
  @FieldResolver(() => Money, { description: 'As the year began.' })
  opening(@Root() { opening, currency }: In<year.Place>) {
    return moneyOf(opening, currency);
  }

  @FieldResolver(() => Money, { description: 'As it ends.' })
  closing(@Root() { closing, currency }: In<year.Place>) {
    return moneyOf(closing, currency);
  }
}

@Resolver(() => types.YearSum)
export class YearSumResolver {
  @FieldResolver(() => BodyType, { nullable: true, description: 'The body it came from, where it did from one.' })
  body(@Root() { withBodyId }: year.Sum, @Ctx() { loaders }: Context) {
    return withBodyId ? loaders.of(bodiesById).load(withBodyId) : null;
  }

  @FieldResolver(() => Money, { description: 'How much.' })
  amount(@Root() { amount, currency }: In<year.Sum>) {
    return moneyOf(amount, currency);
  }
}

@Resolver(() => types.YearShare)
export class YearShareResolver {
  @FieldResolver(() => BodyType, { description: 'Whose.' })
  toBody(@Root() { toBodyId }: year.ShareUp, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(toBodyId);
  }

  @FieldResolver(() => Money, { description: 'Owed as the year began.' })
  opening(@Root() { opening, currency }: In<year.ShareUp>) {
    return moneyOf(opening, currency);
  }

  @FieldResolver(() => Money, { description: 'Added by what members paid.' })
  added(@Root() { added, currency }: In<year.ShareUp>) {
    return moneyOf(added, currency);
  }

  @FieldResolver(() => Money, { description: 'Passed up and received.' })
  passedUp(@Root() { passedUp, currency }: In<year.ShareUp>) {
    return moneyOf(passedUp, currency);
  }

  @FieldResolver(() => Money, { description: 'Owed as it ends.' })
  closing(@Root() { closing, currency }: In<year.ShareUp>) {
    return moneyOf(closing, currency);
  }
}

@Resolver(() => types.YearFund)
export class YearFundResolver {
  @FieldResolver(() => Money, { description: 'As the year began.' })
  opening(@Root() { opening, currency }: In<year.Fund>) {
    return moneyOf(opening, currency);
  }

  @FieldResolver(() => Money, { description: 'Set aside out of the body’s own money.' })
  setAside(@Root() { setAside, currency }: In<year.Fund>) {
    return moneyOf(setAside, currency);
  }

  @FieldResolver(() => Money, { description: 'Its share of dues: a levy.' })
  levied(@Root() { levied, currency }: In<year.Fund>) {
    return moneyOf(levied, currency);
  }

  @FieldResolver(() => Money, { description: 'Given for it.' })
  gifts(@Root() { gifts, currency }: In<year.Fund>) {
    return moneyOf(gifts, currency);
  }

  @FieldResolver(() => Money, { description: 'Spent out of it.' })
  spent(@Root() { spent, currency }: In<year.Fund>) {
    return moneyOf(spent, currency);
  }

  @FieldResolver(() => Money, { description: 'As the year ends.' })
  closing(@Root() { closing, currency }: In<year.Fund>) {
    return moneyOf(closing, currency);
  }
}

@Resolver(() => types.Flow)
export class FlowResolver {
  @FieldResolver(() => Money, { description: 'How much; always above zero.' })
  amount(@Root() { amount, currency }: Flow) {
    return moneyOf(amount, currency);
  }
}

@Resolver(() => types.FlowEnd)
export class FlowEndResolver {
  @FieldResolver(() => BodyType, { nullable: true, description: 'The body, where it is one.' })
  body(@Root() { bodyId }: FlowNode, @Ctx() { loaders }: Context) {
    return bodyId ? loaders.of(bodiesById).load(bodyId) : null;
  }
}

@Resolver(() => DuesStatementType)
export class MemberYearsResolver {
  @FieldResolver(() => [types.MemberYear], { description: 'Charged and paid in a year, by currency.' })
  year(@Root() { membership }: StatementRow, @Ctx() { db }: Context, @Arg('year', () => Int) of: number) {
    return memberYear(db, membership.id, readYear(of));
  }
}

@Resolver(() => types.MemberYear)
export class MemberYearResolver {
  @FieldResolver(() => Money, { description: 'Fell due and is or was asked.' })
  charged(@Root() { charged, currency }: MemberYearRow) {
    return moneyOf(charged, currency);
  }

  @FieldResolver(() => Money, { description: 'Came in.' })
  paid(@Root() { paid, currency }: MemberYearRow) {
    return moneyOf(paid, currency);
  }

  @FieldResolver(() => Money, { description: 'Given back of it.' })
  givenBack(@Root() { givenBack, currency }: MemberYearRow) {
    return moneyOf(givenBack, currency);
  }
}

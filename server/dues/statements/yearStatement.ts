// What became of a body's money in a year, in sums: what was there, what came and from where, what was passed up, spent and
// set aside, and what is there now. All of it follows from the entries of its books, and it names nobody.
import { sql } from 'kysely';
import type { Database } from '../../database/database.js';
import type { AccountKind } from '../ledger.js';

/** One account over the year; debit above zero, minor units. What the books were opened with counts as there before. */
interface Line {
  kind: AccountKind;
  name: string;
  withBodyId: string | null;
  currency: string;
  opening: bigint;
  /** All that was booked in the year, and of it what set money aside, passed shares up, was spent or given. */
  moved: bigint;
  setAside: bigint;
  remitted: bigint;
  spent: bigint;
  gifts: bigint;
}

export interface Place {
  kind: 'CASH' | 'BANK' | 'CARD';
  name: string;
  opening: bigint;
  closing: bigint;
}
export interface Sum {
  kind: 'DUES' | 'SHARES' | 'OTHER' | 'SPENDING' | 'FEES';
  name: string;
  withBodyId: string | null;
  amount: bigint;
}
export interface ShareUp {
  toBodyId: string;
  purpose: string;
  opening: bigint;
  added: bigint;
  passedUp: bigint;
  closing: bigint;
}
export interface Fund {
  name: string;
  opening: bigint;
  /** Set aside out of the body's own money. */
  setAside: bigint;
  /** Its share of dues: levies. */
  levied: bigint;
  /** Given for it by others. */
  gifts: bigint;
  spent: bigint;
  closing: bigint;
}

export interface YearStatement {
  bodyId: string;
  year: number;
  currency: string;
  money: Place[];
  income: Sum[];
  spending: Sum[];
  sharesUp: ShareUp[];
  funds: Fund[];
  /** Of the money that is there at the end: on its way to bodies above, members' money, and asked of groups and not here yet. */
  onItsWay: bigint;
  memberCredit: bigint;
  receivable: bigint;
  moneyBefore: bigint;
  moneyAfter: bigint;
}

/** One statement for each currency of its books. */
export async function yearStatements(db: Database, bodyId: string, year: number): Promise<YearStatement[]> {
  const lines = await linesOf(db, bodyId, year);
  const currencies = [...new Set(lines.map(({ currency }) => currency))].sort();
  return currencies.map((currency) =>
    statementOf(
      bodyId,
      year,
      currency,
      lines.filter((line) => line.currency === currency),
    ),
  );
}

async function linesOf(db: Database, bodyId: string, year: number): Promise<Line[]> {
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  type Sums = 'opening' | 'moved' | 'setAside' | 'remitted' | 'spent' | 'gifts';
  const { rows } = await sql<Omit<Line, Sums> & Record<Sums, string>>`
    with each as (
      select e.account_id, e.amount, t.booked_on >= ${from} as within, coalesce(undone.kind, t.kind) as kind
      from ledger_transfer t join ledger_entry e on e.body_id = t.body_id and e.number = t.number
      left join ledger_transfer undone on undone.body_id = t.body_id and undone.number = t.reverses
      where t.body_id = ${bodyId} and t.booked_on <= ${until}
    )
    select a.kind, a.name, a.with_body_id as "withBodyId", a.currency,
      coalesce(sum(e.amount) filter (where not e.within or e.kind = 'OPENING'), 0)::text as opening,
      coalesce(sum(e.amount) filter (where e.within and e.kind <> 'OPENING'), 0)::text as moved,
      coalesce(sum(e.amount) filter (where e.within and e.kind = 'SET_ASIDE'), 0)::text as "setAside",
      coalesce(sum(e.amount) filter (where e.within and e.kind = 'REMITTED'), 0)::text as remitted,
      coalesce(sum(e.amount) filter (where e.within and e.kind = 'SPENDING'), 0)::text as spent,
      coalesce(sum(e.amount) filter (where e.within and e.kind = 'INCOME'), 0)::text as gifts
    from each e join ledger_account a on a.id = e.account_id group by a.id order by a.kind, a.name, a.with_body_id`.execute(
    db,
  );
  return rows.map(({ opening, moved, setAside, remitted, spent, gifts, ...row }) => ({
    ...row,
    opening: BigInt(opening),
    moved: BigInt(moved),
    setAside: BigInt(setAside),
    remitted: BigInt(remitted),
    spent: BigInt(spent),
    gifts: BigInt(gifts),
  }));
}

const total = (numbers: readonly bigint[]): bigint => numbers.reduce((sum, number) => sum + number, 0n);

function statementOf(bodyId: string, year: number, currency: string, lines: readonly Line[]): YearStatement {
  const of = (...kinds: AccountKind[]) => lines.filter(({ kind }) => kinds.includes(kind));
  const sums = (kind: Sum['kind'], from: readonly Line[], amount: (line: Line) => bigint): Sum[] =>
    from
      .map((line) => ({ kind, name: line.name, withBodyId: line.withBodyId, amount: amount(line) }))
      .filter((sum) => sum.amount !== 0n);
  const came = ({ moved }: Line) => -moved;
  const closing = ({ opening, moved }: Line) => opening + moved;
  const places = of('CASH', 'BANK', 'CARD');
  return {
    bodyId,
    year,
    currency,
    money: places.map((line) => ({
      kind: line.kind as Place['kind'],
      name: line.name,
      opening: line.opening,
      closing: closing(line),
    })),
    income: [
      ...sums('DUES', of('DUES_INCOME'), came),
      ...sums('SHARES', of('PER_CAPITA_INCOME'), came),
      ...sums('OTHER', of('INCOME'), came),
    ],
    spending: [
      ...sums('SPENDING', of('EXPENSE'), ({ moved, setAside }) => moved - setAside),
      ...sums('FEES', of('FEES'), ({ moved }) => moved),
    ],
    sharesUp: of('PER_CAPITA_PAYABLE').map((line) => ({
      toBodyId: line.withBodyId!,
      purpose: line.name,
      opening: -line.opening,
      added: line.remitted - line.moved,
      passedUp: line.remitted,
      closing: -closing(line),
    })),
    funds: of('FUND').map((line) => ({
      name: line.name,
      opening: -line.opening,
      setAside: -line.setAside,
      levied: line.setAside + line.spent + line.gifts - line.moved,
      gifts: -line.gifts,
      spent: line.spent,
      closing: -closing(line),
    })),
    onItsWay: total(of('CLEARING').map(closing)),
    memberCredit: -total(of('MEMBER_CREDIT').map(closing)),
    receivable: total(of('PER_CAPITA_RECEIVABLE').map(closing)),
    moneyBefore: total(places.map(({ opening }) => opening)),
    moneyAfter: total(places.map(closing)),
  };
}
